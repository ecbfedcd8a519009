import type { Context } from "../../../core/detect/context";
import { defineSeriesDetector } from "../../../core/detect/detector";
import { requireSamples } from "../../../core/detect/require-samples";
import { byDepartures, type Found } from "../../../core/series/departures";
import { stepsOf } from "../../../core/series/moving-mean";
import type { SeriesSamples } from "../../../core/series/series-samples";
import { partOf } from "../../../core/detect/part-of-context";
import { fitRebuilders, onModel, type Rebuilders } from "../rebuilding/rebuilders";
import { answersByBlock } from "./answers-by-block";
import { departuresByStep, usualErrorsOf } from "./answers-by-step";
import { blockScaleOf, blockSeriesOf, blockSizeFor, maxPartLength, type BlockScale } from "./block-series";
import { blockWindowsOf, rowsOfWindows, type WindowPlan } from "./block-windows";
import type { SeriesError } from "./series-error-param";
import { windowConvParams, windowConvSpec } from "./window-conv-autoencoder-params";

export interface WindowConvModel {
  readonly rebuilders: Rebuilders;
  readonly scale: BlockScale;
  readonly plan: WindowPlan;
  /** Usual squared error of each channel, in squared units of the blocks. */
  readonly usual: Float64Array;
  /** Steps over which squared errors are averaged. */
  readonly smoothing: number;
  /** Of errors; absent: squared. */
  readonly error?: SeriesError;
}

/** The rest of how a network that rebuilds windows learns. */
const COMMON_LEARNING = { members: 1, clip: 4, trimmed: 0.2, noise: null, weightDecay: 0 };
/** More windows tell networks of this size no more. */
const MAX_WINDOWS_LEARNED = 20_000;
const TRAINING_SHARE = 0.9;

/**
 * A convolutional network rebuilds windows of the series, made coarser by means of blocks. A step's score is the root of
 * the squared error of all windows that cover its block, in usual ones, averaged over a moving window and added up over
 * channels. >= 0; 1 is usual for one channel.
 */
export const windowConvAutoencoder = defineSeriesDetector({
  id: "window-conv-autoencoder",
  version: 1,
  label: "Convolutional autoencoder along time",
  family: "neural",
  summary:
    "Short shapes are looked for along stretches of the series, which are rebuilt from a few numbers; stretches that cannot be rebuilt are strange.",
  blindTo:
    "Spikes that are short beside the length of the series, and strange stretches that repeat: they are learned.",
  reference:
    "Masci, J., Meier, U., Ciresan, D. & Schmidhuber, J. (2011). Stacked convolutional auto-encoders for hierarchical feature extraction. ICANN; here along windows of a series.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: windowConvParams,

  async fit(series, params, context): Promise<WindowConvModel> {
    requireSamples(series);
    const scale = blockScaleOf(series, blockSizeFor(series, params.resolution));
    const blocks = blockSeriesOf(series, scale);
    const steps = Math.max(1, Math.min(params.window, Math.ceil(maxPartLength(blocks.starts) / 2)));
    const plan = { reads: steps, from: 0, answers: steps };
    const stride = Math.min(steps, Math.ceil((blocks.starts.at(-1) ?? 0) / MAX_WINDOWS_LEARNED));
    const rows = rowsOfWindows(blocks, blockWindowsOf(blocks, plan, stride), "read");
    const spec = windowConvSpec(steps, blocks.channels, params);
    // Steps are scored by themselves.
    const learning = { ...COMMON_LEARNING, ...params, error: "usual" as const };
    const rebuilders = await fitRebuilders(spec, rows, learning, partOf(context, 0, TRAINING_SHARE));
    const { networks, clip } = rebuilders;
    const answers = await onModel(rebuilders, context, (tf) =>
      answersByBlock(tf, networks, clip, blocks, plan, partOf(context, TRAINING_SHARE, 1), params.error),
    );
    const smoothing = params.smoothing === 0 ? 1 : stepsOf(series, params.smoothing);
    return {
      rebuilders,
      scale,
      plan,
      usual: usualErrorsOf(answers, blocks.channels, params.error),
      smoothing,
      error: params.error,
    };
  },

  ...byDepartures(findUnlike),
});

async function findUnlike(model: WindowConvModel, series: SeriesSamples, context: Context): Promise<Found> {
  const { rebuilders, scale, plan, usual, smoothing, error = "squared" } = model;
  const { networks, clip } = rebuilders;
  const blocks = blockSeriesOf(series, scale);
  const answers = await onModel(rebuilders, context, (tf) =>
    answersByBlock(tf, networks, clip, blocks, plan, context, error),
  );
  return departuresByStep(series, blocks, answers, usual, scale, smoothing, error);
}
