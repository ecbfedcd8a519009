import type { ParamSchema, ParamValues } from "../../core/detect/param-schema";
import type { NetworkSpec } from "./network";

export const autoencoderParams = {
  size: {
    kind: "choice",
    default: "auto",
    options: ["auto", "custom"],
    label: "Network size",
    help: "Automatic: as wide as there are columns, squeezed to about the square root of their number in the middle.",
    main: true,
  },
  latent: {
    kind: "integer",
    default: 4,
    min: 1,
    max: 64,
    scale: "log",
    label: "Middle width",
    help: "How many numbers a row is squeezed into; fewer leave only the strongest patterns, more copy every row.",
    main: true,
    when: { param: "size", is: "custom" },
  },
  hidden: {
    kind: "integer",
    default: 16,
    min: 2,
    max: 128,
    scale: "log",
    label: "Hidden width",
    help: "Units of the layer before and after the middle; more can follow more tangled patterns.",
    when: { param: "size", is: "custom" },
  },
  steps: {
    kind: "integer",
    default: 500,
    min: 50,
    max: 5000,
    scale: "log",
    label: "Training steps",
    help: "How many batches each network learns from, unless it stops getting better before; more take longer.",
    main: true,
  },
  members: {
    kind: "integer",
    default: 3,
    min: 1,
    max: 5,
    label: "Networks to average",
    help: "Networks trained from different starts, whose scores are averaged: steadier scores for more time.",
    main: true,
  },
  trimmed: {
    kind: "number",
    default: 0.2,
    min: 0,
    max: 0.5,
    step: 0.05,
    label: "Share not learned",
    help: "The worst rebuilt share of each batch is ignored while learning, so that strange rows are not learned too.",
    main: true,
  },
  activation: {
    kind: "choice",
    default: "tanh",
    options: ["tanh", "relu", "elu", "sigmoid", "linear"],
    label: "Activation",
    help: "The bend of the hidden units; linear makes the network a kind of principal component analysis.",
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
    default: 32,
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

export type AutoencoderParams = ParamValues<typeof autoencoderParams>;

const WIDEST = 128;

/** Columns, hidden, middle, hidden, columns: every layer bent but the last, whose outputs must reach any value. */
export function autoencoderSpec(columns: number, params: AutoencoderParams): NetworkSpec {
  const auto = params.size === "auto";
  // A hidden layer as wide as thousands of one-hot columns would take gigabytes.
  const hidden = auto ? Math.min(WIDEST, Math.max(4, columns)) : params.hidden;
  const latent = auto ? Math.min(hidden, Math.max(2, Math.ceil(Math.sqrt(columns)))) : params.latent;
  const dense = (units: number) => ({ kind: "dense", units, activation: params.activation }) as const;
  return {
    inputs: columns,
    layers: [dense(hidden), dense(latent), dense(hidden), { kind: "dense", units: columns, activation: "linear" }],
  };
}
