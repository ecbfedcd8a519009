import type { Tensor } from "@tensorflow/tfjs-core";
import { defineImageDetector } from "../../../core/detect/detector";
import { partOf } from "../../../core/detect/part-of-context";
import { requireSamples } from "../../../core/detect/require-samples";

import { seededRandom } from "../../../core/math/random";
import { onSomeBackend } from "../backend/some-backend";
import type { Tf } from "../backend/tf";
import { ganTask } from "../gan/gan-game";
import { rebuilderSpec } from "../gan/gan-params";
import { answersTo, imagedRows, sayVariety, showArchitecture } from "../gan/gan-views";
import { forward, weightShapesOf } from "../network";
import { rebuildingWorkload } from "../rebuilding/rebuilding";
import { seedsFor } from "../rebuilding/rebuilders";
import { train } from "../training/train";
import { trainingLength } from "../training/training-length";
import { byRebuilding, rebuilderOf } from "./by-rebuilding";
import { imageGanParams, imageGanSpecs } from "./image-gan-params";
import type { ImageRebuilder } from "./image-rebuilder";
import { imageScaleOf, scaledImages } from "./image-scale";
import { leftNote } from "./image-verdict";
import { MAX_IMAGES_SHOWN, rebuiltLook } from "./rebuilt-look";

/** What is the same for all images. */
const COMMON_LEARNING = { clip: Infinity, trimmed: 0 };
const TRAINING_PACE = {
  clipNorm: 5,
  reportEvery: 20,
  patience: Infinity,
  schedule: { shape: "drop", end: 0.2, warmUp: 30 },
} as const;
/** Images that are looked at with every report. */
const MAX_HELD_OUT = 100;
const [SCALED, TRAINED] = [0.02, 0.95];

/**
 * The game of the GAN for rows, with convolutions: an image is read into a code, made again of it, and the made one read
 * once more. Scored as the autoencoder, by the map of differences between an image and its rebuilding: of the papers'
 * scores neither the verdict nor the code's error, which found less. Higher is stranger; >= 0.
 */
export const imageGan = defineImageDetector({
  id: "picture-gan",
  version: 1,
  label: "GAN of images",
  family: "neural",
  summary:
    "A generator learns to make images while a discriminator learns to tell them from real ones; what it cannot make again is strange, and the map shows where that is.",
  blindTo: "Fine defects in fine textures, which are not made anyway, and strange images that are frequent.",
  reference:
    "Akcay, Atapour-Abarghouei and Breckon (2018), GANomaly: Semi-Supervised Anomaly Detection via Adversarial Training; Schlegl et al. (2019), f-AnoGAN",
  prefers: { scale: "none", encode: "one-hot", why: { code: "image-detector.own-scale" } },
  params: imageGanParams,

  async fit(samples, params, context): Promise<ImageRebuilder> {
    requireSamples(samples);
    const [size = 0, , channels = 0] = samples.shape;
    const scale = await imageScaleOf(samples, "pixel", partOf(context, 0, SCALED));
    const seen = scaledImages(samples, scale);
    const specs = imageGanSpecs(size, channels, params.latent);
    const spec = rebuilderSpec(specs);
    showArchitecture(context, specs, 1);
    const seeds = seedsFor(1, context);
    const validation = Math.min(params.validation, MAX_HELD_OUT / samples.count);
    return onSomeBackend(context, rebuildingWorkload(spec), true, async (tf) => {
      const random = seededRandom(seeds.own);
      const imaged = imagedRows(seen, specs, Infinity, random);
      const ofEncoder = weightShapesOf(specs.encoder).length;
      const codes = imaged.codes.slice(0, MAX_IMAGES_SHOWN * specs.generator.inputs);
      const make = (t: Tf, weights: readonly Tensor[]) =>
        forward(t, specs.generator, weights.slice(ofEncoder), t.tensor2d(codes, [codes.length / specs.generator.inputs, specs.generator.inputs])); // prettier-ignore
      const look = rebuiltLook(spec, samples, scale, random, context, make);
      const length = trainingLength({ ...params, validation }, samples.count, TRAINING_PACE);
      const sized = { ...COMMON_LEARNING, ...params, validation, steps: length.steps };
      const task = ganTask(specs, seen, sized, seededRandom(seeds.members[0] ?? 0));
      const plan = { ...TRAINING_PACE, ...length, learningRate: params.learningRate };
      const [trained] = await train(tf, [{ ...task, look }], plan, partOf(context, SCALED, TRAINED), 1);
      const network = { spec, weights: trained?.weights ?? [] };
      context.note(leftNote(leftIn(answersTo(tf, network, imaged.real), imaged.real)));
      sayVariety(tf, specs, [network], imaged, context);
      return rebuilderOf(tf, network, scale, params, samples, partOf(context, TRAINED, 1));
    });
  },

  ...byRebuilding,
});

/** Percent of the mean image's error, whose mean square is 1 by the scale, that rebuilt images have. */
function leftIn(rebuilt: Float32Array, real: Float32Array): number {
  const error = rebuilt.reduce((sum, value, i) => sum + (value - real[i]!) ** 2, 0); // as long
  const whole = real.reduce((sum, value) => sum + value ** 2, 0);
  return whole > 0 ? Math.round((100 * error) / whole) : 0;
}
