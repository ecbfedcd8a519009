import type { Labels } from "../score/metrics";
import type { Ranked } from "./ranked";

/** How a detector fares at every threshold, the highest first; thinned to what can be seen. */
export interface Curves {
  /** Share of the ordinary rows that are flagged. */
  readonly falseRate: Float64Array;
  /** Share of the strange rows that are flagged. */
  readonly recall: Float64Array;
  readonly precision: Float64Array;
  /** Which of these points is the present threshold; -1: nothing is flagged. */
  readonly at: number;
}

/** More points than pixels are no use. */
const MOST_POINTS = 240;

/** The points of both curves: one for each distinct score, or so many of them that no step of either is left out that could be seen. */
export function curvesOf({ order, ends, flagged }: Ranked, labels: Labels): Curves {
  const strange = labels.reduce((sum, label) => sum + label, 0);
  const ordinary = order.length - strange;
  const found: { readonly count: number; readonly hits: number }[] = [];
  let [hits, lastHits, lastFalse] = [0, 0, 0];
  for (let at = 0; at < order.length; at++) {
    hits += labels[order[at]!]!; // a label for each row
    if (ends[at] === 0) continue;
    const count = at + 1;
    const step = (hits - lastHits) / strange + (count - hits - lastFalse) / ordinary;
    if (step * MOST_POINTS < 2 && count !== flagged && count !== order.length && found.length > 0) continue;
    found.push({ count, hits });
    [lastHits, lastFalse] = [hits, count - hits];
  }
  return {
    falseRate: Float64Array.from(found, (one) => (one.count - one.hits) / ordinary),
    recall: Float64Array.from(found, (one) => one.hits / strange),
    precision: Float64Array.from(found, (one) => one.hits / one.count),
    at: found.findIndex(({ count }) => count === flagged),
  };
}
