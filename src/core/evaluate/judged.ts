import type { Labels } from "../score/metrics";
import { curvesOf, type Curves } from "./curves";
import { type Confusion, type FigureName, figureNames, figuresOf } from "./figures";
import { type Figure, rocInterval, UNKNOWN_FIGURE, wilson, wilsonOfVariance, Z95 } from "./interval";
import { rankedBy, tallyOf, type Ranked } from "./ranked";
import { createResamples } from "./resamples";
import { thinnedRows } from "./thinned-rows";

/** One detector's scores of the rows that are judged, and from which on it flags. */
export interface Judging {
  readonly scores: Float64Array;
  readonly threshold: number;
}

/** By what detectors are judged. */
export interface JudgedBy {
  readonly labels: Labels;
  /** The unit of each row that comes and goes as one, such as its series; null: each row by itself. */
  readonly units: Int32Array | null;
  /** How much recall counts in F-beta, and of how many rows the hits are told. */
  readonly beta: number;
  readonly k: number;
}

/** How one detector fares, each figure with its interval. */
export interface Judged {
  readonly confusion: Confusion;
  readonly figures: Readonly<Record<FigureName, Figure>>;
  readonly curves: Curves;
  /** How far each figure lies from that of the detector that leads by it; of the leader itself there is no doubt, 0. */
  readonly behind: Readonly<Record<FigureName, Figure>>;
}

const RESAMPLES = 300;
const SEED = 20_230_317;
/** Fewer units than this say nothing of how figures vary. */
const LEAST_UNITS = 5;

/**
 * Judges detectors by what is known, all by the same rows and by the same resamples, so that their differences are as
 * sure as they can be. Shares have Wilson's interval, areas under the ROC curve Newcombe's, the rest what resampling of
 * the rows, or of the units that they belong to, gives.
 */
export async function judged(
  detectors: readonly Judging[],
  by: JudgedBy,
  checkpoint: (done: number) => Promise<void>,
): Promise<readonly Judged[]> {
  const { labels, units, beta } = by;
  const k = Math.min(by.k, labels.length);
  const all = detectors.map(({ scores, threshold }) => rankedBy(scores, threshold));
  const ones = new Float64Array(labels.length).fill(1);
  const tallies = all.map((ranked) => tallyOf(ranked, labels, ones, k));
  const values = tallies.map((tally) => figuresOf(tally, beta));
  const drawn = await resampled(detectors, all, { ...by, k }, checkpoint);
  const isUnsure = units !== null && new Set(units).size < LEAST_UNITS;
  return tallies.map((confusion, at) => {
    const { hits, falseAlarms, missed, rest } = confusion;
    const [flagged, strange, ordinary] = [hits + falseAlarms, hits + missed, falseAlarms + rest];
    const trials = units ? unitTrials(all[at]!, labels, units, k) : { flagged, strange, first: k };
    const figures = recordOf((name) => {
      const value = values[at]![name]; // one for each detector
      if (Number.isNaN(value)) return UNKNOWN_FIGURE;
      if (isUnsure) return { value, low: NaN, high: NaN };
      const variance = varianceOf(drawn[name][at]!);
      return intervalOf(name, value, { variance, strange, ordinary, trials, rows: units === null });
    });
    const behind = recordOf((name) => {
      const ofAll = values.map((one) => one[name]);
      const leader = leaderOf(ofAll);
      if (leader < 0 || Number.isNaN(ofAll[at]!)) return UNKNOWN_FIGURE;
      if (leader === at) return { value: 0, low: 0, high: 0 };
      const value = ofAll[at]! - ofAll[leader]!;
      const half =
        Z95 * Math.sqrt((varianceOf(drawn[name][at]!, drawn[name][leader]) * strange) / Math.max(1, strange - 1));
      return isUnsure ? { value, low: NaN, high: NaN } : { value, low: value - half, high: value + half };
    });
    return { confusion: { hits, falseAlarms, missed, rest }, figures, behind, curves: curvesOf(all[at]!, labels) };
  });
}

type Draws = Readonly<Record<FigureName, readonly Float64Array[]>>;

