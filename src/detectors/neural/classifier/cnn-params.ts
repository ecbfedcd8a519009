import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import type { LayerSpec } from "../layers/kinds";
import type { NetworkSpec } from "../network";
import { imageParams, type ImageLayout } from "../layout/image-layout";
import { trainingParams } from "../training/training-params";

export const cnnParams = {
  evidence: {
    kind: "choice",
    default: "energy",
    options: ["energy", "probability"],
    label: "Evidence",
    help: "With a class column: how sure the network is of any class at all (energy), or of the likeliest against the others (probability).",
    main: true,
  },
  transformations: {
    kind: "integer",
    default: 16,
    min: 2,
    max: 32,
    scale: "log",
    label: "Transformations",
    help: "Without a class column: how many ways to turn a row round the network learns to tell apart; more take longer.",
    main: true,
  },
  layout: { ...imageParams.layout, default: "square" },
  filters: imageParams.filters,
  steps: { ...trainingParams.steps, default: 300, help: "How many batches the network learns from; more take longer." },
  hidden: {
    kind: "integer",
    default: 32,
    min: 4,
    max: 128,
    scale: "log",
    label: "Hidden width",
    help: "Units of the dense layer behind the convolutions.",
  },
  dropout: {
    kind: "number",
    default: 0.1,
    min: 0,
    max: 0.8,
    step: 0.05,
    label: "Dropout",
    help: "Share of the numbers that are set to 0 while the network learns, so that it does not rely on single ones.",
  },
  clip: {
    ...trainingParams.clip,
    default: 5,
    help: "Scaled values beyond this are cut, so that a single one does not decide everything.",
  },
  learningRate: { ...trainingParams.learningRate, default: 0.002 },
  batch: trainingParams.batch,
} as const satisfies ParamSchema;

export type CnnParams = ParamValues<typeof cnnParams>;

/** Smaller images are not pooled: nothing would be left to see. */
const MIN_SIDE_TO_POOL = 6;

/** Two convolutions, pooling where the image is large enough, dropout, a dense layer, and one logit for each class. */
export function cnnSpec(
  columns: number,
  { height, width, cells }: ImageLayout,
  classes: number,
  { filters, hidden, dropout }: CnnParams,
): NetworkSpec {
  const conv: LayerSpec = {
    kind: "conv",
    filters,
    size: [Math.min(3, height), 3],
    stride: [1, 1],
    padding: "same",
    activation: "elu",
  };
  const half = (side: number) => (side < MIN_SIDE_TO_POOL ? 1 : 2);
  return {
    inputs: columns,
    layers: [
      { kind: "arrange", cells },
      { kind: "reshape", shape: [height, width, 1] },
      conv,
      conv,
      { kind: "max-pool", size: [half(height), half(width)] },
      { kind: "dropout", rate: dropout },
      { kind: "flatten" },
      { kind: "dense", units: hidden, activation: "elu" },
      { kind: "dense", units: classes, activation: "linear" },
    ],
  };
}
