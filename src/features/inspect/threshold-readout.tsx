import { Text } from "@mantine/core";
import { coreKindOf } from "../../core/kinds/kinds";
import { sensitivityAt } from "../../core/score/sensitivity";
import type { ThresholdRule } from "../../core/score/threshold";
import type { RunResult } from "../../engine/protocol";
import { thresholdOf } from "../../state/threshold";
import { useThresholdIn } from "../../state/use-shown";
import { formatCount, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./threshold-panel.module.css";
import { LabelQuality } from "./label-quality";
import { ByLine } from "./threshold-by/by-line";
import { Gap } from "./threshold-gap";

const SUGGESTED_THRESHOLD: ThresholdRule = { kind: "suggested" };

/** What the threshold flags, whether there is a gap, and what a small move would change. */
export function ThresholdReadout({ result }: { readonly result: RunResult }) {
  const { t, i18n } = useWords("inspect");
  const threshold = useThresholdIn(result);
  const language = i18n.language;
  const { enter, leave } = sensitivityAt(result.sorted, threshold.value);
  const total = result.sorted.length;
  const moved = threshold.count - thresholdOf(result, SUGGESTED_THRESHOLD).count;
  return (
    <div className={classes.readout}>
      <span className={classes.count} role="status" data-testid="flagged-count">
        {t("threshold.flagged", {
          count: threshold.count,
          context: coreKindOf(result.request.recipe.rowKind).noun,
          formatted: formatCount(threshold.count, language),
          share: formatPercent(total === 0 ? 0 : threshold.count / total, language),
        })}
      </span>
      <ByLine result={result} />
      <Gap result={result} threshold={threshold} />
      {moved !== 0 && (
        <Text size="xs" fw={500}>
          {t(moved > 0 ? "threshold.entered" : "threshold.left", {
            count: Math.abs(moved),
            formatted: formatCount(Math.abs(moved), language),
          })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t("threshold.sensitivity", { enter: formatCount(enter, language), leave: formatCount(leave, language) })}
      </Text>
      <LabelQuality result={result} />
    </div>
  );
}
