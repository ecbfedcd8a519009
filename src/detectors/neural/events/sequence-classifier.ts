import { classAnswersOf } from "../../../core/detect/class-answers";
import type { Context, Metric } from "../../../core/detect/context";
import { defineEventDetector } from "../../../core/detect/detector";
import { requireSamples } from "../../../core/detect/require-samples";
import type { Attribution } from "../../../core/explain/attribution";
import { seededRandom } from "../../../core/math/random";
import type { EventSamples } from "../../../core/series/series-samples";
import { classCount, symbolClassesOf } from "../../../core/series/symbol-classes";
import { onSomeBackend } from "../backend/some-backend";
import { classCountOf, splitKnown, usualShare } from "../classifier/class-split";
import { classifyingWorkload } from "../classifier/classifying";
import { architectureOf } from "../network";
import { heldOutNotes } from "../training/held-out-notes";
import { train } from "../training/train";
import { trainingLength } from "../training/training-length";
import { verdictOf } from "../training/verdict";
import { equallyLong, readSequences } from "./read-sequences";
import { sequenceClassesTask, type SpecFor } from "./sequence-classes-task";
import { partsOfEvents, sequenceLogits, strangenessOfSequence } from "./sequence-answers";
import type { SequenceClassifierModel } from "./sequence-classifier-model";
import { sequenceClassifierParams, sequenceClassifierSpec } from "./sequence-classifier-params";

/** More symbols than these are told apart by none but the most frequent ones. */
const MAX_SYMBOLS_TOLD_APART = 500;
/** Sequences that are looked at with every report. */
const MAX_HELD_OUT = 500;
const [CLIP_NORM, PATIENCE] = [5, Infinity];
/** Looking at what is held out costs as much as some steps: once a pass is enough where a pass is long. */
const MIN_REPORT_EVERY = 20;

/**
 * A recurrent network reads a whole sequence and names its class from its last state. A sequence's score is its
 * surprise at the class that it has in the table, -log of the probability, in nats (of the likeliest where it has none);
 * or 1 - the largest probability; or the probability of the rarest class. All events of a sequence have its score. >= 0.
 */
