import type { Tensor } from "@tensorflow/tfjs-core";
import type { Context, Metric } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { seededRandom } from "../../../core/math/random";
import { architectureOf, type Network, type NetworkSpec } from "../network";
import { rebuildingTask, rebuildingWorkload, type RebuildingPlan } from "./rebuilding";
import { errorsLook } from "./rebuilding-errors";
import { residualScaleOf, type PlainError } from "./residual-scale";
import { referenceRows, strangenessOf, networkScorerOf, type NetworkScorer } from "./network-scorer";
import { partOf } from "../../../core/detect/part-of-context";
import { onSomeBackend } from "../backend/some-backend";
import type { Tf } from "../backend/tf";
import { heldOutNotes } from "../training/held-out-notes";
import type { Optimiser } from "../training/optimiser";
import { heldOutCount } from "../training/rows";
import type { Schedule } from "../training/schedule";
import { train } from "../training/train";
import { trainingLength } from "../training/training-length";
import { verdictOf } from "../training/verdict";

/** Networks that rebuild samples, and all that is needed to score a sample by how they do. */
export interface Rebuilders extends NetworkScorer {
  /** The middle of each feature. */
  readonly typical: Float64Array;
}

export interface RebuildersPlan extends RebuildingPlan {
  /** Networks trained from different starts. */
  readonly members: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly schedule?: Schedule;
  /** How often every sample is seen; 0, or absent: as many batches as there are steps. */
  readonly epochs?: number;
  readonly optimiser?: Optimiser;
  /** What of an error counts in a score. */
  readonly error?: "usual" | PlainError;
}

/** Validation losses of small batches jump about: with less patience training stops too early. */
const TRAINING_PACE = { clipNorm: 5, reportEvery: 20, patience: 200 };
/** Share of the progress that is training; the rest is measuring the usual errors. */
const TRAINING_SHARE = 0.9;

/**
 * Trains networks of one kind to rebuild the samples, shows how, and says how well they learned. There must be samples
 * and features. Throws as `onSomeBackend` does.
 */
export async function fitRebuilders(
  spec: NetworkSpec,
  samples: SamplesBase,
  plan: RebuildersPlan,
  context: Context,
): Promise<Rebuilders> {
  showArchitecture(spec, plan.members, context);
  const seeds = seedsFor(plan.members, context);
  const plain = plan.error === "usual" ? undefined : plan.error;
  const { notes, ...model } = await onSomeBackend(context, rebuildingWorkload(spec), true, async (tf) => {
    const { networks, metrics, baseline } = await learnToRebuild(
      tf,
      spec,
      samples,
      plan,
      seeds,
      context,
      TRAINING_SHARE,
    );
    const reference = referenceRows(samples, networks.length, seededRandom(seeds.own));
    const rest = partOf(context, TRAINING_SHARE, 1);
    const scorer = { networks, clip: plan.clip, rebuilds: true, plain };
    const networkScorer = await networkScorerOf(tf, scorer, reference, rest);
    const numbers = reference.block(0, reference.count);
    const { centre: typical } = await residualScaleOf(numbers, samples.width, () => rest.checkpoint(1));
    const heldOut = heldOutCount(samples.count, plan.validation);
    return { ...networkScorer, typical, notes: [verdictOf(metrics, baseline), ...heldOutNotes(metrics, heldOut)] };
  });
  for (const note of notes) context.note(note);
  return model;
}

/** Where the chance of a training starts: of each network, and of what else there is to draw. */
export interface Seeds {
  readonly own: number;
  readonly members: readonly number[];
}

/** Drawn before anything is tried, so that a second try on another backend learns from the same chance. */
export function seedsFor(count: number, context: Pick<Context, "random">): Seeds {
  const draw = () => Math.floor(context.random() * 2 ** 32);
  return { own: draw(), members: Array.from({ length: count }, draw) };
}

/** Networks that learned to rebuild samples, and how. */
export interface LearntToRebuild {
  readonly networks: readonly Network[];
  /** The curves as they were reported. */
  readonly metrics: readonly Metric[];
  /** The loss of answering always the same. */
  readonly baseline: number;
}

/**
 * Trains a network for each seed, and shows the errors of the first, and what else `look` shows of it. Progress goes
 * from 0 to `share` of the checkpoint's scale. Throws as `train` does.
 */
export async function learnToRebuild(
  tf: Tf,
  spec: NetworkSpec,
  samples: SamplesBase,
  plan: RebuildersPlan,
  seeds: Seeds,
  context: Context,
  share: number,
  look?: (tf: Tf, at: number, weights: readonly Tensor[]) => void,
): Promise<LearntToRebuild> {
  const length = trainingLength({ epochs: 0, ...plan }, samples.count, TRAINING_PACE);
  const sized = { ...plan, steps: length.steps };
  const members = seeds.members.map((seed) => rebuildingTask(spec, samples, sized, seededRandom(seed)));
  const errors = errorsLook(spec, samples, plan.clip, seededRandom(seeds.own), context);
  const looks = (t: Tf, at: number, weights: readonly Tensor[]) => {
    errors.look(t, at, weights);
    look?.(t, at, weights);
  };
  const tasks = members.map(({ task }, turn) => (turn === 0 ? { ...task, look: looks } : task));
  const metrics: Metric[] = [];
  const heard = {
    ...context,
    checkpoint: (done: number, more: readonly Metric[] = []) => {
      metrics.push(...more);
      return context.checkpoint(done, more);
    },
  };
  errors.now(tf, 0, tasks[0]?.initial ?? []);
  const trained = await train(tf, tasks, { ...TRAINING_PACE, ...plan, ...length }, heard, share);
  const networks = trained.map(({ weights }) => ({ spec, weights }));
  errors.now(tf, metrics.at(-1)?.at ?? 0, networks[0]?.weights ?? []);
  return { networks, metrics, baseline: members.reduce((sum, member) => sum + member.baseline, 0) / members.length };
}

/**
 * The mean over features and networks of log(1 + q²), where q is the feature's error, less its median, in units of its
 * own usual error. >= 0; a sample's score does not depend on the others.
 */
export function scoreByRebuilding(model: Rebuilders, samples: SamplesBase, context: Context): Promise<Float64Array> {
  return onModel(model, context, (tf) => strangenessOf(tf, model, samples, context));
}

/** Runs `work` for a fitted model on the backend that suits its networks. */
export function onModel<T>({ networks }: NetworkScorer, context: Context, work: (tf: Tf) => Promise<T>): Promise<T> {
  const [network] = networks;
  if (!network) throw new Error("a model without networks");
  return onSomeBackend(context, rebuildingWorkload(network.spec), false, work);
}

/** The network up to its middle, which is half of its layers unless told, and from there on. */
export function showArchitecture(spec: NetworkSpec, copies: number, context: Context, middle?: number): void {
  const layers = architectureOf(spec);
  const half = middle ?? Math.floor(layers.length / 2);
  const [encoder, decoder] = [layers.slice(0, half), layers.slice(half)];
  const networks = [
    { name: "encoder", input: [spec.inputs], layers: encoder },
    { name: "decoder", input: encoder.at(-1)?.shape ?? [], layers: decoder },
  ];
  context.show({ kind: "architecture", copies, networks });
}
