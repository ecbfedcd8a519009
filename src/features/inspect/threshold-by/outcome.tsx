import { Button, Loader, Text } from "@mantine/core";
import { countAtOrAbove } from "../../../core/score/threshold";
import type { Consequence } from "../../../core/score/consequence";
import type { ConsequenceThreshold, RunResult } from "../../../engine/protocol";
import { FailedAlert } from "../../../ui/failed-alert";
import { formatCount, formatNumber } from "../../../ui/format";
import { useWords } from "../../../ui/use-words";
import { FaresCurve } from "./fares-curve";
import { useConsequence } from "./use-consequence";
import { useOutcomeWords } from "./use-outcome-words";

interface Props {
  readonly result: RunResult;
  readonly by: Consequence;
  onTake(found: ConsequenceThreshold, by: Consequence): void;
}

/** What a threshold would bring, or why there is none; and to take it. */
export function Outcome({ result, by, onTake }: Props) {
  const { t, i18n } = useWords("inspect");
  const { answer, failure } = useConsequence(result, by);
  const wordsOf = useOutcomeWords();
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  if (!answer) return <Loader size="xs" aria-label={t("threshold.by.working")} />;
  if (answer.kind === "refused")
    return (
      <Text size="xs" role="status">
        {t(
          `threshold.by.refused.${answer.why}`,
          Object.fromEntries(
            Object.entries(answer.values).map(([name, of]) => [
              name,
              typeof of === "number" ? formatNumber(of, i18n.language) : of,
            ]),
          ),
        )}
      </Text>
    );
  const count = countAtOrAbove(result.sorted, answer.value);
  return (
    <>
      {answer.curve && <FaresCurve curve={answer.curve} by={by} />}
      <Text size="xs" role="status">
        {t("threshold.rows", { count, formatted: formatCount(count, i18n.language) })}: {wordsOf(answer, by)}.
      </Text>
      <Button size="compact-sm" onClick={() => onTake(answer, by)}>
        {t("threshold.by.take")}
      </Button>
    </>
  );
}
