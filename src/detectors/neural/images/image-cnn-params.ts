import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import { cnnParams } from "../classifier/cnn-params";
import type { LayerSpec } from "../layers/kinds";
import type { NetworkSpec } from "../network";
import { trainingParams } from "../training/training-params";
import { stagesOf } from "./image-layers";

const width = (label: string, usual: number, help: string) =>
  ({
    kind: "integer",
    default: usual,
    min: 4,
    max: 256,
    scale: "log",
    label,
    help,
    when: { param: "network", is: "textbook" },
  }) as const;

const dropout = (label: string, usual: number, help: string) =>
  ({ ...cnnParams.dropout, default: usual, label, help, when: { param: "network", is: "textbook" } }) as const;

export const imageCnnParams = {
  network: {
    kind: "choice",
    default: "light",
    options: ["light", "textbook"],
    label: "Network",
    help: "Light: convolutions that halve the image, then what is found anywhere in it. Textbook: two convolutions, max pooling, dropout, a dense layer, dropout and softmax; tens of times slower.",
    main: true,
  },
  side: {
    kind: "integer",
    default: 32,
    min: 16,
    max: 64,
    label: "Pixels a side",
    help: "Larger images are made this small first: what is common to neighbouring pixels is learned sooner, and fine defects are lost.",
  },
  steps: {
    ...trainingParams.steps,
    default: 200,
    min: 20,
    help: "How many batches the network learns from; more take longer.",
  },
  epochs: {
    ...trainingParams.epochs,
    help: "How often the network sees every image. 0: as many batches as the training steps say.",
  },
  evidence: { ...cnnParams.evidence, default: "probability" },
  firstFilters: width("First filters", 32, "Shapes that the first convolution, of 3 x 3 pixels, looks for."),
  secondFilters: width("Second filters", 64, "Shapes that the second convolution, of 3 x 3, looks for."),
  hidden: width("Dense width", 128, "Units of the dense layer behind the pooling of 2 x 2."),
  firstDropout: dropout("Dropout behind the pooling", 0.25, cnnParams.dropout.help),
  secondDropout: dropout("Dropout behind the dense layer", 0.5, cnnParams.dropout.help),
  learningRate: { ...trainingParams.learningRate, default: 0.002 },
  batch: {
    ...trainingParams.batch,
    default: 16,
    min: 4,
    help: "Images looked at in one step; without classes each of them is seen four times, rotated and pasted.",
  },
  optimiser: trainingParams.optimiser,
  validation: trainingParams.classValidation,
} as const satisfies ParamSchema;

export type ImageCnnParams = ParamValues<typeof imageCnnParams>;

/** A network that answers to images [size, size, channels] with so many logits; its last layer is dense. */
export function imageCnnSpec(size: number, channels: number, logits: number, params: ImageCnnParams): NetworkSpec {
  const seeing = params.network === "light" ? light(size) : textbook(params);
  return {
    inputs: size * size * channels,
    layers: [
      { kind: "reshape", shape: [size, size, channels] },
      ...seeing,
      { kind: "dense", units: logits, activation: "linear" },
    ],
  };
}

/**
 * Convolutions, each but the last pooled to half the side, down to about eight, and what is found anywhere in that.
 * Without the normalisation pieces are learned late or never.
 */
function light(size: number): readonly LayerSpec[] {
  const stages = stagesOf(2 * size).flatMap(({ filters }): readonly LayerSpec[] => [
    { kind: "max-pool", size: [2, 2] },
    { kind: "conv", filters, size: [3, 3], stride: [1, 1], padding: "same", activation: "linear" },
    { kind: "batch-norm", activation: "leaky-relu" },
  ]);
  return [...stages.slice(1), { kind: "global-pool" }];
}

/** As in countless introductions, such as the example of Keras for MNIST (2015). */
function textbook(params: ImageCnnParams): readonly LayerSpec[] {
  const conv = (filters: number): LayerSpec => ({
    kind: "conv",
    filters,
    size: [3, 3],
    stride: [1, 1],
    padding: "valid",
    activation: "relu",
  });
  return [
    conv(params.firstFilters),
    conv(params.secondFilters),
    { kind: "max-pool", size: [2, 2] },
    { kind: "dropout", rate: params.firstDropout },
    { kind: "flatten" },
    { kind: "dense", units: params.hidden, activation: "relu" },
    { kind: "dropout", rate: params.secondDropout },
  ];
}
