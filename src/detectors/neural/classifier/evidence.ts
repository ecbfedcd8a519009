import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { seededRandom } from "../../../core/math/random";
import { outputsOf, type Network } from "../network";
import { reconstruct } from "../rebuilding/reconstruct";
import { residualScaleOf, strangeness, type ResidualScale } from "../rebuilding/residual-scale";
import { someRows } from "../training/rows";
import type { Tf } from "../backend/tf";
import { transformationsOf, transformedSamples } from "./transformations";

/** Unusual answers to transformed rows. */
interface UnusualAnswers {
  readonly kind: "transformations";
  /** Of the transformations, as many as the network has logits. */
  readonly seed: number;
  /** How the answers usually are: a number for each transformation and logit. */
  readonly usual: ResidualScale;
}

/** What a classifier's answers are taken for. */
export type Evidence = { readonly kind: "classes"; readonly by: "energy" | "probability" } | UnusualAnswers;

/** Rows that are enough to know the usual answers by. */
const MAX_REFERENCE_ROWS = 5000;

/** Scores by how sure the network is of any class: minus log(sum of exp(logits)), or 1 - the largest probability. */
export async function scoreByClasses(
  tf: Tf,
  network: Network,
  clip: number,
  by: "energy" | "probability",
  samples: SamplesBase,
  context: Context,
): Promise<Float64Array> {
  const scores = new Float64Array(samples.count);
  const classes = outputsOf(network.spec);
  await reconstruct(tf, [network], clip, samples, context, 0, ({ from, to, outputs: [output = NO_NUMBERS] }) => {
    for (let row = from, at = 0; row < to; row++, at += classes) {
      const logits = output.subarray(at, at + classes);
      const largest = Math.max(...logits);
      const sum = logits.reduce((total, logit) => total + Math.exp(logit - largest), 0);
      scores[row] = by === "energy" ? -(largest + Math.log(sum)) : 1 - 1 / sum;
    }
  });
  return scores;
}

/**
 * Scores by how unusual the answers to the transformed rows are: the mean over transformations and logits of
 * log(1 + q²), where q is a logit less the mean of its answer, less its median, in units of its MAD.
 */
export async function scoreByTransformations(
  tf: Tf,
  network: Network,
  clip: number,
  { seed, usual }: UnusualAnswers,
  samples: SamplesBase,
  context: Context,
): Promise<Float64Array> {
  const scores = new Float64Array(samples.count);
  const count = outputsOf(network.spec);
  const all = transformedSamples(samples, transformationsOf(samples.width, count, seed), clip);
  await eachAnswer(tf, network, all, context, 0, (answer, image) => {
    const [row, first] = [Math.floor(image / count), (image % count) * count];
    let sum = 0;
    answer.forEach((value, i) => (sum += strangeness(usual, first + i, value)));
    scores[row] = (scores[row] ?? 0) + sum / count ** 2;
  });
  return scores;
}

/** How the answers usually are. Progress goes from `start` to 1. */
export async function usualAnswersOf(
  tf: Tf,
  network: Network,
  clip: number,
  seed: number,
  samples: SamplesBase,
  context: Context,
  start: number,
): Promise<UnusualAnswers> {
  const count = outputsOf(network.spec);
  const reference = someRows(samples, MAX_REFERENCE_ROWS, seededRandom(seed));
  const answers = new Float32Array(reference.count * count ** 2);
  const all = transformedSamples(reference, transformationsOf(samples.width, count, seed), clip);
  await eachAnswer(tf, network, all, context, start, (answer, image) => {
    answers.set(answer, image * count);
  });
  const usual = await residualScaleOf(answers, count ** 2, () => context.checkpoint(1));
  return { kind: "transformations", seed, usual };
}

/** The logits for each sample, less their mean. */
async function eachAnswer(
  tf: Tf,
  network: Network,
  samples: Pick<SamplesBase, "count" | "width" | "block">,
  context: Context,
  start: number,
  visit: (answer: Float32Array, sample: number) => void,
): Promise<void> {
  const count = outputsOf(network.spec);
  // What is transformed was held within the clip before.
  await reconstruct(
    tf,
    [network],
    Infinity,
    samples,
    context,
    start,
    ({ from, to, outputs: [output = NO_NUMBERS] }) => {
      for (let sample = from, at = 0; sample < to; sample++, at += count) {
        const logits = output.subarray(at, at + count);
        const mean = logits.reduce((sum, logit) => sum + logit, 0) / count;
        visit(
          logits.map((logit) => logit - mean),
          sample,
        );
      }
    },
  );
}

const NO_NUMBERS = new Float32Array();
