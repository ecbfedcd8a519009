import type { Context } from "../../core/detect/context";
import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { rowsAt, rowsToFit } from "../../core/detect/rows-to-fit";
import type { SamplesBase } from "../../core/detect/samples-base";
import { chiSquareBelow, chiSquareQuantile } from "../../core/math/chi-square";
import { quantileOfSorted } from "../../core/math/quantile";
import { columnUnits, inUnits, type ColumnUnits } from "./column-units";
import { squaredDistances, type Cloud } from "./concentration";
import { explainEllipsoid, scoreEllipsoid, type Ellipsoid } from "./ellipsoid";
import { fastMcd } from "./fast-mcd";
import { principalAxes } from "./principal-axes";
import { robustUnits } from "./robust-units";
import { ellipsoidOf, shrunkEllipsoid, tooFewRows } from "./shrinkage";

/** More rows hardly move the estimate; every row is scored all the same. */
const MAX_ROWS_FITTED = 50_000;
/** Multiplications of one C-step, so that one stays short. */
const MAX_WORK_PER_STEP = 1e8;
/** Multiplications of all starts together. */
const MAX_WORK_OF_STARTS = 4e9;
const MIN_STARTS = 30;
/** Wider tables would take minutes. */
const MAX_COLUMNS = 250;
/** Rows for each column without which a subset of half the rows says nothing of their relations. */
const MIN_ROWS_PER_COLUMN = 3;
/** Share of ordinary rows that the second, reweighted estimate keeps. */
const REWEIGHTED_SHARE = 0.975;

/**
 * The Mahalanobis distance from the mean and covariance of the tightest half of the rows, found by FastMCD and
 * reweighted: all rows within the 97.5 % ellipsoid make the final estimate, made consistent for normal rows (Croux
 * & Haesbroeck 1999). Departures: beyond 50,000 rows (fewer above 44 columns) it is fitted on a random sample; wide
 * tables get fewer than 500 starts, at least 30; a subset that lies in a plane is given a
 * little variance in all directions while searching (Boudt et al. 2020); directions in which the trusted rows do not vary are left out,
 * as scikit-learn does, but not columns that vary elsewhere. With fewer than three rows per column, or more than 250 columns, the classical covariance
 * is taken, shrunk where rows are few, and a note says so.
 */
export const mcd = defineMatrixDetector({
  id: "mcd",
  version: 1,
  label: "Robust Mahalanobis (MCD)",
  family: "linear",
  summary:
    "Mahalanobis distance from the tightest half of the rows, so that strange rows cannot hide by stretching it.",
  blindTo: "Several groups: the smaller ones count as strange; and curved relations.",
  reference:
    "Rousseeuw, P. J. & Van Driessen, K. (1999). A fast algorithm for the minimum covariance determinant estimator. Technometrics 41(3).",
  prefers: { scale: "standard", encode: "rare-level", why: { code: "linear.own-units" } },
  params: {
    support: {
      kind: "number",
      label: "Rows taken as ordinary (%)",
      help: "The ellipsoid is first drawn around the tightest rows that make up this share; a smaller share withstands more strange rows, a larger one is steadier.",
      default: 50,
      min: 50,
      max: 100,
      main: true,
    },
    starts: {
      kind: "integer",
      label: "Random starts",
      help: "Tries this many beginnings and keeps the tightest result; more is steadier and slower.",
      default: 500,
      min: 30,
      max: 2000,
      scale: "log",
    },
  },
  async fit(samples, params, context) {
    requireSamples(samples);
    const { width } = samples;
    const most = Math.min(MAX_ROWS_FITTED, Math.max(10 * width, 1000, Math.floor(MAX_WORK_PER_STEP / (width * width))));
    const rows = rowsToFit(samples, most, context.random);
    if (rows.count < samples.count)
      context.note({ code: "linear.sampled", values: { rows: rows.count, of: samples.count } });
    const units = await robustUnits(rows, () => context.checkpoint(0));
    const columns = [...units.unit.keys()].filter((feature) => units.unit[feature]! > 0); // its own keys
    if (columns.length > MAX_COLUMNS || rows.count < MIN_ROWS_PER_COLUMN * columns.length || columns.length === 0)
      return classical(rows, columns.length, context);
    const cloud = narrowed(inUnits(units, rows, 0, rows.count), width, columns);
    const trusted = await trustedRows(cloud, params, context);
    const found = await principalAxes(rowsAt(rows, trusted), true, context, [0.9, 1]);
    const model = widened(ellipsoidOf(found), columns.length);
    return withOwnAxes(model, await columnUnits(rows, true, () => context.checkpoint(1)));
  },
  score: (model: Ellipsoid, samples, context) => scoreEllipsoid(model, samples, context),
  explain: (model: Ellipsoid, samples) => Promise.resolve(explainEllipsoid(model, samples)),
});

