import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import type { LayerSpec } from "../layers/kinds";
import { placesOf } from "../layers/arrange";
import type { NetworkSpec } from "../network";
import { imageParams, type ImageLayout } from "../layout/image-layout";
import { trainingParams } from "../training/training-params";

export const convAutoencoderParams = {
  layout: imageParams.layout,
  filters: imageParams.filters,
  latent: {
    kind: "integer",
    default: 0,
    min: 0,
    max: 32,
    label: "Middle width",
    help: "How many numbers a row is squeezed into; 0 takes about the square root of the number of columns.",
    main: true,
  },
  steps: trainingParams.steps,
  epochs: trainingParams.epochs,
  members: trainingParams.members,
  clip: trainingParams.clip,
  learningRate: trainingParams.learningRate,
  batch: { ...trainingParams.batch, default: 64 },
  optimiser: trainingParams.optimiser,
  loss: trainingParams.lossOfNumbers,
  error: trainingParams.error,
  validation: trainingParams.validation,
} as const satisfies ParamSchema;

export type ConvAutoencoderParams = ParamValues<typeof convAutoencoderParams>;

/** More would make the dense layers around the middle of a table of thousands of columns huge. */
const MAX_MIDDLE_UNITS = 32;

/** To the middle and back: arranged as an image, two convolutions, the middle, and the same mirrored. */
export function convAutoencoderSpec(
  columns: number,
  { height, width, cells }: ImageLayout,
  { filters, latent }: ConvAutoencoderParams,
): NetworkSpec {
  const middle = latent || Math.min(MAX_MIDDLE_UNITS, Math.max(2, Math.ceil(Math.sqrt(columns))));
  const conv = (count: number, activation: "tanh" | "linear"): LayerSpec => ({
    kind: "conv",
    filters: count,
    size: [Math.min(3, height), 3],
    stride: [1, 1],
    padding: "same",
    activation,
  });
  return {
    inputs: columns,
    layers: [
      { kind: "arrange", cells },
      { kind: "reshape", shape: [height, width, 1] },
      conv(filters, "tanh"),
      conv(filters, "tanh"),
      { kind: "flatten" },
      { kind: "dense", units: middle, activation: "tanh" },
      { kind: "dense", units: height * width * filters, activation: "tanh" },
      { kind: "reshape", shape: [height, width, filters] },
      conv(filters, "tanh"),
      conv(1, "linear"),
      { kind: "flatten" },
      { kind: "arrange", cells: placesOf(cells, columns) },
    ],
  };
}