/** Every figure of every detector in each resample. */
async function resampled(
  detectors: readonly Judging[],
  all: readonly Ranked[],
  { labels, units, beta, k }: JudgedBy,
  checkpoint: (done: number) => Promise<void>,
): Promise<Draws> {
  const thin = thinnedRows(all, labels, k);
  const rows = thin?.rows;
  const some = rows ? Uint8Array.from(rows, (row) => labels[row]!) : labels;
  const ofSome = rows
    ? detectors.map(({ scores, threshold }) =>
        rankedBy(
          Float64Array.from(rows, (row) => scores[row]!),
          threshold,
        ),
      )
    : all;
  const ofUnits = units && (rows ? Int32Array.from(rows, (row) => units[row]!) : units);
  const next = createResamples(ofUnits, thin?.counts ?? new Float64Array(labels.length).fill(1), SEED);
  const drawn = recordOf(() => detectors.map(() => new Float64Array(RESAMPLES)));
  for (let draw = 0; draw < RESAMPLES; draw++) {
    const weights = next();
    for (const [at, ranked] of ofSome.entries()) {
      const figures = figuresOf(tallyOf(ranked, some, weights, k), beta);
      for (const name of figureNames) drawn[name][at]![draw] = figures[name];
    }
    await checkpoint(draw / RESAMPLES);
  }
  return drawn;
}

/** How many rows, or units of them, are flagged, are strange, and come first: so often a share was tried. */
interface Trials {
  readonly flagged: number;
  readonly strange: number;
  readonly first: number;
}

function unitTrials({ order, flagged }: Ranked, labels: Labels, units: Int32Array, k: number): Trials {
  const among = (rows: Iterable<number>) => new Set(Array.from(rows, (row) => units[row]!)).size; // a unit for each row
  return {
    flagged: among(order.subarray(0, flagged)),
    strange: among(order.filter((row) => labels[row] === 1)),
    first: among(order.subarray(0, k)),
  };
}

interface Measured {
  readonly variance: number;
  readonly strange: number;
  readonly ordinary: number;
  readonly trials: Trials;
  /** Whether rows stand for themselves, so that shares of them need no resampling. */
  readonly rows: boolean;
}

function intervalOf(name: FigureName, value: number, of: Measured): Figure {
  const { variance, strange, ordinary, trials, rows } = of;
  const share = (found: number, spread: number, most: number) =>
    wilson(found, rows ? most : trialsWorth(found, spread, most));
  switch (name) {
    case "precision":
      return share(value, variance, trials.flagged);
    case "recall":
      return share(value, variance, trials.strange);
    case "precision-at-k":
      return share(value, variance, trials.first);
    case "lift": {
      const base = strange / (strange + ordinary);
      const { low, high } = share(value * base, variance * base * base, trials.first);
      return { value, low: low / base, high: high / base };
    }
    case "roc-auc": {
      const alone = (value * (1 - value)) / Math.max(1, Math.min(strange, ordinary));
      return rocInterval(value, strange, ordinary, rows || alone === 0 ? 1 : Math.max(1, variance / alone));
    }
    case "mcc": {
      const half = wilsonOfVariance((1 + value) / 2, variance / 4, trials.flagged + trials.strange);
      return { value, low: 2 * half.low - 1, high: 2 * half.high - 1 };
    }
    case "average-precision":
      return wilsonOfVariance(value, variance, trials.strange);
    case "f1":
    case "f-beta":
      return wilsonOfVariance(value, variance, trials.flagged + trials.strange);
    default:
      return name satisfies never;
  }
}

/** As many trials as a share that varies so is worth; never more than there are. */
function trialsWorth(share: number, variance: number, trials: number): number {
  return variance > 0 ? Math.max(1, Math.min(trials, (share * (1 - share)) / variance)) : trials;
}

function recordOf<T>(of: (name: FigureName) => T): Record<FigureName, T> {
  const entries = figureNames.map((name) => [name, of(name)] as const);
  return Object.fromEntries(entries) as Record<FigureName, T>; // fromEntries forgets which keys there are
}

function leaderOf(values: readonly number[]): number {
  return values.reduce((best, value, at) => (value > (values[best] ?? -Infinity) ? at : best), -1);
}

/** The variance of draws, or of their differences from others; of resamples in which a figure is not defined none is known. */
function varianceOf(draws: Float64Array, from?: Float64Array): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let draw = 0; draw < draws.length; draw++) {
    const value = draws[draw]! - (from ? from[draw]! : 0);
    if (!Number.isFinite(value)) continue;
    count += 1;
    sum += value;
    squares += value * value;
  }
  return count > 1 ? Math.max(0, (squares - (sum * sum) / count) / (count - 1)) : 0;
}
