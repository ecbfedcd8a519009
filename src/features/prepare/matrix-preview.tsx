import { Alert, Skeleton, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { sourceRowOf } from "../../core/data/dataset";
import { detectorCardOf } from "../../state/catalogue";
import { previewedDetectorOf } from "../../state/choices";
import type { MatrixPreview as Matrix } from "../../engine/protocol";
import { useSession } from "../../state/use-session";
import { formatCount, formatNumber, joinSentences } from "../../ui/format";
import { PreviewGrid } from "../../ui/preview-grid";
import { staleProps } from "../../ui/stale";
import { useCounted } from "../../ui/use-counted";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./prepare-screen.module.css";
import { useMatrixPreview } from "../../state/use-matrix-preview";
import { useFeatureWords } from "./use-feature-words";

/** "What the detectors see": the first rows of the matrix, feature by feature, each with the column it comes from. */
export function MatrixPreview() {
  const { t } = useWords("prepare");
  const say = useNote();
  const words = useDetectorWords();
  const detector = detectorCardOf(useSession(({ history }) => previewedDetectorOf(history.present)));
  const { answer: preview, failure, isLoading, isStale } = useMatrixPreview();

  return (
    <section aria-label={t("matrix.title")} aria-busy={isLoading}>
      <Title order={2} size="h4">
        {t("matrix.title")}
      </Title>
      {detector && (
        <Text size="sm" c="dimmed">
          {t("matrix.preparedFor", { detector: words(detector, "label", detector.label) })}
        </Text>
      )}
      {!preview && !failure && <Skeleton height={160} mt={8} role="status" aria-label={t("matrix.loading")} />}
      {failure && (
        <Alert variant="default" mt={8} title={say({ ...failure, code: `failures.${failure.code}.title` })}>
          {say({ ...failure, code: `failures.${failure.code}.what` })}{" "}
          {say({ ...failure, code: `failures.${failure.code}.todo` })}
        </Alert>
      )}
      {preview && (
        <div className={classes.matrix} {...staleProps(isStale)}>
          <Numbers matrix={preview} />
        </div>
      )}
    </section>
  );
}

function Numbers({ matrix }: { readonly matrix: Matrix }) {
  const { t, i18n } = useWords("prepare");
  const say = useNote();
  const columns = useSession((state) => state.dataset?.columns);
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  const language = i18n.language;
  const featureWords = useFeatureWords();
  const features = useMemo(
    () =>
      matrix.features.map(({ name, column }) => {
        const source = columns?.[column]?.name ?? "";
        const under = source === name ? "" : t("matrix.from", { column: source });
        return { name: featureWords(name, source), under, numeric: true };
      }),
    [matrix.features, columns, t, featureWords],
  );
  const rows = useMemo(
    () => matrix.rows.map((row) => row.map((value) => formatNumber(value, language))),
    [matrix.rows, language],
  );
  const numbers = useMemo(
    () => matrix.origin.map((row) => sourceRowOf({ sourceRows }, row)),
    [matrix.origin, sourceRows],
  );
  const counted = useCounted();
  const count = (value: number) => formatCount(value, language);

  return (
    <>
      <Text size="sm" mt={8}>
        {joinSentences(
          [
            t("matrix.size", {
              rows: counted("rows", matrix.rowCount),
              features: t("matrix.features", {
                count: matrix.features.length,
                formatted: count(matrix.features.length),
              }),
            }),
            matrix.dropped > 0 ? t("matrix.dropped", { count: matrix.dropped, rows: count(matrix.dropped) }) : "",
          ],
          language,
        )}
      </Text>
      {matrix.notes.map((note) => (
        <Text key={`${note.code}${JSON.stringify(note.values)}`} size="sm" c="dimmed">
          {say(note)}
        </Text>
      ))}
      <div className={classes.grid}>
        <PreviewGrid label={t("matrix.title")} columns={features} rows={rows} rowNumbers={numbers} />
      </div>
    </>
  );
}
