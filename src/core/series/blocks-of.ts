import { upperBound } from "../math/sort";
import { NO_ROW } from "./series-samples";
import type { PreparedSeries } from "./series-samples-of";

/** A block is so many windows long: steps share windows with those of the same block, and of the next with few only. */
const WINDOWS = 2;

/** The block of neighbouring steps that each row lies in, numbered over all series; -1 where it has no step. */
export function blocksOf({ samples, stepOf }: Pick<PreparedSeries, "samples" | "stepOf">): Int32Array {
  const { starts, window } = samples;
  const length = Math.max(1, WINDOWS * window);
  const first = new Uint32Array(starts.length);
  for (let part = 0; part + 1 < starts.length; part++)
    first[part + 1] = first[part]! + Math.ceil((starts[part + 1]! - starts[part]!) / length); // parts of the series
  return Int32Array.from(stepOf, (step) => {
    if (step === NO_ROW) return -1;
    const part = upperBound(starts, step) - 1;
    return first[part]! + Math.floor((step - starts[part]!) / length); // a part
  });
}
