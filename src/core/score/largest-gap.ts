import { robustSpreadOf, summaryOf } from "./summary";

/** A gap further down separates nothing that is rare. */
const TOP_SHARE = 0.1;

/**
 * The score that stands above the widest gap among the highest tenth of scores, sorted in descending order. A gap counts
 * by its width, as asinh(z) of the modified z-score so that the distance between two giants does not decide, times the
 * root of how many stand above it: that many agree. Null where there are fewer than two scores, or no gap.
 */
export function scoreAboveGap(sorted: Float64Array): number | null {
  const summary = summaryOf(sorted);
  const spread = robustSpreadOf(summary);
  if (!(spread > 0)) return null;
  const last = Math.min(sorted.length - 1, Math.max(1, Math.ceil(TOP_SHARE * sorted.length)));
  const at = (place: number) => Math.asinh((sorted[place]! - summary.median) / spread); // place < length
  let [widest, above] = [0, -1];
  for (let count = 1; count <= last; count++) {
    const width = (at(count - 1) - at(count)) * Math.sqrt(count);
    if (width > widest) [widest, above] = [width, count - 1];
  }
  return sorted[above] ?? null;
}
