import { Alert, Group, Kbd, Stack, Text, Title, Tooltip } from "@mantine/core";
import { useMemo } from "react";
import { sourceRowOf } from "../../core/data/dataset";
import { coreKindOf } from "../../core/kinds/kinds";
import { percentileOf, scoreOutOf100 } from "../../core/score/score-scale";
import { countAbove, countAtOrAbove } from "../../core/score/threshold";
import type { RunResult } from "../../engine/protocol";
import { shownThresholdOf, shownResultOf, shownRunOf } from "../../state/threshold";
import { useExplanations } from "../../state/use-answers";
import { useAnyRowKind } from "../../state/kinds/use-row-kind";
import { useKindScreens } from "../../state/use-kind-screens";
import { useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount, formatNumber, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { ClassLine } from "./class-line";
import { ReasonSentence } from "./reason-sentence";
import { StabilityBadge } from "./row-stability";
import { RowVotes } from "./row-votes";
import classes from "./why-panel.module.css";
import { WhatIf } from "./what-if";
import { WouldBeOrdinary } from "./would-be-ordinary";
import { WHY_PANEL } from "./why-panel-id";

/**
 * Why the selected row has its score: in words, and in what its kind of row shows below them, or in what it shows in
 * place of all reasons, which stays from one row to the next.
 */
export function WhyPanel() {
  const row = useSession((state) => state.viewState.selectedRow);
  const result = useSession(shownResultOf);
  const { Instead } = useKindScreens();
  if (row === null || (!result && !Instead)) return <NothingSelected />;
  if (!result) return <Stack p="md">{Instead && <Instead row={row} />}</Stack>;
  return <RowWhy key={Instead ? "any" : row} row={row} result={result} />;
}

function NothingSelected() {
  const { t } = useWords("inspect");
  const { noun } = coreKindOf(useAnyRowKind());
  return (
    <Stack p="md" gap="xs">
      <Title order={2} size="h5">
        {t("why.title", { context: noun })}
      </Title>
      <Text size="sm" c="dimmed">
        {t("why.select", { context: noun })}
      </Text>
      <Group gap={6}>
        <Kbd size="xs">{t("why.next-key")}</Kbd>
        <Kbd size="xs">{t("why.previous-key")}</Kbd>
        <Text size="xs" c="dimmed">
          {t("why.keys", { context: noun })}
        </Text>
      </Group>
    </Stack>
  );
}

interface RowProps {
  readonly row: number;
  readonly result: RunResult;
}

function RowWhy({ row, result }: RowProps) {
  const { t } = useWords("inspect");
  const { Instead, Reasons } = useKindScreens(result.request.recipe.rowKind);
  const hasReasons = Instead === null;
  const rows = useMemo(() => (hasReasons ? [row] : []), [hasReasons, row]);
  const { of: explanationOf, failure } = useExplanations(rows);
  const explanation = explanationOf(row);
  const isStale = useSession((state) => shownRunOf(state)?.stale ?? false);
  // An image has no cells to change.
  const hasCells = useSession((state) => state.dataset?.read.format !== "images");
  const isColumns = coreKindOf(result.request.recipe.rowKind).preparesColumns;
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? Infinity);
  const score = result.scores[row] ?? NaN;
  return (
    <Stack p="md" gap="sm" id={WHY_PANEL} tabIndex={-1}>
      <Heading row={row} score={score} result={result} />
      {!Number.isNaN(score) && <StabilityBadge row={row} />}
      <RowVotes row={row} />
      <ClassLine row={row} result={result} />
      {isStale && (
        <Alert color="yellow" p="xs">
          {t("why.stale")}
        </Alert>
      )}
      {Number.isNaN(score) ? (
        <Text size="sm">{t("why.dropped")}</Text>
      ) : Instead ? (
        <Instead row={row} />
      ) : explanation ? (
        <>
          <ReasonSentence explanation={explanation} />
          <Reasons row={row} result={result} explanation={explanation} />
        </>
      ) : failure ? (
        <FailedAlert variant="default" failure={failure} />
      ) : (
        <Text size="sm" c="dimmed" role="status">
          {t("why.working")}
        </Text>
      )}
      {isColumns && score >= threshold && <WouldBeOrdinary key={`ordinary ${row}`} row={row} result={result} />}
      {hasCells && !Number.isNaN(score) && <WhatIf key={row} row={row} result={result} explanation={explanation} />}
    </Stack>
  );
}

function Heading({ row, score, result }: { readonly row: number; readonly score: number; readonly result: RunResult }) {
  const { t, i18n } = useWords("inspect");
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? Infinity);
  const language = i18n.language;
  const isFlagged = score >= threshold;
  const { noun } = coreKindOf(result.request.recipe.rowKind);
  const ties = Number.isNaN(score) ? 0 : countAtOrAbove(result.sorted, score) - countAbove(result.sorted, score) - 1;
  return (
    <div>
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Title order={2} size="h5">
          {t("why.row", {
            row: formatCount(sourceRowOf({ sourceRows }, row), language),
            context: noun,
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
              context: noun,
              score100: scoreOutOf100(score, result.scale).toFixed(1),
              below: formatPercent(percentileOf(result.sorted, score) / 100, language),
              score: formatNumber(score, language),
            })}
          </Text>
        </Tooltip>
      )}
      {ties > 0 && (
        <Text size="xs" c="dimmed">
          {t("why.ties", { context: noun, count: ties, formatted: formatCount(ties, language) })}
        </Text>
      )}
    </div>
  );
}
