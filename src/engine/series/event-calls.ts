import type { EventCalls } from "../calls/events";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";
import { eventScoresOf } from "./event-scores";
import { eventSequencesOf, eventsShapeOf } from "./event-sequences";

/** How calls about sequences of events are done. */
export function eventCalls({ tables, inputs, runs, inputFor }: Parts): Handlers<EventCalls> {
  return {
    async eventSequences({ dataset, recipe }) {
      return eventSequencesOf(await inputs.shaped.events(tables.get(dataset), recipe, eventsShapeOf(recipe)));
    },
    eventScores: async ({ run }, tools) => eventScoresOf(runs.get(run), inputFor(tools), tools),
  };
}
