import { saidStrange } from "../core/project/label-truth";
import type { LabelValues } from "../engine/protocol";
import { useCall } from "./use-call";
import { useSession } from "./use-session";

/** The values of the present label that a person says mean strange; null: as guessed. */
export function useSaidStrange(): readonly string[] | null {
  return useSession(({ history: { present } }) => saidStrange(present.truth, present.recipe));
}

/** What a label says. */
interface LabelTruth extends LabelValues {
  /** Whether a person said what is strange. */
  readonly isSaid: boolean;
}

/** The values of a column as a label, and which of them mean strange now; null where it can be none, once that is known. */
export function useLabelTruth(column: number | null): { readonly truth: LabelTruth | null; readonly isKnown: boolean } {
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const { answer, isLoading } = useCall(
    "labelValues",
    dataset === null || column === null ? null : { dataset, column },
  );
  const said = useSession(({ history: { present } }) =>
    present.truth && present.truth.column === column ? present.truth.strange : null,
  );
  const truth = answer && { ...answer, strange: said ?? answer.strange, isSaid: said !== null };
  return { truth, isKnown: !isLoading };
}
