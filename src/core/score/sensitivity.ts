import { countAtOrAbove } from "./threshold";
import { quantileOfDescending } from "./summary";

/** Rows, strangest first, whose flag changes when the threshold moves. At most one of the two lists has rows. */
export interface Moved {
  readonly enter: Uint32Array;
  readonly leave: Uint32Array;
}

/** The rows that become flagged or stop being flagged when the threshold moves from one value to another; views, no copies. */
export function movedRows(order: Uint32Array, sorted: Float64Array, from: number, to: number): Moved {
  const before = countAtOrAbove(sorted, from);
  const after = countAtOrAbove(sorted, to);
  return {
    enter: order.subarray(before, Math.max(before, after)),
    leave: order.subarray(Math.min(before, after), before),
  };
}

/** How many rows a tenth of a move either way changes. */
export interface Sensitivity {
  readonly enter: number;
  readonly leave: number;
  /** The threshold after each move. */
  readonly lower: number;
  readonly higher: number;
}

/**
 * What happens when the threshold moves by a tenth of its distance to the median score, down (rows enter) and up
 * (rows leave). Independent of the unit and the zero of the scores.
 */
export function sensitivityAt(sorted: Float64Array, threshold: number): Sensitivity {
  const step = sorted.length === 0 ? 0 : Math.abs(threshold - quantileOfDescending(sorted, 0.5)) / 10;
  const count = countAtOrAbove(sorted, threshold);
  const [lower, higher] = [threshold - step, threshold + step];
  return {
    enter: countAtOrAbove(sorted, lower) - count,
    leave: count - countAtOrAbove(sorted, higher),
    lower,
    higher,
  };
}
