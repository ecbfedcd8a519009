import { Text } from "@mantine/core";
import { useEffect, useState } from "react";
import type { RowExplanation } from "../../core/explain/explanation";
import { fidelityVerdict, type Fidelity } from "../../core/explain/fidelity";
import type { RunResult } from "../../engine/protocol";
import { shownThresholdOf } from "../../state/threshold";
import { useAsk, useSession } from "../../state/use-session";
import { formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { saidOf } from "./said-reasons";

const REST_MS = 200;

interface Props {
  readonly row: number;
  readonly result: RunResult;
  readonly explanation: RowExplanation;
}

/** Whether the columns that the sentence names are what makes the score: what it would be with them as usual. */
export function FidelityLine({ row, result, explanation }: Props) {
  const { t, i18n } = useWords("inspect");
  const columns = useSession((state) => state.dataset?.columns);
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? Infinity);
  const fidelity = useFidelity(row, result, explanation);
  const verdict = fidelity && fidelityVerdict(fidelity, threshold);
  if (!verdict) return null;
  const names = saidOf(explanation).map(({ column }) => columns?.[column]?.name ?? "");
  const isStillFlagged = verdict === "falls" && fidelity.after >= threshold;
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
      {t(`why.fidelity.${isStillFlagged ? "falls-short" : verdict}`, {
        count: names.length,
        columns: new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(names),
        before: formatNumber(fidelity.before, i18n.language),
        after: formatNumber(fidelity.after, i18n.language),
      })}
    </Text>
  );
}

/** Asked once the selection rests; null before there is an answer, or when no column was named. */
function useFidelity(row: number, result: RunResult, explanation: RowExplanation): Fidelity | null {
  const ask = useAsk();
  const [answer, setAnswer] = useState<{ of: RowExplanation; fidelity: Fidelity | null } | null>(null);
  useEffect(() => {
    const named = saidOf(explanation).map(({ column }) => column);
    let isCurrent = true;
    const timer = setTimeout(() => {
      if (named.length === 0) return;
      ask.fidelity(result.key, row, named).then(
        (found) => {
          if (isCurrent) setAnswer({ of: explanation, fidelity: found });
        },
        // The run was forgotten: the next result asks again.
        () => undefined,
      );
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, result.key, row, explanation]);
  // The answer to an earlier explanation names other columns.
  return answer?.of === explanation ? answer.fidelity : null;
}
