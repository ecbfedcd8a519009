import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import type { LayerSpec } from "../layers/kinds";
import type { NetworkSpec } from "../network";
import type { PictureLayout } from "../layout/picture-layout";

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
  layout: {
    kind: "choice",
    default: "square",
    options: ["line", "square"],
    label: "Layout",
    help: "How the columns lie side by side: in a line, each next to those it goes with most, or the same line folded into a square.",
    main: true,
  },
  filters: {
    kind: "integer",
    default: 8,
    min: 2,
    max: 32,
    scale: "log",
    label: "Filters",
    help: "How many patterns of neighbouring columns each convolution looks for; more take longer.",
    main: true,
  },
  steps: {
    kind: "integer",
    default: 300,
    min: 50,
    max: 5000,
    scale: "log",
    label: "Training steps",
    help: "How many batches the network learns from; more take longer.",
    main: true,
  },
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
    kind: "number",
    default: 5,
    min: 1,
    max: 20,
    step: 0.5,
    scale: "log",
    label: "Clip at",
    help: "Scaled values beyond this are cut, so that a single one does not decide everything.",
  },
  learningRate: {
    kind: "number",
    default: 0.002,
    min: 0.0001,
    max: 0.03,
    scale: "log",
    label: "Learning rate",
    help: "Length of a training step; too long and the loss jumps about, too short and it hardly falls.",
  },
  batch: {
    kind: "integer",
    default: 32,
    min: 8,
    max: 256,
    scale: "log",
    label: "Batch size",
    help: "Rows looked at in one step; more give smoother but slower steps.",
  },
} as const satisfies ParamSchema;

export type CnnParams = ParamValues<typeof cnnParams>;

/** Smaller pictures are not pooled: nothing would be left to see. */
const LEAST_TO_POOL = 6;

/** Two convolutions, pooling where the picture is large enough, dropout, a dense layer, and one logit for each class. */
export function cnnSpec(
  columns: number,
  { height, width, cells }: PictureLayout,
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
  const half = (side: number) => (side < LEAST_TO_POOL ? 1 : 2);
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
