import type { Metric } from "../../../core/detect/context";
import type { Note } from "../../../core/data/note";

/**
 * The middle of a network that holds k of d independent columns explains k/d of pure noise, 1 part in 8 at 64 columns:
 * what explains less than 1 part in 20 has learnt nothing of the row.
 */
const MAX_UNEXPLAINED_SHARE = 0.95;
/** Of the curve's end, where it is seen whether it still falls. */
const END_SHARE = 0.2;
/** Reports there that are enough for a slope. */
const MIN_SLOPE_REPORTS = 3;
/**
 * Fall within that end, as a share of its mean. On twelve tables, trained for 125 to 1,000 steps: with a steeper end
 * twice the steps lowered the loss by 15 % or more in 16 of 18 trainings, with a flatter one in 5 of 25.
 */
const MIN_FALL_SHARE = 0.1;
/** Of the loss it was learnt with: a larger part on samples never seen says that samples were learnt by heart. */
const MIN_GAP_RATIO = 1.5;
/** A gap below this share of the baseline changes no ranking. */
const MIN_GAP_SHARE = 0.05;

/**
 * The one sentence that matters most about a training, as a code `neural.verdict.*`: "collapsed" (no better than
 * typical values), "gap" (much worse on samples held out), "still-improving", else "good" ("good-unchecked" where
 * nothing was held out, "settled" without a baseline), "too-short" where there is no curve. `metrics` are the curves
 * as they were reported: "loss" and, where samples were held out, "validation loss", each in the order of its steps.
 * `baseline` is the same loss, on the same samples, of answering with each column's typical value whatever the
 * sample, as a collapsed network does; null where no such answer is comparable.
 */
export function verdictOf(metrics: readonly Metric[], baseline: number | null): Note {
  const learning = metrics.filter(({ name }) => name === "loss");
  const heldOut = metrics.filter(({ name }) => name === "validation loss");
  const evaluated = heldOut.length ? heldOut : learning;
  const best = bestReport(evaluated);
  if (!best) return { code: "neural.verdict.too-short" };
  const explained = baseline ? 1 - best.value / baseline : null;
  if (explained !== null && explained <= 1 - MAX_UNEXPLAINED_SHARE) return { code: "neural.verdict.collapsed" };
  const beside = learning.find(({ at }) => at === best.at)?.value;
  if (heldOut.length && beside !== undefined && isGap(best.value, beside, baseline ?? 0))
    return { code: "neural.verdict.gap", values: { times: Number((best.value / beside).toPrecision(2)) } };
  const fall = fallAtTheEnd(evaluated, best.at);
  if (fall >= MIN_FALL_SHARE) return { code: "neural.verdict.still-improving", values: { percent: percentOf(fall) } };
  if (explained === null) return { code: "neural.verdict.settled" };
  const code = heldOut.length ? "neural.verdict.good" : "neural.verdict.good-unchecked";
  return { code, values: { percent: percentOf(explained) } };
}

function bestReport(curve: readonly Metric[]): Metric | undefined {
  return curve.reduce<Metric | undefined>(
    (best, point) => (best && best.value <= point.value ? best : point),
    undefined,
  );
}

function isGap(heldOut: number, learnt: number, baseline: number): boolean {
  return heldOut > MIN_GAP_RATIO * learnt && heldOut - learnt > MIN_GAP_SHARE * baseline;
}

/**
 * How much the least-squares line through the last fifth falls, as a share of its mean; 0 where it has too few points
 * or the best one lies before it.
 */
function fallAtTheEnd(curve: readonly Metric[], bestAt: number): number {
  const last = curve.at(-1)?.at ?? 0;
  const start = last * (1 - END_SHARE);
  const end = curve.filter(({ at }) => at >= start);
  if (end.length < MIN_SLOPE_REPORTS || bestAt < start) return 0;
  const middle = meanOf(end.map(({ at }) => at));
  const mean = meanOf(end.map(({ value }) => value));
  let [products, squares] = [0, 0];
  for (const { at, value } of end) {
    products += (at - middle) * (value - mean);
    squares += (at - middle) ** 2;
  }
  return mean > 0 && squares > 0 ? (-(products / squares) * END_SHARE * last) / mean : 0;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percentOf(share: number): number {
  return Math.round(100 * share);
}
