import { robustSpreadOf, summaryOf } from "./summary";

/** From this share of the way on, what lies between flagged and ordinary scores is a gap that anybody would see. */
const MIN_GAP_SHARE = 0.2;

/**
 * Whether nothing lies for a good part of the way from the usual score up to the last of the first `count` scores, which
 * are sorted in descending order, and for more than ordinary scores spread: then that many stand apart, whatever rule is
 * used. Independent of unit and zero.
 */
export function standsApart(sorted: Float64Array, count: number): boolean {
  const last = sorted[count - 1];
  const next = sorted[count];
  if (last === undefined || next === undefined) return false;
  const summary = summaryOf(sorted);
  const [way, gap] = [last - summary.median, last - next];
  return gap > robustSpreadOf(summary) && gap >= MIN_GAP_SHARE * way;
}
