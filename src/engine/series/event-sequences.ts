import { Failure } from "../../core/data/failure";
import type { Recipe } from "../../core/prepare/recipe";
import type { PreparedEvents } from "../../core/series/event-samples-of";
import type { EventsShape } from "../../core/series/shape";
import type { EventSequences } from "../protocol";

/** The events of a recipe's shape. Throws "illegal-parameter" where the shape is another. */
export function eventsShapeOf({ shape }: Recipe): EventsShape {
  if (shape?.kind === "events") return shape;
  throw new Failure({ code: "illegal-parameter", values: { parameter: "shape", why: "the rows are no events" } });
}

/** Events as a screen draws them; copies, because they leave the worker. */
export function eventSequencesOf({ samples, counts, names, notes }: PreparedEvents): EventSequences {
  return {
    vocabulary: samples.vocabulary,
    counts: counts.slice(),
    names,
    starts: samples.starts.slice(),
    rows: samples.origin.slice(),
    symbols: Uint32Array.from(samples.block(0, samples.count)),
    notes,
  };
}
