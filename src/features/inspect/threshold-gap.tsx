import { Button, Text, Tooltip } from "@mantine/core";
import { useMemo } from "react";
import { falseOnesAt } from "../../core/score/calibrated";
import type { RunResult } from "../../engine/protocol";
import { isClearIn } from "../../state/borderline";
import { thresholdVerdictOf, type Threshold } from "../../state/threshold";
import { usePanel } from "../../state/use-panel";
import { useSetThresholdIn } from "../../state/use-shown";
import { formatCount, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";

/** What one person checks in a day. */
const A_DAY = 25;

interface Props {
  readonly result: RunResult;
  readonly threshold: Threshold;
}

/** Whether it is clear where strange begins, and what to do where it is not. */
export function Gap({ result, threshold }: Props) {
  const { t, i18n } = useWords("inspect");
  const choose = useSetThresholdIn(result);
  const opinions = usePanel();
  const isClear = useMemo(() => isClearIn(result, opinions), [result, opinions]);
  const verdict = thresholdVerdictOf(result);
  const kind = verdict.kind === "clear" && !isClear ? "undecided" : verdict.kind;
  const total = result.sorted.length;
  // Where no check could say anything, nobody knows how many false ones there are.
  if (kind === "calibrated" && !result.calibration?.members.some(({ said }) => said === "spoke")) return null;
  const values = {
    low: formatCount(verdict.low, i18n.language),
    high: formatCount(verdict.high, i18n.language),
    expected: formatNumber(Number(falseOnesAt(threshold.value, total).toPrecision(1)), i18n.language),
    most: formatCount(A_DAY, i18n.language),
  };
  return (
    <>
      <Tooltip multiline maw={320} label={t(`threshold.verdict-help.${kind}`, values)}>
        <Text size="xs" c="dimmed" tabIndex={0}>
          {t(`threshold.verdict.${kind}`, values)}
        </Text>
      </Tooltip>
      {kind === "undecided" && total > A_DAY && threshold.count !== A_DAY && (
        <Tooltip multiline maw={320} label={t("threshold.take-help", values)}>
          <Button size="compact-xs" variant="subtle" onClick={() => choose({ kind: "top-k", k: A_DAY })}>
            {t("threshold.take", values)}
          </Button>
        </Tooltip>
      )}
    </>
  );
}
