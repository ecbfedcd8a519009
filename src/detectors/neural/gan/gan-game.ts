import type { GradSaveFunc, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { normalDeviates } from "../../../core/math/random";
import { newDiscriminator, verdictsOn } from "./gan-discriminator";
import { rebuilderSpec, type GanParams, type GanSpecs } from "./gan-params";
import type { TrainingTask } from "../training/learner";
import { hingeLoss, meanOf, trimmedSquaredError, weightedSum } from "../training/losses";
import { forward, initialWeights, weightShapesOf, type NetworkSpec } from "../network";
import { gatherRows, shuffledBatches, splitRows } from "../training/rows";
import type { Tf } from "../backend/tf";

/** What a step of the game looks at: real rows, codes to make rows from, and what blurs the discriminator's view. */
export type GanBatch = Readonly<Record<"rows" | "codes" | "blur", Tensor2D>>;

/** What the game depends on; see the detector's parameters. */
export type GameParams = Pick<
  GanParams,
  "steps" | "batch" | "clip" | "trimmed" | "adversarial" | "learningRate" | "validation"
>;

/** Standard deviation of what is added to the rows that the discriminator sees, so that no last digit betrays them. */
const DISCRIMINATOR_NOISE = 0.1;
/** Weight of the error of codes that are read off made rows, beside that of rows. */
const CODE_ERROR_WEIGHT = 0.1;
/** The discriminator learns at this share of the others' rate, and forgets sooner: its task changes all the time. */
const DISCRIMINATOR_LEARNING = { rate: 1 / 3, betas: [0.5, 0.9] } as const;

/**
 * The game of a GAN with an encoder: encoder and generator learn to rebuild rows, and to deceive the discriminator both
 * with rebuilt rows and with rows made from chance; the discriminator learns to tell real rows from these. Of `Trained`,
 * `weights` are those of the encoder and the generator, `others` the discriminator's, then its directions.
 */
export function ganTask(
  specs: GanSpecs,
  samples: SamplesBase,
  params: GameParams,
  random: () => number,
): TrainingTask<GanBatch> {
  const { encoder, generator } = specs;
  const { learn, heldOut } = splitRows(samples.count, params.validation, params.steps * params.batch, random);
  const whole = rebuilderSpec(specs);
  const ofEncoder = weightShapesOf(encoder).length;
  const rebuild = (tf: Tf, weights: readonly Tensor[], rows: Tensor2D) => forward(tf, whole, weights, rows);
  const make = (tf: Tf, weights: readonly Tensor[], codes: Tensor2D) =>
    forward(tf, generator, weights.slice(ofEncoder), codes);
  const batches = shuffledBatches(learn, params.batch, random);
  const normal = normalDeviates(random);
  // Read from a store, from another place each time: three batches of new deviates at every step would cost more than it.
  const blurs = Float32Array.from({ length: 6 * params.batch * samples.width }, () => DISCRIMINATOR_NOISE * normal());
  const rowsOf = (tf: Tf, rows: Uint32Array) =>
    tf.tensor2d(gatherRows(samples, rows, params.clip), [rows.length, samples.width]);
  const batchOf = (tf: Tf, numbers: Uint32Array): GanBatch => {
    const count = numbers.length;
    const at = Math.floor(random() * (blurs.length - 3 * count * samples.width));
    return {
      rows: rowsOf(tf, numbers),
      codes: tf.tensor2d(drawCodes(count, generator, normal), [count, generator.inputs]),
      blur: tf.tensor2d(blurs.slice(at, at + 3 * count * samples.width), [3 * count, samples.width]),
    };
  };
  return {
    name: "generator loss",
    shapes: weightShapesOf(whole),
    initial: [...initialWeights(encoder, random), ...initialWeights(generator, random)],
    loss(tf, weights, { rows, codes }, others) {
      const [rebuilt, made] = [rebuild(tf, weights, rows), make(tf, weights, codes)];
      const read = forward(tf, encoder, weights, made, { through: true });
      const errors = [trimmedSquaredError(tf, rebuilt, rows, params.trimmed), trimmedSquaredError(tf, read, codes, 0)];
      const deceit = meanOf(tf, verdictsOn(tf, specs, others, stacked(tf, rebuilt, made)));
      return weightedSum(tf, [...errors, deceit], [1, CODE_ERROR_WEIGHT, -params.adversarial]);
    },
    /** How well rows are rebuilt: what the networks lose depends on how strong the other is just then. */
    validation: (tf, weights, { rows }) => trimmedSquaredError(tf, rebuild(tf, weights, rows), rows, params.trimmed),
    rivals: [
      {
        name: "discriminator loss",
        shapes: weightShapesOf(specs.discriminator),
        ...newDiscriminator(specs, random),
        adam: { learningRate: DISCRIMINATOR_LEARNING.rate * params.learningRate, betas: DISCRIMINATOR_LEARNING.betas },
        loss(tf, weights, { rows, codes, blur }, others) {
          const seen: Tensor2D = tf.concat([rows, rebuild(tf, others, rows), make(tf, others, codes)]);
          return hingeLoss(tf, verdictsOn(tf, specs, weights, tf.add(seen, blur)), rows.shape[0]);
        },
      },
    ],
    next: (tf) => batchOf(tf, batches()),
    // The codes and the blur of held-out rows are not looked at.
    heldOut: heldOut.length ? (tf) => ({ ...batchOf(tf, heldOut.subarray(0, 1)), rows: rowsOf(tf, heldOut) }) : null,
  };
}

/** Codes to make so many rows from, [rows, numbers per code], by normal deviates: within ±1, as the encoder's are. */
export function drawCodes(rows: number, generator: NetworkSpec, normal: () => number): Float32Array {
  return Float32Array.from({ length: rows * generator.inputs }, () => Math.tanh(normal()));
}

/** The rows of `a`, then those of `b`. Differentiable in both. */
function stacked(tf: Tf, a: Tensor2D, b: Tensor2D): Tensor2D {
  return tf.customGrad<Tensor2D>((...args: (Tensor | GradSaveFunc)[]) => {
    // tfjs passes the inputs and, last, a function that is not needed here.
    const [upper, lower] = args as [Tensor2D, Tensor2D];
    const rows = upper.shape[0];
    return {
      value: tf.concat([upper, lower]),
      gradFunc: (dy: Tensor2D) => [tf.slice(dy, [0, 0], [rows, -1]), tf.slice(dy, [rows, 0], [-1, -1])],
    };
  })(a, b);
}
