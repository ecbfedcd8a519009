import type { Context, Metric } from "../../../core/detect/detector";
import type { Samples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { architectureOf, type NetworkSpec } from "../network";
import { rebuildingLesson, rebuildingWorkload, type RebuildingPlan } from "./rebuilding";
import { errorsLook } from "./rebuilding-errors";
import { residualScaleOf } from "./residual-scale";
import { referenceRows, strangenessOf, witnessOf, type Witness } from "./witness";
import { partOf } from "../../../core/detect/part-of-context";
import { onSomeBackend } from "../backend/some-backend";
import type { Tf } from "../backend/tf";
import { train } from "../training/train";
import { verdictOf } from "../training/verdict";

/** Networks that rebuild samples, and all that is needed to score a sample by how they do. */
export interface Rebuilders extends Witness {
  /** The middle of each feature. */
  readonly typical: Float64Array;
}

export interface RebuildersPlan extends RebuildingPlan {
  /** Networks trained from different starts. */
  readonly members: number;
  readonly learningRate: number;
  readonly weightDecay: number;
}

/** Validation losses of small batches jump about: with less patience training stops too early. */
const PACE = { clipNorm: 5, reportEvery: 20, patience: 200 };
/** Share of the progress that is training; the rest is measuring the usual errors. */
const TRAINING = 0.9;

/**
 * Trains networks of one kind to rebuild the samples, shows how, and says how well they learned. There must be samples
 * and features. Throws as `onSomeBackend` does.
 */
export async function fitRebuilders(
  spec: NetworkSpec,
  samples: Samples,
  plan: RebuildersPlan,
  context: Context,
): Promise<Rebuilders> {
  showArchitecture(spec, plan.members, context);
  // Drawn before anything is tried, so that a second try on another backend learns from the same chance.
  const [own = 0, ...seeds] = Array.from({ length: plan.members + 1 }, () => Math.floor(context.random() * 2 ** 32));
  const { verdict, ...model } = await onSomeBackend(context, rebuildingWorkload(spec), true, async (tf) => {
    const members = seeds.map((seed) => rebuildingLesson(spec, samples, plan, seededRandom(seed)));
    const errors = errorsLook(spec, samples, plan.clip, seededRandom(own), context);
    const lessons = members.map(({ lesson }, turn) => (turn === 0 ? { ...lesson, look: errors.look } : lesson));
    const metrics: Metric[] = [];
    const heard = {
      ...context,
      checkpoint: (done: number, more: readonly Metric[] = []) => {
        metrics.push(...more);
        return context.checkpoint(done, more);
      },
    };
    errors.now(tf, 0, lessons[0]?.initial ?? []);
    const trained = await train(tf, lessons, { ...PACE, ...plan }, heard, TRAINING);
    const networks = trained.map(({ weights }) => ({ spec, weights }));
    errors.now(tf, metrics.at(-1)?.at ?? 0, networks[0]?.weights ?? []);
    const baseline = members.reduce((sum, member) => sum + member.baseline, 0) / members.length;
    const reference = referenceRows(samples, networks.length, seededRandom(own));
    const rest = partOf(context, TRAINING, 1);
    const witness = await witnessOf(tf, { networks, clip: plan.clip, rebuilds: true }, reference, rest);
    const numbers = reference.block(0, reference.count);
    const { centre: typical } = await residualScaleOf(numbers, samples.width, () => rest.checkpoint(1));
    return { ...witness, typical, verdict: verdictOf(metrics, baseline) };
  });
  context.note(verdict);
  return model;
}

/**
 * The mean over features and networks of log(1 + q²), where q is the feature's error, less its median, in units of its
 * own usual error. >= 0; a sample's score does not depend on the others.
 */
export function scoreByRebuilding(model: Rebuilders, samples: Samples, context: Context): Promise<Float64Array> {
  return onModel(model, context, (tf) => strangenessOf(tf, model, samples, context));
}

/** Runs `work` for a fitted model on the backend that suits its networks. */
export function onModel<T>({ networks }: Witness, context: Context, work: (tf: Tf) => Promise<T>): Promise<T> {
  const [network] = networks;
  if (!network) throw new Error("a model without networks");
  return onSomeBackend(context, rebuildingWorkload(network.spec), false, work);
}

/** The network up to its middle and from there on. */
function showArchitecture(spec: NetworkSpec, copies: number, context: Context): void {
  const layers = architectureOf(spec);
  const middle = Math.floor(layers.length / 2);
  const [encoder, decoder] = [layers.slice(0, middle), layers.slice(middle)];
  const networks = [
    { name: "encoder", input: [spec.inputs], layers: encoder },
    { name: "decoder", input: encoder.at(-1)?.shape ?? [], layers: decoder },
  ];
  context.show({ kind: "architecture", copies, networks });
}
