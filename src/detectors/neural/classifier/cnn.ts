import type { Context, Metric } from "../../../core/detect/context";
import { defineMatrixDetector } from "../../../core/detect/detector";
import { requireSamples } from "../../../core/detect/require-samples";
import { seededRandom } from "../../../core/math/random";
import { classCountOf, splitAll, splitKnown, usualShare } from "./class-split";
import { classesTask, classifyingWorkload, transformationsTask } from "./classifying";
import { cnnParams, cnnSpec } from "./cnn-params";
import { columnChain } from "../layout/column-chain";
import { scoreByClasses, scoreByTransformations, usualAnswersOf, type Evidence } from "./evidence";
import { architectureOf, type Network } from "../network";
import { layOut, layoutView } from "../layout/image-layout";
import { onSomeBackend } from "../backend/some-backend";
import { heldOutNotes } from "../training/held-out-notes";
import { trainingLength } from "../training/training-length";
import { train } from "../training/train";
import { classAnswersBy, taughtClassesOf, type TaughtClasses } from "./taught-classes";
import { transformationsOf } from "./transformations";
import { verdictOf } from "../training/verdict";

export interface CnnModel {
  readonly network: Network;
  /** What the network reads is held within ± this. */
  readonly clip: number;
  readonly evidence: Evidence;
  /** Absent where it was taught none. */
  readonly taught?: TaughtClasses;
}

const TRAINING_PACE = { clipNorm: 5, reportEvery: 20, patience: Infinity };
/** Rows, each with its transformations, that are looked at with every report. */
const MAX_HELD_OUT = 1000;
/** Share of the progress that is training; the rest is measuring the usual answers. */
const TRAINING_SHARE = 0.8;

/**
 * A convolutional network reads a row as a small image, its columns laid out so that correlated ones are neighbours,
 * and its answer is the evidence. With classes it learns to tell them apart, and a row that is of none of them for
 * sure is strange: minus log(sum of exp(logits)), the energy of Liu et al. 2020, or 1 - the largest probability.
 * Without, it learns which of several random rotations a row went through. There the rotations of a strange row are
 * often told apart all the better, so its probabilities say nothing; what counts is how unusual its answers are: the
 * mean over rotations and classes of log(1 + q²), where q is a logit, less the mean of its row of logits and less its
 * median over rows, in units of its MAD. Higher is stranger.
 */
export const cnn = defineMatrixDetector({
  id: "cnn",
  version: 1,
  label: "Convolutional classifier",
  family: "neural",
  summary:
    "Reads a row as a small image and learns to tell known classes apart or, without them, ways to turn the row round; rows with unusual answers are strange.",
  blindTo: "Strange rows whose answers look ordinary, such as those that lie in the middle between the others.",
  reference: "Bergman and Hoshen (2020), Classification-Based Anomaly Detection for General Data",
  prefers: { scale: "robust", encode: "one-hot", why: { code: "neural.prefers-robust" } },
  params: cnnParams,

  async fit(samples, params, context): Promise<CnnModel> {
    requireSamples(samples);
    // Drawn before anything is tried, so that a second try on another backend learns from the same chance.
    const [seed, own] = [wholeNumber(context), wholeNumber(context)];
    const layout = layOut(await columnChain(samples, seededRandom(own), context), params.layout);
    context.show(layoutView(layout, samples.features));
    const { clip, learningRate, optimiser } = params;
    const count = classCountOf(samples.classes);
    // One class alone cannot be told from another.
    const known = samples.classes && count > 1 ? samples.classes : null;
    const transformations = known ? [] : transformationsOf(samples.width, params.transformations, own);
    const spec = cnnSpec(samples.width, layout, known ? count : params.transformations, params);
    const networks = [{ name: "classifier", input: [spec.inputs], layers: architectureOf(spec) }];
    context.show({ kind: "architecture", copies: 1, networks });
    const { notes, ...model } = await onSomeBackend(context, classifyingWorkload(spec), true, async (tf) => {
      const random = seededRandom(seed);
      const split = known
        ? splitKnown(known, params.validation, MAX_HELD_OUT, random)
        : splitAll(samples.count, params.validation, MAX_HELD_OUT / transformations.length, random);
      const task = known
        ? classesTask(spec, samples, known, split, params, random)
        : transformationsTask(spec, samples, transformations, split, params, random);
      const curve: Metric[] = [];
      const heard = {
        ...context,
        checkpoint: (done: number, metrics: readonly Metric[] = []) => {
          curve.push(...metrics);
          return context.checkpoint(done, metrics);
        },
      };
      // As if all that is learned were all there is: what is held out was decided above.
      const length = trainingLength({ ...params, validation: 0 }, split.learn.length, TRAINING_PACE);
      const plan = { ...TRAINING_PACE, ...length, learningRate, optimiser };
      const [trained] = await train(tf, [task], plan, heard, TRAINING_SHARE);
      const network = { spec, weights: trained?.weights ?? [] };
      const evidence: Evidence = known
        ? { kind: "classes", by: params.evidence }
        : await usualAnswersOf(tf, network, clip, own, samples, context, TRAINING_SHARE);
      const usual = known ? usualShare(known, split.heldOut) : 1 / params.transformations;
      const notes = [verdictOf(curve, null), ...heldOutNotes(curve, split.heldOut.length, usual)];
      const taught = known && { taught: taughtClassesOf(samples, count, split.learn) };
      return { network, clip, evidence, ...taught, notes };
    });
    for (const note of notes) context.note(note);
    return model;
  },

  async classify({ network, clip, taught }, samples, context) {
    if (!taught) return null;
    return onSomeBackend(context, classifyingWorkload(network.spec), false, (tf) =>
      classAnswersBy(tf, network, clip, taught, samples, context),
    );
  },

  score({ network, clip, evidence }, samples, context) {
    return onSomeBackend(context, classifyingWorkload(network.spec), false, (tf) =>
      evidence.kind === "classes"
        ? scoreByClasses(tf, network, clip, evidence.by, samples, context)
        : scoreByTransformations(tf, network, clip, evidence, samples, context),
    );
  },
});

function wholeNumber(context: Context): number {
  return Math.floor(context.random() * 2 ** 32);
}
