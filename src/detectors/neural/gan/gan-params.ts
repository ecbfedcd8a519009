import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import { learnFromParams } from "../training/learn-from";
import type { NetworkSpec } from "../network";
import { trainingParams } from "../training/training-params";

export const ganParams = {
  steps: {
    ...trainingParams.steps,
    help: "How many batches the networks play against each other; more make better copies and take longer.",
  },
  epochs: trainingParams.epochs,
  members: {
    ...trainingParams.members,
    default: 2,
    label: "Games to average",
    help: "Sets of networks trained from different starts, whose scores are averaged: steadier scores for more time.",
  },
  featureWeight: {
    kind: "number",
    default: 0.25,
    min: 0,
    max: 2,
    step: 0.05,
    label: "Weight of the discriminator",
    help: "How much counts what the discriminator sees in a row beside how badly the generator rebuilds it; 0 leaves only the rebuilding.",
    main: true,
  },
  latent: {
    kind: "integer",
    default: 0,
    min: 0,
    max: 64,
    label: "Numbers to make a row from",
    help: "What the generator starts from; fewer leave only the strongest patterns. 0: about the square root of the number of columns.",
    main: true,
  },
  trimmed: trainingParams.trimmed,
  adversarial: {
    kind: "number",
    default: 0.1,
    min: 0,
    max: 1,
    step: 0.05,
    label: "Pull of the discriminator",
    help: "How much the generator cares to deceive the discriminator, beside rebuilding rows well; 0 makes it an autoencoder.",
  },
  clip: {
    ...trainingParams.clip,
    help: "Scaled values beyond this are cut for the networks only; the error is measured against the whole value.",
  },
  learningRate: {
    ...trainingParams.learningRate,
    help: "Length of a training step of encoder and generator; the discriminator takes a third of it.",
  },
  batch: { ...trainingParams.batch, default: 64 },
  validation: {
    ...trainingParams.validation,
    default: 0,
    help: "Rows kept from training, so that the networks are kept as they were when they rebuilt these best; 0 trains on all rows to the end.",
  },
  ...learnFromParams,
} as const satisfies ParamSchema;

export type GanParams = ParamValues<typeof ganParams>;

/** The networks of a game. Rows are rebuilt by the generator from what the encoder makes of them. */
export interface GanSpecs {
  /** Rows to codes within ±1. */
  readonly encoder: NetworkSpec;
  /** Codes to rows. */
  readonly generator: NetworkSpec;
  /** Rows to one number: high for real rows, low for made ones. */
  readonly discriminator: NetworkSpec;
}

const MAX_HIDDEN_UNITS = 128;
const DISCRIMINATOR_UNITS = 32;

/** Encoder and generator grow with the columns up to a bound, as one-hot columns come in thousands. */
export function ganSpecs(columns: number, params: Pick<GanParams, "latent">): GanSpecs {
  const hidden = Math.min(MAX_HIDDEN_UNITS, Math.max(4, columns));
  const codes = params.latent || Math.min(hidden, Math.max(2, Math.ceil(Math.sqrt(columns))));
  const bent = (units: number) => ({ kind: "dense", units, activation: "tanh" }) as const;
  const evaluating = { kind: "dense", units: DISCRIMINATOR_UNITS, activation: "elu" } as const;
  return {
    encoder: { inputs: columns, layers: [bent(hidden), bent(codes)] },
    generator: { inputs: codes, layers: [bent(hidden), { kind: "dense", units: columns, activation: "linear" }] },
    discriminator: {
      inputs: columns,
      layers: [evaluating, evaluating, { kind: "dense", units: 1, activation: "linear" }],
    },
  };
}

/** Rows rebuilt: the generator behind the encoder. */
export function rebuilderSpec({ encoder, generator }: GanSpecs): NetworkSpec {
  return { inputs: encoder.inputs, layers: [...encoder.layers, ...generator.layers] };
}
