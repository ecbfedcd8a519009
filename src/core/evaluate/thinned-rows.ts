import { seededRandom } from "../math/random";
import type { Labels } from "../score/metrics";
import type { Ranked } from "./ranked";

/** With more rows than this figures are resampled from some of them. */
const MOST_ROWS = 50_000;
/** So many of the others stand for all. */
const ROWS_KEPT = 20_000;
/** Of the rows that a detector puts first, and of the strange ones, at most so many are kept. */
const MOST_KEPT = 5000;
const SEED = 7;

/** Some rows, ascending, and how many each stands for. */
export interface ThinnedRows {
  readonly rows: Uint32Array;
  readonly counts: Float64Array;
}

/**
 * The rows that decide how sure figures are, where there are too many to draw all again and again: those that are strange,
 * those that any detector flags or puts first, and a few of the others, each for many. Null where all may stay. What is
 * left out makes intervals a little wider, never narrower.
 */
export function thinnedRows(all: readonly Ranked[], labels: Labels, k: number): ThinnedRows | null {
  const count = labels.length;
  if (count <= MOST_ROWS) return null;
  const isKept = new Uint8Array(count);
  for (const { order, flagged } of all)
    for (const row of order.subarray(0, Math.min(MOST_KEPT, Math.max(flagged, k)))) isKept[row] = 1;
  let strange = 0;
  for (let row = 0; row < count && strange < MOST_KEPT; row++) if (labels[row] === 1) strange += isKept[row] = 1;
  const random = seededRandom(SEED);
  const left = [0, 0];
  for (let row = 0; row < count; row++) if (isKept[row] === 0) left[labels[row]!]!++;
  const taken = [0, 0];
  const share = ROWS_KEPT / (left[0]! + left[1]!);
  for (let row = 0; row < count; row++)
    if (isKept[row] === 0 && random() < share) {
      isKept[row] = 2;
      taken[labels[row]!]!++;
    }
  const rows = Uint32Array.from(isKept.keys()).filter((row) => isKept[row]! > 0);
  const counts = Float64Array.from(rows, (row) => (isKept[row] === 1 ? 1 : left[labels[row]!]! / taken[labels[row]!]!));
  return { rows, counts };
}
