import { someRows } from "../../core/data/some-rows";
import type { EventDetector } from "../../core/detect/detector";
import { requireKind } from "../../core/kinds/kinds";
import { rowsLearned } from "../../core/learn/rows-learned";
import type { EventsKind } from "../../core/kinds/events-kind";
import type { Recipe } from "../../core/prepare/recipe";
import { eventSamplesOf, type PreparedEvents } from "../../core/series/event-samples-of";
import type { EventSamples } from "../../core/series/series-samples";
import { createKept, tableKey, tableStart } from "../kept";
import type { FittedRun } from "../stored-run";
import type { Table } from "../tables";
import { requireAccepts } from "../require-accepts";

const MAX_KEPT_INPUTS = 2;

/** Events by table and recipe. */
export function createEventInputs() {
  const prepared = createKept<PreparedEvents>(MAX_KEPT_INPUTS);
  return {
    /** Rejects with "illegal-parameter" where the rows are no events. */
    async get(table: Table, recipe: Recipe): Promise<PreparedEvents> {
      const rowKind = requireKind(recipe.rowKind, "events");
      const beside = besideIn(recipe, rowKind);
      const classAt = classIn(recipe);
      const { ignored } = recipe;
      const read = { beside, classAt, ...(ignored && { ignored }) };
      return prepared.get(tableKey(table.id, { rowKind, ...read }), async () =>
        eventSamplesOf(table.dataset, rowKind, read),
      );
    },
    /** The events that detectors learn from: all, or some of their rows. */
    async learned(table: Table, recipe: Recipe): Promise<PreparedEvents> {
      const rows = rowsLearned(table.dataset, recipe);
      if (!rows) return this.get(table, recipe);
      const rowKind = requireKind(recipe.rowKind, "events");
      return eventSamplesOf(someRows(table.dataset, rows), rowKind, {
        beside: besideIn(recipe, rowKind),
        classAt: classIn(recipe),
      });
    },
    forgetTable: (id: string) => prepared.forget(tableStart(id)),
  };
}

/** The column that says of which class a sequence is; null where a person named none. */
function classIn({ columns }: Recipe): number | null {
  const at = columns.findIndex(({ role }) => role === "class");
  return at < 0 ? null : at;
}

/** Columns that say something of an event beside its symbol, its sequence and its time. */
function besideIn({ columns }: Recipe, { symbol, sequence, time }: EventsKind): number[] {
  return columns.flatMap(({ role }, at) => (role === "feature" && ![symbol, sequence, time].includes(at) ? [at] : []));
}

/** The detector of a run of events. */
export function eventDetectorOf({ detector }: FittedRun): EventDetector {
  return requireAccepts(detector, "events");
}

/** Scores of events, or those of whole sequences: then every event has the highest of its sequence. */
export function scoresOfEvents(ofSamples: Float64Array, { starts, level }: EventSamples): Float64Array {
  if (level === "event") return ofSamples;
  const scores = ofSamples.slice();
  for (let sequence = 0; sequence + 1 < starts.length; sequence++) {
    const own = scores.subarray(starts[sequence], starts[sequence + 1]);
    own.fill(own.reduce((most, score) => Math.max(most, score), -Infinity));
  }
  return scores;
}
