import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { TruthSource } from "../core/truth/truth-sources";
import type { KnownRequest } from "../engine/protocol";
import { availableSources, countingSources, knownBySources } from "./known-truth";
import { useSession } from "./use-session";

/** What is known of the rows of the open table. */
export interface KnownTruth {
  readonly available: readonly TruthSource[];
  readonly counting: readonly TruthSource[];
  /** For the engine, the same while nothing changed; null where nothing is known. */
  readonly request: KnownRequest | null;
}

/** What tells which rows are strange, and what of it counts. */
export function useTruth(): KnownTruth {
  const available = useSession(useShallow(availableSources));
  const counting = useSession(useShallow(countingSources));
  const marked = useSession((state) => state.marked);
  const recipe = useSession(({ history }) => history.present.recipe);
  const truth = useSession(({ history }) => history.present.truth);
  const labelled = useSession(({ history }) => history.present.labelled);
  const stretches = useSession(({ history }) => history.present.stretches);
  const request = useMemo(
    () => knownBySources(counting, marked, { recipe, truth, labelled, stretches }),
    [counting, marked, recipe, truth, labelled, stretches],
  );
  return { available, counting, request };
}
