import type { Context } from "../../../core/detect/context";
import type { EventSamples } from "../../../core/series/series-samples";
import { sliceEvents } from "../../../core/series/slice-series";
import { onSomeBackend } from "../backend/some-backend";
import { classifyingWorkload } from "../classifier/classifying";
import { reconstruct } from "../rebuilding/reconstruct";
import { equallyLong, readSequences } from "./read-sequences";
import type { SpecFor } from "./sequence-classes-task";
import type { SequenceClassifierModel } from "./sequence-classifier-model";

/** Sequences that are answered between two looks at the clock. */
const AT_ONCE = 256;
const NO_LOGITS = new Float32Array();

/** The logits of the classes for each sequence; none where the model knows no classes. */
export async function sequenceLogits(
  model: SequenceClassifierModel,
  specFor: SpecFor,
  events: EventSamples,
  context: Context,
): Promise<readonly Float32Array[]> {
  const read = readSequences(events, model.symbols, model.longest);
  const logits = Array.from({ length: read.count }, () => NO_LOGITS);
  const count = model.names.length;
  if (count === 0) {
    await context.checkpoint(1);
    return logits;
  }
  const groups = equallyLong(read, Uint32Array.from(logits.keys()), AT_ONCE);
  await onSomeBackend(context, classifyingWorkload(specFor(SAMPLE_LENGTH)), false, async (tf) => {
    for (const [turn, group] of groups.entries()) {
      const numbers = read.read(group);
      const width = numbers.length / group.length;
      const samples = {
        count: group.length,
        width,
        block: (a: number, b: number) => numbers.subarray(a * width, b * width),
      };
      const part = { checkpoint: () => context.checkpoint(turn / groups.length) };
      const network = { spec: specFor(width), weights: model.weights };
      await reconstruct(tf, [network], Infinity, samples, part, 0, ({ from, to, outputs: [output = NO_LOGITS] }) => {
        for (let row = from; row < to; row++)
          logits[group[row]!] = output.slice((row - from) * count, (row - from + 1) * count); // a sequence of the group
      });
    }
  });
  await context.checkpoint(1);
  return logits;
}

/** Networks of one kind share what was measured, whatever is read. */
const SAMPLE_LENGTH = 16;

/** How strange such an answer is for a sequence of class `own`, -1 where that is unknown. */
export function strangenessOfSequence(
  { evidence, rarest }: Pick<SequenceClassifierModel, "evidence" | "rarest">,
  logits: Float32Array,
  own: number,
): number {
  if (logits.length === 0) return 0;
  const largest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
  const logSum = largest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0));
  switch (evidence) {
    case "own":
      return Math.max(0, logSum - (logits[own] ?? largest));
    case "unsure":
      return Math.max(0, 1 - Math.exp(largest - logSum));
    case "rarest":
      return Math.exp(logits[rarest]! - logSum); // a class
    default:
      return evidence satisfies never;
  }
}

/** How far the score of its sequence falls without each event; 0 where it does not fall. */
export async function partsOfEvents(
  model: SequenceClassifierModel,
  specFor: SpecFor,
  events: EventSamples,
  context: Context,
  ownClassOf: (sequence: number) => number,
): Promise<Float64Array> {
  const parts = new Float64Array(events.count);
  const whole = await sequenceLogits(model, specFor, events, { ...context, checkpoint: () => context.checkpoint(0) });
  for (let sequence = 0; sequence < whole.length; sequence++) {
    const [from, to] = [events.starts[sequence]!, events.starts[sequence + 1]!]; // one more start than sequences
    // What is not read has no part.
    const first = Math.max(from, to - model.longest);
    const own = ownClassOf(sequence);
    const score = strangenessOfSequence(model, whole[sequence]!, own); // one for each
    if (score === 0 || to - first < 2) continue;
    const without = withoutEach(sliceEvents(events, first, to));
    const quiet = { ...context, checkpoint: () => context.checkpoint(sequence / whole.length) };
    const logits = await sequenceLogits(model, specFor, without, quiet);
    logits.forEach((answer, event) => {
      parts[first + event] = Math.max(0, score - strangenessOfSequence(model, answer, own));
    });
  }
  return parts;
}

/** One sequence as many, each without one of its events. */
function withoutEach(one: EventSamples): EventSamples {
  const [count, codes] = [one.count, one.block(0, one.count)];
  const left = count - 1;
  const values = new Float32Array(count * left);
  for (let gone = 0; gone < count; gone++) {
    values.set(codes.subarray(0, gone), gone * left);
    values.set(codes.subarray(gone + 1), gone * left + gone);
  }
  return {
    ...one,
    count: values.length,
    origin: new Uint32Array(values.length),
    starts: Uint32Array.from({ length: count + 1 }, (_, sequence) => sequence * left),
    block: (from, to) => values.subarray(from, to),
  };
}
