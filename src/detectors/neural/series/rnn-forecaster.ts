import type { Context } from "../../../core/detect/context";
import { defineSeriesDetector } from "../../../core/detect/detector";
import { requireSamples } from "../../../core/detect/require-samples";
import { seededRandom } from "../../../core/math/random";
import type { SeriesSamples } from "../../../core/series/series-samples";
import { byDepartures, type Found } from "../../../core/series/departures";
import { stepsOf } from "../../../core/series/moving-mean";
import type { Network } from "../network";
import { partOf } from "../../../core/detect/part-of-context";
import { onSomeBackend } from "../backend/some-backend";
import { answersByBlock } from "./answers-by-block";
import { departuresByStep, usualErrorsOf } from "./answers-by-step";
import { blockScaleOf, blockSeriesOf, blockSizeFor, maxPartLength, type BlockScale } from "./block-series";
import type { WindowPlan } from "./block-windows";
import type { SeriesError } from "./series-error-param";
import { forecasterParams, forecasterSpec } from "./rnn-forecaster-params";
import { forecastWorkload, trainForecaster } from "./forecasting";

export interface ForecasterModel {
  readonly network: Network;
  readonly scale: BlockScale;
  readonly plan: WindowPlan;
  /** Usual squared error of each channel, in squared units of the blocks. */
  readonly usual: Float64Array;
  /** Steps over which squared errors are averaged. */
  readonly smoothing: number;
  /** Of forecasts; absent: squared. */
  readonly error?: SeriesError;
}

/** What the network reads is standardised over the series, and it learns as it will read. */
const NO_CLIP = Infinity;
const TRAINING_SHARE = 0.9;

/**
 * A recurrent network reads a window of the series, made coarser by means of blocks, and forecasts the next blocks all
 * at once. A step's score is the root of the squared error of all forecasts that speak of its block, in usual ones,
 * averaged over a moving window and added up over channels. >= 0; 1 is usual for one channel, and for steps that
 * nothing forecasts: the first window of a series. Departures from the paper: forecasts of many steps instead of one,
 * and the coarser series, which together count more than the cell.
 */
export const rnnForecaster = defineSeriesDetector({
  id: "rnn-forecaster",
  version: 1,
  label: "Recurrent forecaster (RNN)",
  family: "neural",
  summary:
    "A recurrent network learns to forecast the series from what came before; stretches that turn out otherwise are strange.",
  blindTo:
    "Spikes that are short beside the length of the series, and strange stretches that repeat: they can be forecast.",
  reference:
    "Malhotra, P., Vig, L., Shroff, G. & Agarwal, P. (2015). Long Short Term Memory Networks for Anomaly Detection in Time Series. ESANN.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: forecasterParams,

  async fit(series, params, context): Promise<ForecasterModel> {
    requireSamples(series);
    const scale = blockScaleOf(series, blockSizeFor(series, params.resolution));
    const blocks = blockSeriesOf(series, scale);
    const longest = maxPartLength(blocks.starts);
    const reads = Math.max(1, Math.min(params.window, Math.floor(longest / 2)));
    const plan = { reads, from: reads, answers: Math.max(1, Math.min(params.horizon, longest - reads)) };
    const spec = forecasterSpec(blocks.channels, plan, params);
    const seed = Math.floor(context.random() * 2 ** 32);
    const { error } = params;
    const { network, usual } = await onSomeBackend(context, forecastWorkload(spec), true, async (tf) => {
      const trained = await trainForecaster(
        tf,
        spec,
        blocks,
        plan,
        params,
        seededRandom(seed),
        partOf(context, 0, TRAINING_SHARE),
      );
      const rest = partOf(context, TRAINING_SHARE, 1);
      const answers = await answersByBlock(tf, [trained], NO_CLIP, blocks, plan, rest, error);
      return { network: trained, usual: usualErrorsOf(answers, blocks.channels, error) };
    });
    const smoothing = params.smoothing === 0 ? 1 : stepsOf(series, params.smoothing);
    return { network, scale, plan, usual, smoothing, error };
  },

  ...byDepartures(findMissed),
});

async function findMissed(model: ForecasterModel, series: SeriesSamples, context: Context): Promise<Found> {
  const { network, scale, plan, usual, smoothing, error = "squared" } = model;
  const blocks = blockSeriesOf(series, scale);
  const answers = await onSomeBackend(context, forecastWorkload(network.spec), false, (tf) =>
    answersByBlock(tf, [network], NO_CLIP, blocks, plan, context, error),
  );
  return departuresByStep(series, blocks, answers, usual, scale, smoothing, error);
}
