import { Text } from "@mantine/core";
import type { RowExplanation } from "../../core/explain/explanation";
import { fidelityVerdict, type Fidelity } from "../../core/explain/fidelity";
import type { RunResult } from "../../engine/protocol";
import { shownThresholdOf } from "../../state/threshold";
import { useQuery, type Query } from "../../state/use-query";
import { useAsk, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatList, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { contributionsToSay } from "../../core/explain/said-reasons";

const FIDELITY_REST_MS = 200;

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
  const { answer: fidelity, failure } = useFidelity(row, result, explanation);
  const verdict = fidelity && fidelityVerdict(fidelity, threshold);
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  if (!verdict) return null;
  const names = contributionsToSay(explanation).map(({ column }) => columns?.[column]?.name ?? "");
  const isStillFlagged = verdict === "falls" && fidelity.after >= threshold;
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
      {t(`why.fidelity.${isStillFlagged ? "falls-short" : verdict}`, {
        count: names.length,
        columns: formatList(names, i18n.language),
        before: formatNumber(fidelity.before, i18n.language),
        after: formatNumber(fidelity.after, i18n.language),
      })}
    </Text>
  );
}

interface About {
  readonly run: string;
  readonly row: number;
  readonly explanation: RowExplanation;
}

/** Asked once the selection rests, where a column was named. */
function useFidelity(row: number, result: RunResult, explanation: RowExplanation): Query<About, Fidelity | null> {
  const ask = useAsk();
  const namesSome = contributionsToSay(explanation).length > 0;
  return useQuery<About, Fidelity | null>(
    namesSome ? { run: result.key, row, explanation } : null,
    (about, signal) => {
      const named = contributionsToSay(about.explanation).map(({ column }) => column);
      return ask("fidelity", { run: about.run, row: about.row, named }, signal);
    },
    { restMs: FIDELITY_REST_MS },
  );
}
