import type { Context, Metric } from "../../../core/detect/context";
import { defineImageDetector } from "../../../core/detect/detector";
import { partOf } from "../../../core/detect/part-of-context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import type { ImageSamples } from "../../../core/images/image-samples";
import { seededRandom } from "../../../core/math/random";
import { smallImages } from "../../images/small-images";
import { onSomeBackend } from "../backend/some-backend";
import { classCountOf, splitAll, splitKnown, usualShare } from "../classifier/class-split";
import { classesTask, classifyingWorkload } from "../classifier/classifying";
import { scoreByClasses } from "../classifier/evidence";
import { classAnswersBy, taughtClassesOf, type TaughtClasses } from "../classifier/taught-classes";
import { architectureOf, type Network } from "../network";
import { measured } from "./measured";
import { heldOutNotes } from "../training/held-out-notes";
import { train } from "../training/train";
import { trainingLength } from "../training/training-length";
import { verdictOf } from "../training/verdict";
import { imageCnnParams, imageCnnSpec } from "./image-cnn-params";
import { imageScaleOf, scaledImages, type ImageScale } from "./image-scale";
import { pretextEvidenceOf, scoreByPretext, type PretextEvidence } from "./pretext-evidence";
import { PIECE_LOGITS, pretextTask } from "./pretext-task";
import { rotatedImages, ROTATION_COUNT } from "./rotations";

interface ImageCnnModel {
  readonly network: Network;
  /** Images are made this small. */
  readonly side: number;
  readonly scale: ImageScale;
  readonly evidence: { readonly kind: "classes"; readonly by: "energy" | "probability" } | PretextEvidence;
  /** Absent where it was taught no classes. */
  readonly taught?: TaughtClasses;
}

const TRAINING_PACE = { clipNorm: 5, reportEvery: 10, patience: Infinity };
const LEARNING_SCHEDULE = { shape: "drop", end: 0.2, warmUp: 10 } as const;
/** Images, each as often as it is rotated, that are looked at with every report. */
const MAX_HELD_OUT = 200;
const [SCALED, TRAINED, MEASURED] = [0.02, 0.85, 0.9];

/**
 * A convolutional network that answers questions about images. With classes it learns to tell them apart, and a
 * image that is of none of them for sure is strange. Without, it learns by how many quarters an image was rotated, and
 * whether a piece of it was pasted elsewhere; strange is an image whose turns it does not know, that looks pasted, or in
 * which it sees something unlike what it saw before. Higher is stranger.
 */
export const imageCnn = defineImageDetector({
  id: "picture-cnn",
  version: 1,
  label: "Convolutional classifier of images",
  family: "neural",
  summary:
    "Learns to tell known classes apart or, without them, how an image was rotated and whether a piece of it was pasted elsewhere; images with unusual answers are strange. It draws no map.",
  blindTo: "Strange images that break neither the look of an ordinary one nor which side of it is up.",
  reference:
    "Golan and El-Yaniv (2018), Deep Anomaly Detection Using Geometric Transformations; Li, Sohn, Yoon and Pfister (2021), CutPaste: Self-Supervised Learning for Anomaly Detection and Localization",
  prefers: { scale: "none", encode: "one-hot", why: { code: "image-detector.own-scale" } },
  params: imageCnnParams,

  async fit(samples, params, context): Promise<ImageCnnModel> {
    const seen = seenAt(samples, params.side);
    const [size = 0, , channels = 0] = seen.shape;
    // Drawn before anything is tried, so that a second try on another backend learns from the same chance.
    const [seed, own] = [wholeNumber(context), wholeNumber(context)];
    const scale = await imageScaleOf(seen, "channel", partOf(context, 0, SCALED));
    const count = classCountOf(samples.classes);
    // One class alone cannot be told from another.
    const known = samples.classes && count > 1 ? samples.classes : null;
    const spec = imageCnnSpec(size, channels, known ? count : ROTATION_COUNT + PIECE_LOGITS, params);
    const networks = [{ name: "classifier", input: [size, size, channels], layers: architectureOf(spec) }];
    context.show({ kind: "architecture", copies: 1, networks });
    const { notes, ...model } = await onSomeBackend(context, classifyingWorkload(spec), true, async (tf) => {
      const random = seededRandom(seed);
      const plan = { batch: params.batch, clip: Infinity };
      const split = known
        ? splitKnown(known, params.validation, MAX_HELD_OUT, random)
        : splitAll(seen.count, params.validation, MAX_HELD_OUT / ROTATION_COUNT, random);
      const curve: Metric[] = [];
      const learning = partOf(context, SCALED, TRAINED);
      const heard = {
        ...learning,
        checkpoint: (done: number, metrics: readonly Metric[] = []) => {
          curve.push(...metrics);
          return learning.checkpoint(done, metrics);
        },
      };
      const training = {
        ...TRAINING_PACE,
        // As if all that is learned were all there is: what is held out was decided above.
        ...trainingLength({ ...params, validation: 0 }, split.learn.length, TRAINING_PACE),
        schedule: LEARNING_SCHEDULE,
        learningRate: params.learningRate,
        optimiser: params.optimiser,
      };
      const [trained] = known
        ? await train(
            tf,
            [classesTask(spec, scaledImages(seen, scale), known, split, plan, random)],
            training,
            heard,
            1,
          )
        : await train(tf, [pretextTask(spec, seen, scale, split, params.batch, random)], training, heard, 1);
      const learned = scaledImages(known ? seen : rotatedImages(seen), scale);
      const weights = trained?.weights ?? [];
      const network = await measured(tf, { spec, weights }, learned, partOf(context, TRAINED, MEASURED));
      const rest = partOf(context, MEASURED, 1);
      const evidence = known
        ? ({ kind: "classes", by: params.evidence } as const)
        : await pretextEvidenceOf(tf, network, scale, seen, own, rest);
      const usual = known ? usualShare(known, split.heldOut) : 1 / ROTATION_COUNT;
      const taught = known && { taught: taughtClassesOf(samples, count, split.learn) };
      const told = [verdictOf(curve, null), ...heldOutNotes(curve, split.heldOut.length, usual)];
      return { network, side: params.side, scale, evidence, ...taught, notes: told };
    });
    for (const note of notes) context.note(note);
    return model;
  },

  async classify({ network, side, scale, taught }, samples, context) {
    if (!taught) return null;
    const seen = scaledImages(seenAt(samples, side), scale);
    return onSomeBackend(context, classifyingWorkload(network.spec), false, (tf) =>
      classAnswersBy(tf, network, Infinity, taught, seen, context),
    );
  },

  score({ network, side, scale, evidence }, samples, context) {
    const seen = seenAt(samples, side);
    return onSomeBackend(context, classifyingWorkload(network.spec), false, (tf) =>
      evidence.kind === "classes"
        ? scoreByClasses(tf, network, Infinity, evidence.by, scaledImages(seen, scale), context)
        : scoreByPretext(tf, network, scale, evidence, seen, context),
    );
  },
});

/** The images as the network reads them. Throws where there are none. */
function seenAt(images: ImageSamples, most: number): SamplesBase {
  const { rows, side, channels } = smallImages(images, most);
  return { ...rows, shape: [side, side, channels] };
}

function wholeNumber(context: Context): number {
  return Math.floor(context.random() * 2 ** 32);
}
