import { classAnswersOf, unseenOf, type ClassAnswers } from "../../../core/detect/class-answers";
import type { Context } from "../../../core/detect/context";
import type { Classed, SamplesBase } from "../../../core/detect/samples-base";
import type { Tf } from "../backend/tf";
import { outputsOf, type Network } from "../network";
import { reconstruct } from "../rebuilding/reconstruct";

/** The classes that a network was taught, and by which samples. */
export interface TaughtClasses {
  readonly names: readonly string[];
  /** The rows that they come from. */
  readonly learned: Uint32Array;
}

/** What `count` classes are called that are taught by those of `samples` that `learn` numbers. */
export function taughtClassesOf(
  { classNames = [], origin }: Classed & Pick<SamplesBase, "origin">,
  count: number,
  learn: Uint32Array,
): TaughtClasses {
  const names = Array.from({ length: count }, (_, place) => classNames[place] ?? `${place + 1}`);
  return { names, learned: learn.map((sample) => origin[sample]!) }; // a sample of these
}

/** Which of the classes that it was taught a network takes each sample for. */
export async function classAnswersBy(
  tf: Tf,
  network: Network,
  clip: number,
  { names, learned }: TaughtClasses,
  samples: SamplesBase,
  context: Pick<Context, "checkpoint">,
): Promise<ClassAnswers> {
  const width = outputsOf(network.spec);
  const logits = new Float32Array(samples.count * width);
  await reconstruct(tf, [network], clip, samples, context, 0, ({ from, to, outputs: [output = NO_LOGITS] }) => {
    logits.set(output.subarray(0, (to - from) * width), from * width);
  });
  return classAnswersOf(logits, names, unseenOf(samples.origin, learned));
}

const NO_LOGITS = new Float32Array();
