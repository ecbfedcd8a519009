import type { ParamSchema } from "../../../core/detect/param-schema";
import { ganParams, type GanSpecs } from "../gan/gan-params";
import { imageAutoencoderParams } from "./image-autoencoder-params";
import { codeLengthOf, halving, narrowing, stagesOf, widening } from "./image-layers";
import { readingParams } from "./reading-params";

export const imageGanParams = {
  ...readingParams,
  latent: {
    ...imageAutoencoderParams.latent,
    label: "Numbers to make an image from",
    help: "What the generator starts from; fewer leave only what all images share. 0: as many as the image has pixels a side.",
  },
  steps: {
    ...ganParams.steps,
    default: 400,
    help: "How many batches the networks play against each other; each takes about three times as long as one of the autoencoder.",
  },
  epochs: imageAutoencoderParams.epochs,
  adversarial: {
    ...ganParams.adversarial,
    default: 0.05,
    help: "How much the generator cares to deceive the discriminator, beside rebuilding images well; 0 makes it an autoencoder.",
  },
  learningRate: { ...ganParams.learningRate, default: 0.002 },
  batch: imageAutoencoderParams.batch,
  validation: imageAutoencoderParams.validation,
} as const satisfies ParamSchema;

/** The discriminator only has to keep up with the generator: it gets this part of the filters. */
const SHARE_OF_FILTERS = 1 / 2;

export function imageGanSpecs(size: number, channels: number, latent: number): GanSpecs {
  const inputs = size * size * channels;
  return {
    encoder: { inputs, layers: narrowing(size, channels, latent, "tanh") },
    generator: { inputs: codeLengthOf(size, latent), layers: widening(size, channels) },
    discriminator: {
      inputs,
      layers: [
        { kind: "reshape", shape: [size, size, channels] },
        ...stagesOf(size).map(({ filters }) => halving(SHARE_OF_FILTERS * filters)),
        { kind: "flatten" },
        { kind: "dense", units: 1, activation: "linear" },
      ],
    },
  };
}
