import { Text } from "@mantine/core";
import type { RunResult } from "../../../engine/protocol";
import { useThresholdIn } from "../../../state/use-shown";
import { staleProps } from "../../../ui/stale";
import { useWords } from "../../../ui/use-words";
import { useConsequence } from "./use-consequence";
import { useOutcomeWords } from "./use-outcome-words";

/** Of a threshold that was chosen by what it brings: what that is now. */
export function ByLine({ result }: { readonly result: RunResult }) {
  const { rule } = useThresholdIn(result);
  const by = rule.kind === "by" ? rule.by : null;
  const { t } = useWords("inspect");
  const wordsOf = useOutcomeWords();
  const { answer, isStale } = useConsequence(result, by);
  if (!by || !answer) return null;
  return (
    <Text size="xs" fw={500} {...staleProps(isStale)}>
      {answer.kind === "threshold" ? wordsOf(answer, by) : t(`threshold.by.refused.${answer.why}`, answer.values)}
    </Text>
  );
}
