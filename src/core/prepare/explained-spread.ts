import { lowerBound, sortedFinite, upperBound } from "../math/sort";

/** Where the middle half of a group's rows has one value, there is nothing to compare within it. */
const QUARTILE = 0.25;

/**
 * How much of the spread of numbers lies between groups, from 0 to 1: of their ranks, so that neither a single huge value
 * nor a heavy tail decides, and less what as many groups would explain by chance (epsilon squared, Kelley 1935). About 0
 * for groups that say nothing, however many there are. Null where there are not two groups, or where most rows are of a
 * group that hardly varies: such numbers are the groups written in another way, and within them nothing is left.
 * @param groups the values of each group
 */
export function explainedSpread(groups: readonly (readonly number[])[]): number | null {
  const finite = groups.map((values) => sortedFinite(values)).filter(({ length }) => length > 0);
  const sorted = sortedFinite(finite.flatMap((values) => [...values]));
  const count = sorted.length;
  const free = count - finite.length;
  if (finite.length < 2 || free < 1) return null;
  const varying = finite.filter(hasWideMiddle).reduce((rows, { length }) => rows + length, 0);
  if (2 * varying <= count) return null;

  const centre = count / 2;
  let [within, all] = [0, 0];
  for (const values of finite) {
    // The middle of the places that equal values share.
    const ranks = values.map((value) => (lowerBound(sorted, value) + upperBound(sorted, value)) / 2);
    const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
    for (const rank of ranks) {
      within += (rank - mean) ** 2;
      all += (rank - centre) ** 2;
    }
  }
  return all > 0 ? Math.max(0, 1 - (within / free) * ((count - 1) / all)) : null;
}

function hasWideMiddle(sorted: Float64Array): boolean {
  const at = Math.floor(QUARTILE * (sorted.length - 1));
  return sorted[at]! < sorted[sorted.length - 1 - at]!; // groups without values are left out
}