async function classical(rows: SamplesBase, columns: number, context: Context): Promise<Ellipsoid> {
  if (columns > 0) context.note({ code: "linear.not-robust", values: { rows: rows.count, columns } });
  const found = await principalAxes(rows, true, context);
  return tooFewRows(found) ? shrunkEllipsoid(found).model : ellipsoidOf(found);
}

/** The rows within the 97.5 % ellipsoid of the raw estimate, its size set by the median distance. */
async function trustedRows(
  cloud: Cloud,
  { support, starts }: { readonly support: number; readonly starts: number },
  context: Context,
): Promise<Uint32Array> {
  const { width } = cloud;
  const count = cloud.z.length / width;
  const share = Math.min(1, Math.max(support / 100, (count + width + 1) / (2 * count)));
  const raw = await fastMcd(cloud, {
    share,
    starts: affordable(starts, count, width),
    random: context.random,
    yieldToEvents: (done) => context.checkpoint(0.9 * done),
  });
  const distances = new Float64Array(count);
  squaredDistances(cloud, raw, distances);
  const median = quantileOfSorted(distances.slice().sort(), 0.5);
  const cut = (median * chiSquareQuantile(REWEIGHTED_SHARE, width)) / chiSquareQuantile(0.5, width);
  return Uint32Array.from([...distances.keys()].filter((row) => distances[row]! <= cut)); // its own keys
}

function affordable(starts: number, count: number, width: number): number {
  const rows = Math.min(count, Math.max(600, 5 * width));
  const work = 2 * (1.5 * rows * width * width + width ** 3);
  return Math.min(starts, Math.max(MIN_STARTS, Math.floor(MAX_WORK_OF_STARTS / work)));
}

/** Rows cut off at the ellipsoid look tighter than they are: the variances are widened to what they are in normal rows. */
function widened(model: Ellipsoid, width: number): Ellipsoid {
  const factor = REWEIGHTED_SHARE / chiSquareBelow(chiSquareQuantile(REWEIGHTED_SHARE, width), width + 2);
  return { ...model, inverse: model.inverse.map((value) => value / factor) };
}

/**
 * Columns that vary, though not among the trusted rows, get an axis each, in their overall spread: or a value that
 * only strangers have would not count.
 */
function withOwnAxes(model: Ellipsoid, overall: ColumnUnits): Ellipsoid {
  const { width } = model;
  const lost = [...overall.unit.keys()].filter((j) => overall.unit[j]! > 0 && model.unit[j] === 0); // its own keys
  if (lost.length === 0) return model;
  const axes = new Float64Array(model.axes.length + lost.length * width);
  axes.set(model.axes);
  const unit = model.unit.slice();
  lost.forEach((column, at) => {
    axes[model.axes.length + at * width + column] = 1;
    unit[column] = overall.unit[column]!; // a column of both
  });
  const ones = lost.map(() => 1);
  return {
    ...model,
    axes,
    unit,
    variances: Float64Array.of(...model.variances, ...ones),
    inverse: Float64Array.of(...model.inverse, ...ones),
  };
}

function narrowed(z: Float64Array, width: number, columns: readonly number[]): Cloud {
  if (columns.length === width) return { z, width };
  const count = z.length / width;
  const kept = new Float64Array(count * columns.length);
  for (let row = 0, at = 0; row < count; row++) for (const column of columns) kept[at++] = z[row * width + column]!; // row < count
  return { z: kept, width: columns.length };
}
