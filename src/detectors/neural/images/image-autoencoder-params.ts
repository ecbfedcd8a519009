import type { ParamSchema } from "../../../core/detect/param-schema";
import type { NetworkSpec } from "../network";
import { trainingParams } from "../training/training-params";
import { narrowing, widening } from "./image-layers";
import { readingParams } from "./reading-params";

export const imageAutoencoderParams = {
  ...readingParams,
  latent: {
    kind: "integer",
    default: 0,
    min: 0,
    max: 256,
    label: "Middle width",
    help: "How many numbers an image is squeezed into; fewer leave only what all images share, more rebuild strange images, too. 0: as many as the image has pixels a side.",
    main: true,
  },
  steps: {
    ...trainingParams.steps,
    default: 600,
    help: "How many batches the network learns from; more rebuild finer and take longer.",
  },
  epochs: {
    ...trainingParams.epochs,
    help: "How often the network sees every image. 0: as many batches as the training steps say.",
  },
  learningRate: { ...trainingParams.learningRate, default: 0.001 },
  batch: {
    ...trainingParams.batch,
    default: 16,
    min: 4,
    help: "Images looked at in one step; more give smoother but slower steps.",
  },
  optimiser: trainingParams.optimiser,
  loss: {
    ...trainingParams.loss,
    help: "What is made small while learning: the squared error (MSE) or its size (MAE) of images less the mean image, or the cross-entropy of their brightness, which the network then answers by sigmoids.",
  },
  validation: {
    ...trainingParams.validation,
    default: 0,
    help: "Images kept from training, so that the network is kept as it was when it rebuilt these best; 0 trains on all images to the end.",
  },
} as const satisfies ParamSchema;

/** The two halves of a network that rebuilds images [size, size, channels]. */
export function imageAutoencoderSpec(
  size: number,
  channels: number,
  latent: number,
  output: "linear" | "sigmoid" = "linear",
): { readonly spec: NetworkSpec; readonly middle: number } {
  const encoder = narrowing(size, channels, latent);
  const layers = [...encoder, ...widening(size, channels, output)];
  return { spec: { inputs: size * size * channels, layers }, middle: encoder.length };
}
