import type { EventCalls } from "../calls/events";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";
import { eventScoresOf } from "./event-scores";
import { eventSequencesOf } from "./event-sequences";

/** How calls about sequences of events are done. */
export function eventCalls({ tables, kinds, runs }: Parts): Handlers<EventCalls> {
  return {
    async eventSequences({ dataset, recipe }) {
      return eventSequencesOf(await kinds.events.prepared(tables.get(dataset), recipe));
    },
    async eventScores({ run: key }, tools) {
      const run = runs.get(key);
      return eventScoresOf(run, await kinds.events.prepared(run.table, run.request.recipe), tools);
    },
  };
}
