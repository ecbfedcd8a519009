import type { Note } from "../../../core/data/note";
import type { Context } from "../../../core/detect/context";
import { defineImageDetector } from "../../../core/detect/detector";
import { requireSamples } from "../../../core/detect/require-samples";

import { partOf } from "../../../core/detect/part-of-context";
import { seededRandom } from "../../../core/math/random";
import { onSomeBackend } from "../backend/some-backend";
import { rebuildingWorkload } from "../rebuilding/rebuilding";
import { learnToRebuild, seedsFor, showArchitecture, type Seeds } from "../rebuilding/rebuilders";
import { heldOutNotes } from "../training/held-out-notes";
import { goingOn } from "../training/learn-from";
import { heldOutCount } from "../training/rows";
import { verdictOf } from "../training/verdict";
import { isPoor, percentLeft, imageVerdictOf } from "./image-verdict";
import { imageAutoencoderParams, imageAutoencoderSpec } from "./image-autoencoder-params";
import { byRebuilding, rebuilderOf } from "./by-rebuilding";
import type { ImageRebuilder } from "./image-rebuilder";
import { asTheyAre, imageScaleOf, scaledImages } from "./image-scale";
import { rebuiltLook } from "./rebuilt-look";

/** What is the same for all images. */
const COMMON_LEARNING = { members: 1, clip: Infinity, trimmed: 0, noise: null, weightDecay: 0 };
const LEARNING_SCHEDULE = { shape: "drop", end: 0.2, warmUp: 30 } as const;
/** Images that are looked at with every report. */
const MAX_HELD_OUT = 100;
/** Where the parts of the work end on the scale of the progress; hardly ever is there a second training. */
const [SCALED, TRAINED, RESTARTED] = [0.02, 0.9, 0.95];
/** A network that learned nearly nothing is trained once more at this rate or, where it was as fast, at a slower one. */
const SECOND_RATE = 0.002;
const SLOWER_BY = 4;

/**
 * Convolutions with steps of two down to a few numbers, and the same mirrored; learned by the squared error of images
 * less the mean image, unless told otherwise. Scored by the map of differences between an image and its rebuilding. Higher is stranger; >= 0.
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
    const answersShares = params.loss === "cross-entropy";
    const scale = answersShares ? asTheyAre : await imageScaleOf(samples, "pixel", partOf(context, 0, SCALED));
    const seen = scaledImages(samples, scale);
    const { spec, middle } = imageAutoencoderSpec(size, channels, params.latent, answersShares ? "sigmoid" : "linear");
    showArchitecture(spec, 1, context, middle);
    // Drawn before anything is tried, so that a second try on another backend learns from the same chance.
    const [seeds, again] = [seedsFor(1, context), seedsFor(1, context)];
    const { learningRate: rate, loss } = params;
    const validation = Math.min(params.validation, MAX_HELD_OUT / samples.count);
    const { notes, ...model } = await onSomeBackend(context, rebuildingWorkload(spec), true, async (tf) => {
      const look = rebuiltLook(spec, samples, scale, seededRandom(seeds.own), context);
      const learn = (from: Seeds, learningRate: number, part: Context) =>
        learnToRebuild(
          tf,
          spec,
          seen,
          { ...COMMON_LEARNING, ...params, validation, learningRate, schedule: LEARNING_SCHEDULE },
          from,
          part,
          1,
          look,
        );
      let learnt = await learn(seeds, rate, partOf(context, SCALED, TRAINED));
      const notes: Note[] = [];
      // By its scale alone the mean image is known to lose 1, and that only of squares.
      if (loss === "squared" && isPoor(percentLeft(learnt.metrics)) && !context.endsEarly()) {
        notes.push({ code: "images.restarted", values: { percent: percentLeft(learnt.metrics) } });
        const taken = learnt.metrics.at(-1)?.at ?? 0;
        const other = rate < SECOND_RATE ? SECOND_RATE : rate / SLOWER_BY;
        const second = await learn(again, other, goingOn(partOf(context, TRAINED, RESTARTED), taken));
        if (percentLeft(second.metrics) < percentLeft(learnt.metrics)) learnt = second;
      }
      notes.push(loss === "squared" ? imageVerdictOf(learnt.metrics) : verdictOf(learnt.metrics, null));
      notes.push(...heldOutNotes(learnt.metrics, heldOutCount(samples.count, validation)));
      const network = learnt.networks[0]!; // one for each seed
      const rest = partOf(context, RESTARTED, 1);
      return { ...(await rebuilderOf(tf, network, scale, params, samples, rest)), notes };
    });
    for (const note of notes) context.note(note);
    return model;
  },

  ...byRebuilding,
});
