import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import type { LayerSpec } from "../layers/kinds";
import type { NetworkSpec } from "../network";
import { imageParams, type ImageLayout } from "../layout/image-layout";
import { trainingParams } from "../training/training-params";

const OWN_NETWORK = { param: "network", is: "auto" } as const;

export const cnnParams = {
  network: {
    kind: "choice",
    default: "auto",
    options: ["auto", "textbook"],
    label: "Network",
    help: "Automatic: two small convolutions and a dense layer, as set below. Textbook: convolutions of 32 and 64 shapes, max pooling, dropout of .25, a dense layer of 128, dropout of .5, softmax; many times slower.",
    main: true,
  },
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
  filters: { ...imageParams.filters, main: false, when: OWN_NETWORK },
  steps: { ...trainingParams.steps, default: 300, help: "How many batches the network learns from; more take longer." },
  epochs: {
    ...trainingParams.epochs,
    help: "How often the network sees every row. 0: as many batches as the training steps say.",
  },
  hidden: {
    kind: "integer",
    default: 32,
    min: 4,
    max: 128,
    scale: "log",
    label: "Hidden width",
    help: "Units of the dense layer behind the convolutions.",
    when: OWN_NETWORK,
  },
  dropout: {
    kind: "number",
    default: 0.1,
    min: 0,
    max: 0.8,
    step: 0.05,
    label: "Dropout",
    help: "Share of the numbers that are set to 0 while the network learns, so that it does not rely on single ones.",
    when: OWN_NETWORK,
  },
  clip: {
    ...trainingParams.clip,
    default: 5,
    help: "Scaled values beyond this are cut, so that a single one does not decide everything.",
  },
  learningRate: { ...trainingParams.learningRate, default: 0.002 },
  batch: trainingParams.batch,
  optimiser: trainingParams.optimiser,
  validation: trainingParams.classValidation,
} as const satisfies ParamSchema;

export type CnnParams = ParamValues<typeof cnnParams>;

/** Of the network: shapes of both convolutions, units of the dense layer, dropout before and behind it, and how units bend. */
interface Sizes {
  readonly filters: readonly number[];
  readonly units: number;
  readonly dropouts: readonly [number, number];
  readonly activation: "elu" | "relu";
}

/** As in countless introductions, such as the example of Keras for MNIST (2015). */
const textbook: Sizes = { filters: [32, 64], units: 128, dropouts: [0.25, 0.5], activation: "relu" };

function sizesOf({ filters, hidden, dropout }: CnnParams): Sizes {
  return { filters: [filters, filters], units: hidden, dropouts: [dropout, 0], activation: "elu" };
}

/** Smaller images are not pooled: nothing would be left to see. */
const MIN_SIDE_TO_POOL = 6;

/** Two convolutions, pooling where the image is large enough, dropout, a dense layer and, in the textbook's, dropout again; one logit for each class. */
export function cnnSpec(
  columns: number,
  { height, width, cells }: ImageLayout,
  classes: number,
  params: CnnParams,
): NetworkSpec {
  const { filters, units, dropouts, activation } = params.network === "textbook" ? textbook : sizesOf(params);
  const conv = (count: number): LayerSpec => ({
    kind: "conv",
    filters: count,
    size: [Math.min(3, height), 3],
    stride: [1, 1],
    padding: "same",
    activation,
  });
  const half = (side: number) => (side < MIN_SIDE_TO_POOL ? 1 : 2);
  return {
    inputs: columns,
    layers: [
      { kind: "arrange", cells },
      { kind: "reshape", shape: [height, width, 1] },
      ...filters.map(conv),
      { kind: "max-pool", size: [half(height), half(width)] },
      { kind: "dropout", rate: dropouts[0] },
      { kind: "flatten" },
      { kind: "dense", units, activation },
      ...(dropouts[1] > 0 ? [{ kind: "dropout", rate: dropouts[1] } as const] : []),
      { kind: "dense", units: classes, activation: "linear" },
    ],
  };
}
