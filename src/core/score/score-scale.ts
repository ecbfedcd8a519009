import { countAtOrAbove } from "./threshold";
import { MAD_TO_SD, quantileOfDescending, robustSpreadOf, summaryOf } from "./summary";

/**
 * Constants that turn raw scores into a score of 0 to 100, fixed on the scores of the fitted data so
 * that a new row scores the same tomorrow.
 */
export interface ScoreScale {
  /** log1p((score - floor) / unit) is compared with its own median and MAD. */
  readonly floor: number;
  readonly unit: number;
  readonly median: number;
  readonly mad: number;
}

/**
 * Fits the scale on scores sorted in descending order: the floor is the smallest score, the unit the
 * distance from it to the median (to the mean where more than half tie at the floor), and `mad` falls back
 * to the mean deviation where more than half of the scores tie. A scale of scores that are all equal has
 * `mad` 0 and calls nothing unusual.
 */
export function fitScoreScale(sorted: Float64Array): ScoreScale {
  if (sorted.length === 0) return { floor: 0, unit: 1, median: 0, mad: 0 };
  const floor = sorted[sorted.length - 1] ?? 0;
  let sum = 0;
  for (const score of sorted) sum += (score - floor) / sorted.length;
  const unit = quantileOfDescending(sorted, 0.5) - floor || sum || 1;
  const logs = sorted.map((score) => Math.log1p((score - floor) / unit));
  const summary = summaryOf(logs);
  return { floor, unit, median: summary.median, mad: robustSpreadOf(summary) / MAD_TO_SD };
}

/** Up to here (90 of 100) scores are spread as a normal distribution would have them; tails are far longer than its own. */
const TAIL_FROM = 1.645;
const AT_TAIL = erf(TAIL_FROM / Math.SQRT2);
/** How fast what is missing to 1 shrinks where the tail begins, as a share of it. */
const SHRINK = (Math.SQRT2 / Math.sqrt(Math.PI) / (1 - AT_TAIL)) * Math.exp((-TAIL_FROM * TAIL_FROM) / 2);

/**
 * 0-100: how far a score lies above the typical one, by Gaussian scaling of its logarithm (Kriegel,
 * Kröger, Schubert & Zimek 2011) with median and MAD in place of mean and sd, which outliers inflate
 * (arXiv 2408.15874). Typical scores and less give 0. In the tail, what is missing to 100 shrinks with the root of the
 * distance and not as a Gaussian does, so that a score ten times as far still reads higher. It is not a probability.
 */
export function scoreOutOf100(score: number, scale: ScoreScale): number {
  if (!(scale.mad > 0)) return 0;
  const z = (Math.log1p(Math.max(0, score - scale.floor) / scale.unit) - scale.median) / (MAD_TO_SD * scale.mad);
  if (Number.isNaN(z)) return NaN;
  if (z <= 0) return 0;
  if (z <= TAIL_FROM) return 100 * erf(z / Math.SQRT2);
  return 100 * (1 - (1 - AT_TAIL) / Math.sqrt(1 + 2 * SHRINK * (z - TAIL_FROM)));
}

/** Percent of the scores (sorted in descending order) that are below `score`. */
export function percentileOf(sorted: Float64Array, score: number): number {
  return sorted.length === 0 ? 0 : (100 * (sorted.length - countAtOrAbove(sorted, score))) / sorted.length;
}

/** The error function for x >= 0, to 1.5e-7 (Abramowitz & Stegun 1964, 7.1.26). */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.min(1, Math.max(0, 1 - polynomial * Math.exp(-x * x)));
}
