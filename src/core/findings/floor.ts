import { lowerBound } from "../math/sort";
import { fewEvidence } from "./poisson";

/** Where values end: at 0, with some just above and hardly any below. */
export interface Floor {
  /** The lowest values that are not below 0, ascending. */
  readonly lowest: Float64Array;
  readonly below: number;
}

/** More values than this add nothing to the evidence that there is a floor. */
const MAX_LOWEST = 400;
/** More values below are of the column's sort. */
export const MAX_BELOW = 5;

/** The floor of values in ascending order; null where too many lie below 0, or all. */
export function floorOf(sorted: Float64Array): Floor | null {
  const below = lowerBound(sorted, 0);
  if (below > MAX_BELOW || below >= sorted.length) return null;
  return { lowest: sorted.slice(below, below + MAX_LOWEST), below };
}

/**
 * How rarely so few would lie as far below 0 as this value, where as many lie within the same distance above it: -log10
 * of the Poisson probability. Values that only thin out towards 0 have no floor there.
 */
export function floorEvidence({ lowest, below }: Floor, value: number): number {
  if (!(value < 0)) return 0;
  return fewEvidence(Math.max(1, below), lowerBound(lowest, -value));
}
