import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import { smoothingParam } from "../../../core/series/moving-mean";
import type { LayerSpec } from "../layers/kinds";
import type { NetworkSpec } from "../network";
import { trainingParams } from "../training/training-params";
import { resolutionParam } from "./block-series";
import { seriesErrorParam } from "./series-error-param";
import { imageParams } from "../layout/image-layout";

const EPOCHS_HELP =
  "How often the network sees every window, unless it stops getting better before. 0: as many batches as the training steps say.";

export const windowConvParams = {
  window: {
    kind: "integer",
    default: 24,
    min: 4,
    max: 200,
    scale: "log",
    label: "Window (blocks)",
    help: "How many blocks are rebuilt together: longer knows longer patterns, shorter learns sooner.",
    main: true,
  },
  smoothing: { ...smoothingParam, default: 1 },
  resolution: resolutionParam,
  filters: {
    ...imageParams.filters,
    main: false,
    help: "How many short shapes each convolution looks for along the window; more take longer.",
  },
  latent: {
    kind: "integer",
    default: 4,
    min: 1,
    max: 32,
    scale: "log",
    label: "Middle width",
    help: "How many numbers a window is squeezed into; fewer leave only the strongest patterns, more copy every window.",
    main: true,
  },
  steps: trainingParams.steps,
  epochs: { ...trainingParams.epochs, help: EPOCHS_HELP },
  learningRate: trainingParams.learningRate,
  batch: { ...trainingParams.batch, help: "Windows looked at in one step; more give smoother but slower steps." },
  optimiser: trainingParams.optimiser,
  loss: trainingParams.lossOfNumbers,
  error: seriesErrorParam,
  validation: {
    ...trainingParams.validation,
    help: "Windows kept from training to see when the network stops getting better; 0 trains on all windows to the end.",
  },
} as const satisfies ParamSchema;

export type WindowConvParams = ParamValues<typeof windowConvParams>;

/** Along time to the middle and back; every channel of a step is a channel of the image. */
export function windowConvSpec(
  steps: number,
  channels: number,
  { filters, latent }: Pick<WindowConvParams, "filters" | "latent">,
): NetworkSpec {
  const conv = (count: number, activation: "tanh" | "linear"): LayerSpec => ({
    kind: "conv",
    filters: count,
    size: [1, 3],
    stride: [1, 1],
    padding: "same",
    activation,
  });
  return {
    inputs: steps * channels,
    layers: [
      { kind: "reshape", shape: [1, steps, channels] },
      conv(filters, "tanh"),
      conv(filters, "tanh"),
      { kind: "flatten" },
      { kind: "dense", units: latent, activation: "tanh" },
      { kind: "dense", units: steps * filters, activation: "tanh" },
      { kind: "reshape", shape: [1, steps, filters] },
      conv(filters, "tanh"),
      conv(channels, "linear"),
      { kind: "flatten" },
    ],
  };
}
