import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import type { LayerSpec } from "../layers/kinds";
import { placesOf } from "../layers/arrange";
import type { NetworkSpec } from "../network";
import type { PictureLayout } from "../layout/picture-layout";

export const convAutoencoderParams = {
  layout: {
    kind: "choice",
    default: "line",
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
  latent: {
    kind: "integer",
    default: 0,
    min: 0,
    max: 32,
    label: "Middle width",
    help: "How many numbers a row is squeezed into; 0 takes about the square root of the number of columns.",
    main: true,
  },
  steps: {
    kind: "integer",
    default: 500,
    min: 50,
    max: 5000,
    scale: "log",
    label: "Training steps",
    help: "How many batches the network learns from, unless it stops getting better before; more take longer.",
    main: true,
  },
  members: {
    kind: "integer",
    default: 1,
    min: 1,
    max: 5,
    label: "Networks to average",
    help: "Networks trained from different starts, whose scores are averaged: steadier scores for more time.",
    main: true,
  },
  clip: {
    kind: "number",
    default: 3,
    min: 1,
    max: 20,
    step: 0.5,
    scale: "log",
    label: "Clip at",
    help: "Scaled values beyond this are cut for the network only; the error is measured against the whole value.",
  },
  learningRate: {
    kind: "number",
    default: 0.003,
    min: 0.0001,
    max: 0.03,
    scale: "log",
    label: "Learning rate",
    help: "Length of a training step; too long and the loss jumps about, too short and it hardly falls.",
  },
  batch: {
    kind: "integer",
    default: 64,
    min: 8,
    max: 256,
    scale: "log",
    label: "Batch size",
    help: "Rows looked at in one step; more give smoother but slower steps.",
  },
  validation: {
    kind: "number",
    default: 0.1,
    min: 0,
    max: 0.4,
    step: 0.05,
    label: "Share held out",
    help: "Rows kept from training to see when the network stops getting better; 0 trains on all rows to the end.",
  },
} as const satisfies ParamSchema;

export type ConvAutoencoderParams = ParamValues<typeof convAutoencoderParams>;

/** More would make the dense layers around the middle of a table of thousands of columns huge. */
const WIDEST_MIDDLE = 32;

/** To the middle and back: arranged as a picture, two convolutions, the middle, and the same mirrored. */
export function convAutoencoderSpec(
  columns: number,
  { height, width, cells }: PictureLayout,
  { filters, latent }: ConvAutoencoderParams,
): NetworkSpec {
  const middle = latent || Math.min(WIDEST_MIDDLE, Math.max(2, Math.ceil(Math.sqrt(columns))));
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
