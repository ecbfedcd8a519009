import { Badge, Text, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { sensitivityAt } from "../../core/score/sensitivity";
import type { ThresholdRule } from "../../core/score/threshold";
import type { RunResult } from "../../engine/protocol";
import { cutOf, cutVerdictOf } from "../../state/cut";
import { useCutIn } from "../../state/use-shown";
import { formatCount, formatPercent } from "../../ui/format";
import classes from "./cut-panel.module.css";
import { LabelQuality } from "./label-quality";

const SUGGESTED: ThresholdRule = { kind: "suggested" };

/** What the cut flags, whether the data decide it, and what a small move would change. */
export function CutReadout({ result }: { readonly result: RunResult }) {
  const { t, i18n } = useTranslation("inspect");
  const cut = useCutIn(result);
  const language = i18n.language;
  const verdict = cutVerdictOf(result);
  const { enter, leave } = sensitivityAt(result.sorted, cut.value);
  const total = result.sorted.length;
  const moved = cut.count - cutOf(result, SUGGESTED).count;
  return (
    <div className={classes.readout}>
      <span className={classes.count} role="status" data-testid="flagged-count">
        {t("cut.flagged", {
          count: cut.count,
          ...(result.request.recipe.shape?.kind === "images" && { context: "pictures" }),
          formatted: formatCount(cut.count, language),
          share: formatPercent(total === 0 ? 0 : cut.count / total, language),
        })}
      </span>
      <Tooltip
        multiline
        maw={320}
        label={t(`cut.verdict-help.${verdict.kind}`, {
          low: formatCount(verdict.low, language),
          high: formatCount(verdict.high, language),
        })}
      >
        <Badge variant="light" color={verdict.kind === "clear" ? "teal" : "gray"} tabIndex={0} tt="none" fw={500}>
          {t(`cut.verdict.${verdict.kind}`)}
        </Badge>
      </Tooltip>
      {moved !== 0 && (
        <Text size="xs" fw={500}>
          {t(moved > 0 ? "cut.entered" : "cut.left", {
            count: Math.abs(moved),
            formatted: formatCount(Math.abs(moved), language),
          })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t("cut.sensitivity", { enter: formatCount(enter, language), leave: formatCount(leave, language) })}
      </Text>
      <LabelQuality result={result} />
    </div>
  );
}
