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
  learningRate: { ...trainingParams.learningRate, default: 0.001 },
  batch: {
    ...trainingParams.batch,
    default: 16,
    min: 4,
    max: 64,
    help: "Images looked at in one step; more give smoother but slower steps.",
  },
} as const satisfies ParamSchema;

/** The two halves of a network that rebuilds images [size, size, channels]. */
export function imageAutoencoderSpec(
  size: number,
  channels: number,
  latent: number,
): { readonly spec: NetworkSpec; readonly middle: number } {
  const encoder = narrowing(size, channels, latent);
  const layers = [...encoder, ...widening(size, channels)];
  return { spec: { inputs: size * size * channels, layers }, middle: encoder.length };
}
