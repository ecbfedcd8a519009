import type { Labels } from "./metrics";
import { rankScores } from "./rank";
import { stretchesOf, type Stretch } from "./stretches";

/** SeriesVus under the ROC and the precision-recall surface, 0 to 1. */
export interface Vus {
  readonly roc: number;
  readonly pr: number;
}

/** Thresholds at which both curves are read, as the reference code does. */
const THRESHOLDS_READ = 250;

/**
 * VUS-ROC and VUS-PR of scores by step: labelled stretches get slopes of 0 to `window` steps at both ends, and the
 * range-based areas under both curves are averaged over all of these lengths (Paparrizos, Boniol, Palpanas, Tsay,
 * Elmore & Franklin 2022, Volume Under the Surface, PVLDB 15(11); as the TSB-AD reference code computes it, with
 * 250 thresholds). Steps without a score (NaN) are left out. NaN unless there are labelled and unlabelled steps. Scores are
 * sorted once; each length then costs the steps near a label.
 */
export function vusOf(scores: Float64Array, labels: Labels, window: number): Vus {
  const lengths = vusByLength(scores, labels, window);
  let next = lengths.next();
  while (!next.done) next = lengths.next();
  return next.value;
}

/** The same, one length of slope after the other: yields the share that is done, so that others get a turn. */
export function* vusByLength(scores: Float64Array, labels: Labels, window: number): Generator<number, Vus> {
  const kept = scores.some(Number.isNaN) ? withoutGaps(scores, labels) : { scores, labels };
  const stretches = stretchesOf(kept.labels);
  const labelled = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const count = kept.scores.length;
  if (labelled === 0 || labelled === count) return { roc: NaN, pr: NaN };
  const { firstThreshold, flagged } = thresholdsOf(kept.scores);
  const surface = surfaceOver(stretches, kept.labels, firstThreshold);
  let [roc, pr] = [0, 0];
  for (let length = 0; length <= window; length++) {
    const { hits, found } = surface(length);
    // Before the first threshold nothing is flagged.
    let [rateBefore, falseBefore] = [0, 0];
    for (let threshold = 0; threshold < THRESHOLDS_READ; threshold++) {
      // Weights that are flagged count as labels, too: the mean of labels with and without them.
      const positives = labelled + hits.slopes[threshold]! / 2;
      const caught = hits.labels[threshold]! + hits.slopes[threshold]!; // one for each threshold, and so below
      const rate = Math.min(caught / positives, 1) * found[threshold]!;
      const falseRate = (flagged[threshold]! - caught) / (count - positives);
      roc += ((falseRate - falseBefore) * (rate + rateBefore)) / 2;
      pr += (rate - rateBefore) * (caught / flagged[threshold]!);
      [rateBefore, falseBefore] = [rate, falseRate];
    }
    roc += ((1 - falseBefore) * (1 + rateBefore)) / 2;
    yield (length + 1) / (window + 1);
  }
  return { roc: roc / (window + 1), pr: pr / (window + 1) };
}

function withoutGaps(scores: Float64Array, labels: Labels): { scores: Float64Array; labels: Labels } {
  const kept = labels.filter((_, step) => !Number.isNaN(scores[step]));
  return { scores: scores.filter((score) => !Number.isNaN(score)), labels: kept };
}

/** For each step the first threshold that flags it, and for each threshold the number of steps that it flags. */
function thresholdsOf(scores: Float64Array): { firstThreshold: Uint16Array; flagged: Float64Array } {
  const { order, sorted } = rankScores(scores);
  const firstThreshold = new Uint16Array(scores.length);
  const flagged = new Float64Array(THRESHOLDS_READ);
  const last = scores.length - 1;
  let place = 0;
  for (let threshold = 0; threshold < THRESHOLDS_READ; threshold++) {
    const at = threshold === THRESHOLDS_READ - 1 ? last : Math.floor(threshold * (last / (THRESHOLDS_READ - 1)));
    for (; place <= last && sorted[place]! >= sorted[at]!; place++) firstThreshold[order[place]!] = threshold; // place, at <= last
    flagged[threshold] = place;
  }
  return { firstThreshold, flagged };
}

/** What the thresholds catch when labels have slopes of a length. */
interface Caught {
  /** By threshold: labelled steps, and the weight of steps on slopes. */
  readonly hits: { readonly labels: Float64Array; readonly slopes: Float64Array };
  /** By threshold: share of the stretches, with their slopes, that are touched. */
  readonly found: Float64Array;
}

function surfaceOver(
  stretches: readonly Stretch[],
  labels: Labels,
  firstThreshold: Uint16Array,
): (length: number) => Caught {
  const count = labels.length;
  const byLabels = new Float64Array(THRESHOLDS_READ);
  labels.forEach((label, step) => {
    if (label) byLabels[firstThreshold[step]!]! += 1; // one threshold for each step
  });
  accumulate(byLabels);
  const weights = new Float64Array(count);
  // The first threshold that touches a stretch with its slopes; slopes grow from length to length.
  const touch = Float64Array.from(stretches, ({ from, to }) => least(firstThreshold, from, to));
  let reached = 0;
  return (length) => {
    const half = Math.floor(length / 2);
    const slope = Float64Array.from({ length: half }, (_, away) => Math.sqrt(1 - (away + 1) / length));
    const merged: Stretch[] = [];
    const first: number[] = [];
    stretches.forEach(({ from, to }, at) => {
      const [low, high] = [Math.max(0, from - half), Math.min(count, to + half)];
      touch[at] = Math.min(
        touch[at]!, // one for each stretch
        least(firstThreshold, low, Math.max(0, from - reached)),
        least(firstThreshold, Math.min(count, to + reached), high),
      );
      for (let step = low; step < from; step++) weights[step]! += slope[from - step - 1]!; // within the slope
      for (let step = to; step < high; step++) weights[step]! += slope[step - to]!; // step - to is within the slope
      const before = merged.at(-1);
      if (before && from - half < before.to) {
        merged[merged.length - 1] = { from: before.from, to: high };
        first[first.length - 1] = Math.min(first.at(-1)!, touch[at]); // as many as are merged
      } else {
        merged.push({ from: low, to: high });
        first.push(touch[at]); // one for each stretch
      }
    });
    reached = half;
    const slopes = new Float64Array(THRESHOLDS_READ);
    for (const { from, to } of merged)
      for (let step = from; step < to; step++) {
        if (!labels[step]) slopes[firstThreshold[step]!]! += Math.min(1, weights[step]!); // steps of the series
        weights[step] = 0;
      }
    const found = new Float64Array(THRESHOLDS_READ);
    for (const threshold of first) found[threshold]! += 1 / first.length; // a threshold
    return { hits: { labels: byLabels, slopes: accumulate(slopes) }, found: accumulate(found) };
  };
}

function least(firstThreshold: Uint16Array, from: number, to: number): number {
  let smallest = THRESHOLDS_READ - 1;
  for (let step = from; step < to; step++) smallest = Math.min(smallest, firstThreshold[step]!); // steps of the series
  return smallest;
}

/** Turns counts by threshold into counts up to each threshold, in place. */
function accumulate(byThreshold: Float64Array): Float64Array {
  for (let threshold = 1; threshold < byThreshold.length; threshold++)
    byThreshold[threshold]! += byThreshold[threshold - 1]!; // 0 < threshold < length
  return byThreshold;
}
