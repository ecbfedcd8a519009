import type { Context } from "../../core/detect/context";
import { partOf } from "../../core/detect/part-of-context";
import { defineSeriesDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { matrixSamples, type MatrixSamples } from "../../core/detect/samples";
import type { Attribution } from "../../core/explain/attribution";
import { stepsOf } from "../../core/series/moving-mean";
import type { SeriesSamples } from "../../core/series/series-samples";
import { explainEllipsoid, scoreEllipsoid, type Ellipsoid } from "../linear/ellipsoid";
import { principalAxes } from "../linear/principal-axes";
import { lagResiduals, learnLags, type LagModel } from "./lag-residual";

/** Where the averages of all channels usually lie together, and what their last steps have in common. */
export interface T2AndQModel {
  /** How much of each average is the newest step, in (0, 1]. */
  readonly weight: number;
  readonly levels: Ellipsoid;
  readonly lags: LagModel;
  /** The most that was met of each in steps that were not learned from. */
  readonly mostT: number;
  readonly mostQ: number;
}

/** Neighbouring averages are alike: what is learned of them is less than their count says. */
const SHARE_SHRUNK = 0.05;
/** The last of the steps that are learned from, as a share: they measure what is met at most. */
const SHARE_HELD_OUT = 0.2;
/** Fewer steps measure nothing. */
const MIN_STEPS_HELD_OUT = 10;
/** A residual needs half the memory of a level to be told from noise. */
const RESIDUAL_SPEED = 2;

/**
 * The mean of two charts: T2, Hotelling's distance of the exponentially weighted means of all channels from their usual
 * place (MEWMA), and Q, what the principal components of the last twenty steps of all channels do not rebuild, averaged in
 * the same way. Departures: the covariance is that of the averages, so that autocorrelation does not narrow the limit,
 * shrunk by a twentieth towards uncorrelated channels; each chart counts in the most that the last fifth of the
 * learned steps reached when only the others were learned from: 1 is ordinary at most, 2 is far beyond it.
 */
export const t2AndQ = defineSeriesDetector({
  id: "t2-and-q",
  version: 1,
  label: "Process charts (T2 and Q)",
  family: "series",
  summary:
    "Learns where all channels usually lie together and how they move together, and measures how far a stretch leaves either.",
  blindTo:
    "Short spikes, which it averages away. Where it learns from what is strange too, that counts as usual: let it learn from an ordinary part.",
  reference:
    "Lowry, C. A., Woodall, W. H., Champ, C. W. & Rigdon, S. E. (1992). A multivariate exponentially weighted moving average control chart. Technometrics 34(1); Jackson, J. E. & Mudholkar, G. S. (1979). Control procedures for residuals associated with principal component analysis. Technometrics 21(3); with lags: Ku, W., Storer, R. H. & Georgakis, C. (1995). Disturbance detection and isolation by dynamic principal component analysis. Chemom. Intell. Lab. Syst. 30(1).",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: {
    memory: {
      kind: "number",
      label: "Memory (windows)",
      help: "How long levels are averaged, in windows: longer sees smaller shifts, and later.",
      default: 0.8,
      min: 0.01,
      max: 4,
      scale: "log",
      main: true,
    },
  },
  async fit(series, { memory }, context): Promise<T2AndQModel> {
    requireSamples(series);
    const weight = 2 / (stepsOf(series, memory) + 1);
    const { count } = series;
    const learn = async (to: number, part: Context) => ({
      weight,
      levels: await usualPlace(rowsOf(averagesOf(series, weight), 0, to), partOf(part, 0, 0.2)),
      lags: await learnLags(series, 0, to, partOf(part, 0.2, 1)),
    });
    const cut = Math.floor((1 - SHARE_HELD_OUT) * count);
    if (count - cut < MIN_STEPS_HELD_OUT) return { ...(await learn(count, context)), mostT: 1, mostQ: 1 };
    const { t, q } = await chartsOf(await learn(cut, partOf(context, 0, 0.4)), series, partOf(context, 0.4, 0.6));
    return { ...(await learn(count, partOf(context, 0.6, 1))), mostT: mostFrom(t, cut), mostQ: mostFrom(q, cut) };
  },
  async score(model: T2AndQModel, series, context) {
    const { t, q } = await chartsOf(model, series, context);
    return t.map((one, step) => (one / model.mostT + q[step]! / model.mostQ) / 2); // as many
  },
  async explain(model: T2AndQModel, series, context): Promise<Attribution[]> {
    const { q, residuals } = await chartsOf(model, series, context);
    const { width } = series;
    return explainEllipsoid(model.levels, averagesOf(series, model.weight)).map((one, step) => {
      const own = residuals.subarray(step * width, (step + 1) * width);
      const whole = own.reduce((sum, square) => sum + square, 0);
      const ofQ = (channel: number) => (whole > 0 ? (own[channel]! / whole) * (q[step]! / model.mostQ) : 0); // a channel
      return { ...one, values: one.values.map((value, channel) => (value / model.mostT + ofQ(channel)) / 2) };
    });
  },
});

/** Both charts at each step, and what Q is made of by channel. */
async function chartsOf(
  { weight, levels, lags }: Pick<T2AndQModel, "weight" | "levels" | "lags">,
  series: SeriesSamples,
  context: Context,
): Promise<{ readonly t: Float64Array; readonly q: Float64Array; readonly residuals: Float64Array }> {
  const residuals = await lagResiduals(lags, series, Math.min(1, RESIDUAL_SPEED * weight), partOf(context, 0, 0.8));
  const { width, count } = series;
  const q = Float64Array.from({ length: count }, (_, step) =>
    Math.sqrt(residuals.subarray(step * width, (step + 1) * width).reduce((sum, square) => sum + square, 0) / width),
  );
  return { t: await scoreEllipsoid(levels, averagesOf(series, weight), partOf(context, 0.8, 1)), q, residuals };
}

/** The most from a step on; 1 where nothing varies. */
function mostFrom(chart: Float64Array, step: number): number {
  const most = chart.subarray(step).reduce((largest, one) => Math.max(largest, one), 0);
  return most > 1e-9 ? most : 1;
}

async function usualPlace(averages: MatrixSamples, context: Context): Promise<Ellipsoid> {
  const found = await principalAxes(averages, true, context);
  // In units of each channel a direction varies by 1 on average.
  const inverse = found.variances.map((variance) => 1 / ((1 - SHARE_SHRUNK) * variance + SHARE_SHRUNK));
  return { ...found, inverse, beyond: 1 / SHARE_SHRUNK };
}

/** The averages of all channels at each step, starting where the channels usually are. */
function averagesOf({ starts, count, width, block, features, origin }: SeriesSamples, weight: number): MatrixSamples {
  const values = Float32Array.from(block(0, count));
  for (let part = 0; part + 1 < starts.length; part++) {
    const before = new Float64Array(width);
    for (let at = starts[part]! * width; at < starts[part + 1]! * width; at++) {
      const average = before[at % width]! + weight * (values[at]! - before[at % width]!); // one for each channel
      before[at % width] = average;
      values[at] = average;
    }
  }
  return matrixSamples(values, features, origin);
}

function rowsOf({ features, origin, block }: MatrixSamples, from: number, to: number): MatrixSamples {
  return matrixSamples(Float32Array.from(block(from, to)), features, origin.slice(from, to));
}
