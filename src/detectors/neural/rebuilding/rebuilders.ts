import type { Context, Metric } from "../../../core/detect/detector";
import type { Samples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { architectureOf, type Network, type NetworkSpec } from "../network";
import { rebuildingLesson, rebuildingWorkload, type RebuildingPlan } from "./rebuilding";
import { errorsLook } from "./rebuilding-errors";
import { reconstruct } from "./reconstruct";
import { residualScaleOf, strangeness, type ResidualScale } from "./residual-scale";
import { someRows } from "../training/rows";
import { onSomeBackend } from "../backend/some-backend";
import type { Tf } from "../backend/tf";
import { train } from "../training/train";
import { verdictOf } from "../training/verdict";

/** Networks that rebuild samples, and all that is needed to score a sample by how they do. */
export interface Rebuilders {
  readonly networks: readonly Network[];
  /** Of each network, in the same order. */
  readonly scales: readonly ResidualScale[];
  /** What the networks read was held within ± this. */
  readonly clip: number;
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
/** Rows, and numbers, that are enough to know the usual errors by. */
const REFERENCE_ROWS = 10_000;
const REFERENCE_NUMBERS = 5e6;

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
    const usual = await usualErrors(tf, networks, plan.clip, samples, seededRandom(own), context);
    return { networks, clip: plan.clip, ...usual, verdict: verdictOf(metrics, baseline) };
  });
  context.note(verdict);
  return model;
}

/**
 * The mean over features and networks of log(1 + q²), where q is the feature's error, less its median, in units of its
 * own usual error. >= 0; a sample's score does not depend on the others.
 */
export async function scoreByRebuilding(model: Rebuilders, samples: Samples, context: Context): Promise<Float64Array> {
  const { networks, scales, clip } = model;
  const { width } = samples;
  return onModel(model, context, async (tf) => {
    const scores = new Float64Array(samples.count);
    await reconstruct(tf, networks, clip, samples, context, 0, ({ from, to, values, outputs }) => {
      for (const [m, output] of outputs.entries())
        for (let row = from; row < to; row++) {
          const [at, scale] = [(row - from) * width, scales[m]];
          let sum = 0;
          for (let j = 0; scale && j < width; j++)
            sum += strangeness(scale, j, (values[at + j] ?? 0) - (output[at + j] ?? 0));
          scores[row] = (scores[row] ?? 0) + sum / (width * outputs.length);
        }
    });
    return scores;
  });
}

/** Runs `work` for a fitted model on the backend that suits its networks. */
export function onModel<T>({ networks }: Rebuilders, context: Context, work: (tf: Tf) => Promise<T>): Promise<T> {
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

/** How large the networks' errors usually are, and the middle of each feature. */
async function usualErrors(
  tf: Tf,
  networks: readonly Network[],
  clip: number,
  samples: Samples,
  random: () => number,
  context: Context,
): Promise<{ scales: readonly ResidualScale[]; typical: Float64Array }> {
  const { width } = samples;
  const most = Math.max(100, Math.min(REFERENCE_ROWS, Math.floor(REFERENCE_NUMBERS / (width * networks.length))));
  const reference = someRows(samples, most, random);
  const residuals = networks.map(() => new Float32Array(reference.count * width));
  await reconstruct(tf, networks, clip, reference, context, TRAINING, ({ from, values, outputs }) => {
    for (const [m, output] of outputs.entries()) {
      const out = residuals[m]?.subarray(from * width) ?? [];
      for (let i = 0; i < values.length; i++) out[i] = (values[i] ?? 0) - (output[i] ?? 0);
    }
  });
  const scales: ResidualScale[] = [];
  const breathe = () => context.checkpoint(1);
  for (const values of residuals) scales.push(await residualScaleOf(values, width, breathe));
  const { centre: typical } = await residualScaleOf(reference.block(0, reference.count), width, breathe);
  return { scales, typical };
}
