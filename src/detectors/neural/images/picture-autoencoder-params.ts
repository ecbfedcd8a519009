import type { ParamSchema } from "../../../core/detect/param-schema";
import type { NetworkSpec } from "../network";
import { trainingParams } from "../training/training-params";
import { narrowing, widening } from "./picture-layers";
import { readingParams } from "./reading-params";

export const pictureAutoencoderParams = {
  ...readingParams,
  latent: {
    kind: "integer",
    default: 0,
    min: 0,
    max: 256,
    label: "Middle width",
    help: "How many numbers a picture is squeezed into; fewer leave only what all pictures share, more rebuild strange pictures, too. 0: as many as the picture has pixels a side.",
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
    help: "Pictures looked at in one step; more give smoother but slower steps.",
  },
} as const satisfies ParamSchema;

/** The two halves of a network that rebuilds pictures [size, size, channels]. */
export function pictureAutoencoderSpec(
  size: number,
  channels: number,
  latent: number,
): { readonly spec: NetworkSpec; readonly middle: number } {
  const encoder = narrowing(size, channels, latent);
  const layers = [...encoder, ...widening(size, channels)];
  return { spec: { inputs: size * size * channels, layers }, middle: encoder.length };
}
