import { kindIf } from "../core/kinds/kinds";
import type { EventsKind } from "../core/kinds/events-kind";
import type { EventScores, EventSequences, EventSequencesRequest, RunResult } from "../engine/protocol";
import { useRecipeOf, useShownResultOf } from "./kinds/use-row-kind";
import { useCall } from "./use-call";
import type { Query } from "./use-query";
import { useSession } from "./use-session";

/** The rows as sequences of events. */
export function useEventSequences(): Query<EventSequencesRequest, EventSequences> {
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useRecipeOf("events");
  return useCall("eventSequences", dataset === null || !recipe ? null : { dataset, recipe }, {
    keep: (earlier, present) => earlier.dataset === present.dataset,
  });
}

/** What the run on screen thinks of each event where it scores sequences as a whole; nothing is asked where it does not. */
export function useEventScores(): Query<{ readonly run: string }, EventScores> {
  const result = useShownResultOf("events");
  const run = levelOf(result) === "sequence" ? result?.key : null;
  return useCall("eventScores", run == null ? null : { run });
}

/** What a run of events scores: each of them, also where there is no such run, or sequences as a whole. */
export function levelOf(result: RunResult | null): EventsKind["level"] {
  return kindIf(result?.request.recipe.rowKind, "events")?.level ?? "event";
}
