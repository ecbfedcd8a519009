import { quantileOfSorted } from "../math/quantile";

/** The scale on which values of a column are compared: as they are, by ratio (log), or between the two (root). */
export type Ruler = "plain" | "log" | "root";

/** A bulk less lopsided than this is measured as it is. */
const MIN_SKEW = 0.25;
/** Another ruler must make it so much less lopsided. */
const MIN_GAIN = 0.5;
/** How many may be 0 or less in a column of positive numbers: mistakes, not its sort. */
const MAX_NOT_POSITIVE_SHARE = 0.005;

/** The value on the ruler; what a logarithm or a root does not know (0 and less) is NaN. */
export function onRuler(ruler: Ruler, value: number): number {
  switch (ruler) {
    case "plain":
      return value;
    case "log":
      return value > 0 ? Math.log(value) : NaN;
    case "root":
      return value >= 0 ? Math.sqrt(value) : NaN;
    default:
      return ruler satisfies never;
  }
}

/** Back from the ruler to the units of the column. */
export function offRuler(ruler: Ruler, value: number): number {
  if (ruler === "log") return Math.exp(value);
  return ruler === "root" ? value * Math.abs(value) : value;
}

/**
 * By ratio where nearly all values are positive and their bulk is lopsided, but not so by ratio: amounts, durations,
 * concentrations. By root where zeros are among them. Read off quantiles, so that strays do not decide.
 */
export function rulerOf(sorted: Float64Array): Ruler {
  const skew = lopsidednessOf(sorted);
  if (!(skew > MIN_SKEW)) return "plain";
  const firstPositive = sorted.findIndex((value) => value > 0);
  const firstAtLeast0 = sorted.findIndex((value) => value >= 0);
  const most = MAX_NOT_POSITIVE_SHARE * sorted.length;
  const others: readonly (readonly [Ruler, number])[] = [
    ["log", firstPositive],
    ["root", firstAtLeast0],
  ];
  for (const [ruler, first] of others) {
    if (first < 0 || first > most) continue;
    const other = sorted.subarray(first).map((value) => onRuler(ruler, value));
    if (Math.abs(lopsidednessOf(other)) < MIN_GAIN * skew) return ruler;
  }
  return "plain";
}

/** Bowley's skewness of the middle nine tenths, -1 to 1. */
function lopsidednessOf(sorted: Float64Array): number {
  const low = quantileOfSorted(sorted, 0.05);
  const middle = quantileOfSorted(sorted, 0.5);
  const high = quantileOfSorted(sorted, 0.95);
  return high > low ? (high + low - 2 * middle) / (high - low) : 0;
}
