import type { Note } from "../../../core/data/note";
import type { Context } from "../../../core/detect/context";
import { defineImageDetector } from "../../../core/detect/detector";
import { requireSamples } from "../../../core/detect/require-samples";

import { partOf } from "../../../core/detect/part-of-context";
import { seededRandom } from "../../../core/math/random";
import { onSomeBackend } from "../backend/some-backend";
import { rebuildingWorkload } from "../rebuilding/rebuilding";
import { learnToRebuild, seedsFor, showArchitecture, type Seeds } from "../rebuilding/rebuilders";
import { goingOn } from "../training/learn-from";
import { isPoor, percentLeft, imageVerdictOf } from "./image-verdict";
import { imageAutoencoderParams, imageAutoencoderSpec } from "./image-autoencoder-params";
import { byRebuilding, rebuilderOf } from "./by-rebuilding";
import type { ImageRebuilder } from "./image-rebuilder";
import { imageScaleOf, scaledImages } from "./image-scale";
import { rebuiltLook } from "./rebuilt-look";

/** What is the same for all images: every one is learned from, to the last step. */
const COMMON_LEARNING = { members: 1, clip: Infinity, trimmed: 0, noise: null, validation: 0, weightDecay: 0 };
const LEARNING_SCHEDULE = { shape: "drop", end: 0.2, warmUp: 30 } as const;
/** Where the parts of the work end on the scale of the progress; hardly ever is there a second training. */
const [SCALED, TRAINED, RESTARTED] = [0.02, 0.9, 0.95];
/** A network that learned nearly nothing is trained once more at this rate or, where it was as fast, at a slower one. */
const SECOND_RATE = 0.002;
const SLOWER_BY = 4;

/**
 * Convolutions with steps of two down to a few numbers, and the same mirrored; learned by the squared error of images
 * less the mean image. Scored by the map of differences between an image and its rebuilding. Higher is stranger; >= 0.
 * Of the paper, structure is only a way to compare: the network learns by squares.
 */

export const imageAutoencoder = defineImageDetector({
  id: "picture-autoencoder",
  version: 1,
  label: "Convolutional autoencoder of images",
  family: "neural",
  summary:
    "Convolutions squeeze an image into a few numbers, from which it is rebuilt; what cannot be rebuilt is strange, and the map shows where that is.",
  blindTo: "Fine defects in fine textures, which are not rebuilt anyway, and strange images that are frequent.",
  reference:
    "Bergmann, Löwe, Fauser, Sattlegger and Steger (2019), Improving Unsupervised Defect Segmentation by Applying Structural Similarity to Autoencoders",
  prefers: { scale: "none", encode: "one-hot", why: { code: "image-detector.own-scale" } },
  params: imageAutoencoderParams,

  async fit(samples, params, context): Promise<ImageRebuilder> {
    requireSamples(samples);
    const [size = 0, , channels = 0] = samples.shape;
    const scale = await imageScaleOf(samples, "pixel", partOf(context, 0, SCALED));
    const seen = scaledImages(samples, scale);
    const { spec, middle } = imageAutoencoderSpec(size, channels, params.latent);
    showArchitecture(spec, 1, context, middle);
    // Drawn before anything is tried, so that a second try on another backend learns from the same chance.
    const [seeds, again] = [seedsFor(1, context), seedsFor(1, context)];
    const { learningRate: rate, steps } = params;
    const { notes, ...model } = await onSomeBackend(context, rebuildingWorkload(spec), true, async (tf) => {
      const look = rebuiltLook(spec, samples, scale, seededRandom(seeds.own), context);
      const learn = (from: Seeds, learningRate: number, part: Context) =>
        learnToRebuild(
          tf,
          spec,
          seen,
          { ...COMMON_LEARNING, ...params, learningRate, schedule: LEARNING_SCHEDULE },
          from,
          part,
          1,
          look,
        );
      let learnt = await learn(seeds, rate, partOf(context, SCALED, TRAINED));
      const notes: Note[] = [];
      if (isPoor(percentLeft(learnt.metrics)) && !context.endsEarly()) {
        notes.push({ code: "images.restarted", values: { percent: percentLeft(learnt.metrics) } });
        const other = rate < SECOND_RATE ? SECOND_RATE : rate / SLOWER_BY;
        const second = await learn(again, other, goingOn(partOf(context, TRAINED, RESTARTED), steps));
        if (percentLeft(second.metrics) < percentLeft(learnt.metrics)) learnt = second;
      }
      notes.push(imageVerdictOf(learnt.metrics));
      const network = learnt.networks[0]!; // one for each seed
      const rest = partOf(context, RESTARTED, 1);
      return { ...(await rebuilderOf(tf, network, scale, params, samples, rest)), notes };
    });
    for (const note of notes) context.note(note);
    return model;
  },

  ...byRebuilding,
});
