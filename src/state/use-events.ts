import type { EventScores, EventSequences, EventSequencesRequest } from "../engine/protocol";
import { shownResultOf } from "./threshold";
import { useCall } from "./use-call";
import type { Query } from "./use-query";
import { useSession } from "./use-session";

/** The rows as sequences of events. */
export function useEventSequences(): Query<EventSequencesRequest, EventSequences> {
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useSession(({ history: { present } }) =>
    present.recipe?.rowKind.kind === "events" ? present.recipe : null,
  );
  return useCall("eventSequences", dataset === null || !recipe ? null : { dataset, recipe }, {
    keep: (earlier, present) => earlier.dataset === present.dataset,
  });
}

/** What the run on screen thinks of each event where it scores sequences as a whole; nothing is asked where it does not. */
export function useEventScores(): Query<{ readonly run: string }, EventScores> {
  const run = useSession((state) => {
    const result = shownResultOf(state);
    const rowKind = result?.request.recipe.rowKind;
    return result && rowKind?.kind === "events" && rowKind.level === "sequence" ? result.key : null;
  });
  return useCall("eventScores", run === null ? null : { run });
}
