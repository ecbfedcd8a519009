import type { PreparedEvents } from "../../core/series/event-samples-of";
import type { EventSequences } from "../protocol";

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
