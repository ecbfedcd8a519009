import { Text, Title } from "@mantine/core";
import { useMemo } from "react";
import type { Sniff } from "../../core/data/dialect";
import { useSession } from "../../state/use-session";
import { PreviewGrid } from "../../ui/preview-grid";
import { useWords } from "../../ui/use-words";
import classes from "./data-panel.module.css";
import { DialectList } from "./dialect-list";
import { ImageFacts } from "./images/image-facts";
import { ReadingReport } from "./reading-report";
import { RowKindLine } from "./row-kind/row-kind-line";

/** How the file was read, what happened while reading it, and its first rows; of images, which ones there are. */
export function DataPanel() {
  const { t } = useWords("prepare");
  const reading = useSession((state) => state.reading);
  const dataset = useSession((state) => state.dataset);
  const names = useMemo(() => dataset?.columns.map(({ name }) => name) ?? [], [dataset]);
  const sniff = "sniff" in reading ? reading.sniff : null;
  if (!sniff && dataset?.images)
    return (
      <div className={classes.panel}>
        <ImageFacts dataset={dataset} images={dataset.images} />
      </div>
    );
  if (!sniff) return null;
  const isBusy = reading.stage === "reading";

  return (
    <div className={classes.panel} aria-busy={isBusy}>
      <div className={classes.words}>
        <DialectList sniff={sniff} />
        {dataset && reading.stage !== "failed" && (
          <div data-stale={isBusy || undefined} className={classes.report}>
            {isBusy && (
              <Text size="sm" role="status">
                {t("data.readingAgain")}
              </Text>
            )}
            {dataset.report && <ReadingReport report={dataset.report} columnNames={names} />}
            <RowKindLine />
          </div>
        )}
      </div>
      <FirstRows sniff={sniff} />
    </div>
  );
}

function FirstRows({ sniff }: { readonly sniff: Sniff }) {
  const { t } = useWords("prepare");
  const { names, rows } = sniff.preview;
  const columns = useMemo(
    () =>
      names.map((name, at) => {
        const kind = sniff.columns[at]?.kind ?? "text";
        return { name, under: t(`kind.${kind}`), numeric: kind === "number" };
      }),
    [names, sniff.columns, t],
  );
  const numbers = useMemo(() => rows.map((_, at) => at + 1), [rows]);
  return (
    <section aria-label={t("data.firstRows")}>
      <Title order={2} size="h4" mb={8}>
        {t("data.firstRows")}
      </Title>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("data.noRows")}
        </Text>
      ) : (
        <PreviewGrid
          label={t("data.firstRows")}
          columns={columns}
          rows={rows}
          rowNumbers={numbers}
          emptyCell={t("data.emptyCell")}
        />
      )}
    </section>
  );
}
