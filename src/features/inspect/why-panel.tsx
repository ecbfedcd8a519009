import { Alert, Divider, Group, Kbd, Stack, Text, Title, Tooltip } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { sourceRowOf } from "../../core/data/dataset";
import type { RowExplanation } from "../../core/explain/explanation";
import { countAtOrAbove } from "../../core/score/threshold";
import { unusualnessOf } from "../../core/score/unusualness";
import type { RunResult } from "../../engine/protocol";
import { shownCutOf, shownResultOf, shownRunOf } from "../../state/cut";
import { useExplanations } from "../../state/use-answers";
import { useSession } from "../../state/use-session";
import { formatCount, formatNumber, formatPercent } from "../../ui/format";
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
  readonly picture?: ((row: number) => ReactNode) | undefined;
}

/**
 * Why the selected row has its score: in words, in bars, in its columns, beside its nearest ordinary row. Of a row that is
 * a step or an event, `around` shows what surrounds it in place of the columns; of one that is a picture, `picture`
 * shows it in place of all reasons, and stays from one picture to the next.
 */
export function WhyPanel({ around, picture }: Slots) {
  const row = useSession((state) => state.moments.selectedRow);
  const result = useSession(shownResultOf);
  const arePictures = useSession(({ history }) => history.present.recipe?.shape?.kind === "images");
  if (row === null || (!result && !arePictures)) return <NothingSelected arePictures={arePictures} />;
  if (!result) return <Stack p="md">{picture?.(row)}</Stack>;
  return <RowWhy key={arePictures ? "picture" : row} row={row} result={result} around={around} picture={picture} />;
}

function NothingSelected({ arePictures }: { readonly arePictures: boolean }) {
  const { t } = useTranslation("inspect");
  return (
    <Stack p="md" gap="xs">
      <Title order={2} size="h5">
        {t("why.title")}
      </Title>
      <Text size="sm" c="dimmed">
        {t(arePictures ? "why.select-picture" : "why.select")}
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

function RowWhy({ row, result, around, picture }: RowProps) {
  const { t } = useTranslation("inspect");
  const isPicture = result.request.recipe.shape?.kind === "images";
  const rows = useMemo(() => (isPicture ? [] : [row]), [isPicture, row]);
  const explanation = useExplanations(rows)(row);
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
      ) : isPicture ? (
        picture?.(row)
      ) : explanation ? (
        <>
          <ReasonSentence explanation={explanation} />
          {result.request.recipe.shape ? (
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
      ) : (
        <Text size="sm" c="dimmed" role="status">
          {t("why.working")}
        </Text>
      )}
    </Stack>
  );
}

function Heading({ row, score, result }: { readonly row: number; readonly score: number; readonly result: RunResult }) {
  const { t, i18n } = useTranslation("inspect");
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  const cut = useSession((state) => shownCutOf(state)?.value ?? Infinity);
  const language = i18n.language;
  const isFlagged = score >= cut;
  return (
    <div>
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Title order={2} size="h5">
          {t("why.row", {
            row: formatCount(sourceRowOf({ sourceRows }, row), language),
            ...(result.request.recipe.shape?.kind === "images" && { context: "pictures" }),
          })}
        </Title>
        <span className={classes.mark} data-flagged={isFlagged || undefined}>
          {t(isFlagged ? "why.flagged" : "why.ordinary")}
        </span>
      </Group>
      {!Number.isNaN(score) && (
        <Tooltip label={t("why.unusualness-help")} multiline maw={300}>
          <Text size="sm" c="dimmed" tabIndex={0}>
            {t("why.scores", {
              unusualness: unusualnessOf(score, result.scale).toFixed(1),
              below: formatPercent(1 - countAtOrAbove(result.sorted, score) / result.sorted.length, language),
              score: formatNumber(score, language),
            })}
          </Text>
        </Tooltip>
      )}
    </div>
  );
}
