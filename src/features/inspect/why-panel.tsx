import { Alert, Divider, Group, Kbd, Stack, Text, Title, Tooltip } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { sourceRowOf } from "../../core/data/dataset";
import type { RowExplanation } from "../../core/explain/explanation";
import { countAtOrAbove } from "../../core/score/threshold";
import { scoreOutOf100 } from "../../core/score/score-scale";
import type { RunResult } from "../../engine/protocol";
import { shownThresholdOf, shownResultOf, shownRunOf } from "../../state/threshold";
import { useExplanations } from "../../state/use-answers";
import { useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount, formatNumber, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { ColumnsInContext } from "./columns-in-context";
import { FidelityLine } from "./fidelity-line";
import { NearestRow } from "./nearest-row";
import { ReasonBars } from "./reason-bars";
import { ReasonSentence } from "./reason-sentence";
import { StabilityBadge } from "./row-stability";
import { RowVotes } from "./row-votes";
import classes from "./why-panel.module.css";
import { WHY_PANEL } from "./why-panel-id";

type Around = (row: number, explanation: RowExplanation) => ReactNode;

interface Slots {
  readonly around?: Around | undefined;
  readonly image?: ((row: number) => ReactNode) | undefined;
}

/**
 * Why the selected row has its score: in words, in bars, in its columns, beside its nearest ordinary row. Of a row that is
 * a step or an event, `around` shows what surrounds it in place of the columns; of one that is an image, `image`
 * shows it in place of all reasons, and stays from one image to the next.
 */
export function WhyPanel({ around, image }: Slots) {
  const row = useSession((state) => state.viewState.selectedRow);
  const result = useSession(shownResultOf);
  const areImages = useSession(({ history }) => history.present.recipe?.rowKind.kind === "images");
  if (row === null || (!result && !areImages)) return <NothingSelected areImages={areImages} />;
  if (!result) return <Stack p="md">{image?.(row)}</Stack>;
  return <RowWhy key={areImages ? "image" : row} row={row} result={result} around={around} image={image} />;
}

function NothingSelected({ areImages }: { readonly areImages: boolean }) {
  const { t } = useWords("inspect");
  return (
    <Stack p="md" gap="xs">
      <Title order={2} size="h5">
        {t("why.title")}
      </Title>
      <Text size="sm" c="dimmed">
        {t(areImages ? "why.select-image" : "why.select")}
      </Text>
      <Group gap={6}>
        <Kbd size="xs">{t("why.next-key")}</Kbd>
        <Kbd size="xs">{t("why.previous-key")}</Kbd>
        <Text size="xs" c="dimmed">
          {t("why.keys")}
        </Text>
      </Group>
    </Stack>
  );
}

interface RowProps extends Slots {
  readonly row: number;
  readonly result: RunResult;
}

function RowWhy({ row, result, around, image }: RowProps) {
  const { t } = useWords("inspect");
  const isImage = result.request.recipe.rowKind.kind === "images";
  const rows = useMemo(() => (isImage ? [] : [row]), [isImage, row]);
  const { of: explanationOf, failure } = useExplanations(rows);
  const explanation = explanationOf(row);
  const isStale = useSession((state) => shownRunOf(state)?.stale ?? false);
  const score = result.scores[row] ?? NaN;
  return (
    <Stack p="md" gap="sm" id={WHY_PANEL} tabIndex={-1}>
      <Heading row={row} score={score} result={result} />
      {!Number.isNaN(score) && <StabilityBadge row={row} />}
      <RowVotes row={row} />
      {isStale && (
        <Alert color="yellow" p="xs">
          {t("why.stale")}
        </Alert>
      )}
      {Number.isNaN(score) ? (
        <Text size="sm">{t("why.dropped")}</Text>
      ) : isImage ? (
        image?.(row)
      ) : explanation ? (
        <>
          <ReasonSentence explanation={explanation} />
          {result.request.recipe.rowKind.kind !== "rows" ? (
            around?.(row, explanation)
          ) : (
            <>
              <FidelityLine row={row} result={result} explanation={explanation} />
              <ReasonBars explanation={explanation} />
              <Divider />
              <ColumnsInContext explanation={explanation} />
              <Divider />
              <NearestRow row={row} result={result} explanation={explanation} />
            </>
          )}
        </>
      ) : failure ? (
        <FailedAlert variant="default" failure={failure} />
      ) : (
        <Text size="sm" c="dimmed" role="status">
          {t("why.working")}
        </Text>
      )}
    </Stack>
  );
}

function Heading({ row, score, result }: { readonly row: number; readonly score: number; readonly result: RunResult }) {
  const { t, i18n } = useWords("inspect");
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? Infinity);
  const language = i18n.language;
  const isFlagged = score >= threshold;
  return (
    <div>
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Title order={2} size="h5">
          {t("why.row", {
            row: formatCount(sourceRowOf({ sourceRows }, row), language),
            ...(result.request.recipe.rowKind.kind === "images" && { context: "images" }),
          })}
        </Title>
        <span className={classes.mark} data-flagged={isFlagged || undefined}>
          {t(isFlagged ? "why.flagged" : "why.ordinary")}
        </span>
      </Group>
      {!Number.isNaN(score) && (
        <Tooltip label={t("why.score100-help")} multiline maw={300}>
          <Text size="sm" c="dimmed" tabIndex={0}>
            {t("why.scores", {
              score100: scoreOutOf100(score, result.scale).toFixed(1),
              below: formatPercent(1 - countAtOrAbove(result.sorted, score) / result.sorted.length, language),
              score: formatNumber(score, language),
            })}
          </Text>
        </Tooltip>
      )}
    </div>
  );
}