export const sequenceClassifier = defineEventDetector({
  id: "sequence-classifier",
  version: 1,
  label: "Class of a sequence (RNN)",
  family: "neural",
  summary:
    "A recurrent network reads whole sequences and learns to name the class that a column gives them; sequences that it takes for another class than their own are strange.",
  blindTo: "What is strange within a class, as long as it looks more like its own class than like any other.",
  reference:
    "Elman, J. L. (1990). Finding structure in time. Cognitive Science; as a classifier of sequences, Graves, A. (2012). Supervised Sequence Labelling with Recurrent Neural Networks.",
  prefers: { scale: "none", encode: "one-hot", why: { code: "sequence.symbols-as-they-are" } },
  params: sequenceClassifierParams,

  async fit(events, params, context): Promise<SequenceClassifierModel> {
    requireSamples(events);
    const { cell, embedding, first, second, longest, evidence } = params;
    const symbols = symbolClassesOf(events, MAX_SYMBOLS_TOLD_APART);
    const shaping = { cell, embedding, first, second };
    const blank = {
      symbols,
      names: [],
      rarest: 0,
      shaping,
      longest,
      evidence,
      weights: [],
      learned: new Uint32Array(),
    };
    const { classes, classNames = [] } = events;
    const count = classCountOf(classes);
    if (!classes || count < 2) {
      context.note({ code: "sequence.no-classes" });
      await context.checkpoint(1);
      return blank;
    }
    sayCut(events, longest, context);
    const seed = Math.floor(context.random() * 2 ** 32);
    const read = readSequences(events, symbols, longest);
    const specFor = specOf({ symbols, shaping }, count);
    const widest = Math.max(...Uint32Array.from({ length: read.count }, (_, sequence) => read.lengthOf(sequence)));
    const networks = [{ name: "classifier", input: [widest], layers: architectureOf(specFor(widest)) }];
    context.show({ kind: "architecture", copies: 1, networks });
    const { notes, ...taught } = await onSomeBackend(
      context,
      classifyingWorkload(specFor(widest)),
      true,
      async (tf) => {
        const random = seededRandom(seed);
        const split = splitKnown(classes, params.validation, MAX_HELD_OUT, random);
        const task = sequenceClassesTask(specFor, read, classes, count, split, params.batch, random);
        const curve: Metric[] = [];
        const heard = {
          ...context,
          checkpoint(done: number, more: readonly Metric[] = []) {
            curve.push(...more);
            return context.checkpoint(done, more);
          },
        };
        const steps = equallyLong(read, split.learn, params.batch).length;
        const asked = { epochs: params.passes, steps: 0, batch: 1, validation: 0 };
        const plan = { learningRate: params.learningRate, optimiser: params.optimiser };
        const length = trainingLength(asked, steps, {
          reportEvery: Math.max(MIN_REPORT_EVERY, steps),
          patience: PATIENCE,
        });
        const [trained] = await train(tf, [task], { clipNorm: CLIP_NORM, ...plan, ...length }, heard, 1);
        const usual = usualShare(classes, split.heldOut);
        return {
          weights: trained?.weights ?? task.initial,
          learned: split.learn.map((sequence) => events.origin[events.starts[sequence]!]!), // a sequence begins with an event
          notes: [verdictOf(curve, null), ...heldOutNotes(curve, split.heldOut.length, usual)],
        };
      },
    );
    for (const note of notes) context.note(note);
    // The most frequent class stands first.
    return { ...blank, ...taught, names: classNames.slice(0, count), rarest: count - 1 };
  },

  async score(model, events, context) {
    const logits = await sequenceLogits(model, specOf(model, model.names.length), events, context);
    const scores = new Float64Array(events.count);
    logits.forEach((own, sequence) => {
      scores.fill(
        strangenessOfSequence(model, own, ownClass(model, events, sequence)),
        events.starts[sequence],
        events.starts[sequence + 1],
      );
    });
    return scores;
  },

  async classify(model, events, context) {
    const { names, learned } = model;
    if (names.length === 0) return null;
    const logits = await sequenceLogits(model, specOf(model, names.length), events, context);
    const all = new Float32Array(events.count * names.length);
    const unseen = new Uint8Array(events.count);
    const known = new Set(learned);
    logits.forEach((own, sequence) => {
      const isNew = known.has(events.origin[events.starts[sequence]!]!) ? 0 : 1; // a sequence begins with an event
      for (let event = events.starts[sequence]!; event < events.starts[sequence + 1]!; event++) {
        all.set(own, event * names.length);
        unseen[event] = isNew;
      }
    });
    return classAnswersOf(all, names, unseen);
  },

  /** An event's part is how far the score of its sequence falls without it. */
  async explain(model, events, context): Promise<readonly Attribution[]> {
    const parts = await partsOfEvents(model, specOf(model, model.names.length), events, context, (sequence) =>
      ownClass(model, events, sequence),
    );
    return Array.from(parts, (part) => ({ over: "features", values: Float32Array.of(part), additive: false }));
  },
});

function specOf({ symbols, shaping }: Pick<SequenceClassifierModel, "symbols" | "shaping">, count: number): SpecFor {
  return (length) => sequenceClassifierSpec(classCount(symbols), length, count, shaping);
}

/** The place among the classes of the model of the one that a sequence has in the table; -1 where it has none of them. */
function ownClass(
  { names }: SequenceClassifierModel,
  { classes, classNames = [] }: EventSamples,
  sequence: number,
): number {
  return names.indexOf(classNames[classes?.[sequence] ?? -1] ?? "");
}

function sayCut({ starts }: EventSamples, longest: number, context: Pick<Context, "note">): void {
  const cut = starts.subarray(1).filter((end, sequence) => end - starts[sequence]! > longest).length; // one more start than sequences
  if (cut > 0) context.note({ code: "sequence.cut", values: { count: cut, longest } });
}
