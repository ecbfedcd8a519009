import type { Context } from "../../core/detect/context";
import { defineSeriesDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { factorCholesky, invertLower } from "../../core/math/cholesky";
import type { SeriesSamples } from "../../core/series/series-samples";
import { byDepartures, type Found } from "../../core/series/departures";
import { forEachLane } from "./lanes";
import { movingMean, smoothingParam, stepsOf } from "../../core/series/moving-mean";
import { partOf } from "../../core/detect/part-of-context";
import { usualSize } from "./spread";

/** How each channel follows from its own last steps. */
export interface AutoregressionModel {
  readonly order: number;
  /** [channels, order], the newest step first. */
  readonly weights: Float64Array;
  readonly mean: Float64Array;
  /** Usual size of the errors of each channel. */
  readonly spread: Float64Array;
  readonly smoothing: number;
}

/**
 * |x - forecast| / the usual error, the forecast a weighted sum of the last steps of the same channel. The weights solve
 * the Yule-Walker equations, with the ridge added to the variance. Before the first step lies its own value.
 */
export const autoregression = defineSeriesDetector({
  id: "autoregression",
  version: 1,
  label: "Linear autoregression",
  family: "series",
  summary: "Forecasts each step from the steps just before it and measures how far the forecast fails.",
  blindTo: "What begins slowly, and strange stretches once they have lasted for some steps: they forecast themselves.",
  reference: "Box, G. E. P. & Jenkins, G. M. (1970). Time Series Analysis: Forecasting and Control. Holden-Day, ch. 3.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: {
    order: {
      kind: "integer",
      label: "Steps looked back (order)",
      help: "How many steps before this one make its forecast.",
      default: 24,
      min: 1,
      max: 200,
      scale: "log",
      main: true,
    },
    smoothing: { ...smoothingParam, default: 1 },
    ridge: {
      kind: "number",
      label: "Ridge",
      help: "Larger keeps the weights small, so that noise is not learned; as a share of the variance.",
      default: 0.001,
      min: 0,
      max: 1,
    },
  },
  async fit(series, params, context) {
    requireSamples(series);
    const { width } = series;
    const order = Math.min(params.order, Math.max(1, series.count - 1));
    const mean = meansOf(series);
    const products = await laggedProducts(series, mean, order, context);
    const weights = new Float64Array(width * order);
    for (let channel = 0; channel < width; channel++)
      weights.set(
        yuleWalker(products.subarray(channel * (order + 1), (channel + 1) * (order + 1)), params.ridge),
        channel * order,
      );
    const smoothing = params.smoothing === 0 ? 1 : stepsOf(series, params.smoothing);
    const model = { order, weights, mean, spread: new Float64Array(width).fill(1), smoothing: 1 };
    const { departures } = await findSurprises(model, series, partOf(context, 0.5, 1));
    const spread = Float64Array.from({ length: width }, (_, channel) =>
      usualSize(departures.filter((_one, at) => at % width === channel)),
    );
    return { ...model, spread, smoothing };
  },
  ...byDepartures(findSurprises),
});

function meansOf(samples: SeriesSamples): Float64Array {
  const mean = new Float64Array(samples.width);
  samples.block(0, samples.count).forEach((value, at) => {
    mean[at % samples.width]! += value / samples.count; // a channel
  });
  return mean;
}

/** Sums of products of numbers 0 to `order` steps apart, by channel. */
async function laggedProducts(
  samples: SeriesSamples,
  mean: Float64Array,
  order: number,
  context: Context,
): Promise<Float64Array> {
  const values = samples.block(0, samples.count);
  const products = new Float64Array(samples.width * (order + 1));
  await forEachLane(
    samples,
    context,
    ({ channel, from: first, stride }) => {
      const [middle, start] = [mean[channel]!, channel * (order + 1)]; // one for each channel
      return (from, to) => {
        for (let at = from; at < to; at += stride) {
          const here = values[at]! - middle; // at < length
          const lags = Math.min(order, (at - first) / stride);
          for (let lag = 0; lag <= lags; lag++) products[start + lag]! += here * (values[at - lag * stride]! - middle); // lag steps back are in the same part
        }
      };
    },
    { cost: order + 1, end: 0.5 },
  );
  return products;
}

/** Weights of the last steps, the newest first; all 0 where nothing varies. */
function yuleWalker(products: Float64Array, ridge: number): Float64Array {
  const order = products.length - 1;
  const matrix = new Float64Array(order * order);
  for (let i = 0; i < order; i++) for (let j = 0; j < order; j++) matrix[i * order + j] = products[Math.abs(i - j)]!; // i, j < order
  for (let i = 0; i < order; i++) matrix[i * order + i]! *= 1 + Math.max(ridge, 1e-9); // i < order
  const weights = new Float64Array(order);
  if (!(products[0]! > 0) || factorCholesky(matrix, order) === null) return weights;
  const inverse = invertLower(matrix, order);
  for (let row = 0; row < order; row++) {
    let sum = 0;
    for (let j = 0; j <= row; j++) sum += inverse[row * order + j]! * products[j + 1]!; // j <= row < order
    for (let i = 0; i <= row; i++) weights[i]! += inverse[row * order + i]! * sum; // i <= row < order
  }
  return weights;
}

async function findSurprises(
  { order, weights, mean, spread, smoothing }: AutoregressionModel,
  samples: SeriesSamples,
  context: Context,
): Promise<Found> {
  const values = samples.block(0, samples.count);
  const departures = new Float64Array(values.length);
  const expected = new Float32Array(values.length);
  await forEachLane(
    samples,
    context,
    ({ channel, from: first, stride }) =>
      (from, to) => {
        const middle = mean[channel]!; // one for each channel
        for (let at = from; at < to; at += stride) {
          let forecast = middle;
          for (let lag = 1; lag <= order; lag++)
            forecast += weights[channel * order + lag - 1]! * (values[Math.max(first, at - lag * stride)]! - middle); // at < length
          expected[at] = forecast;
          departures[at] = Math.abs(values[at]! - forecast) / spread[channel]!; // one for each channel
        }
      },
    { cost: order + 1 },
  );
  return { departures: movingMean(departures, samples, smoothing), expected };
}
