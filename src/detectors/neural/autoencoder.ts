import { Failure } from "../../core/data/failure";
import { defineDetector, type Context } from "../../core/detect/detector";
import type { Samples } from "../../core/detect/samples";
import type { Attribution } from "../../core/explain/attribution";
import { seededRandom } from "../../core/math/random";
import { autoencoderParams, autoencoderSpec } from "./autoencoder-params";
import type { Network } from "./network";
import type { TrainPlan } from "./learner";
import { rebuildingLesson, rebuildingWorkload } from "./rebuilding";
import { reconstruct } from "./reconstruct";
import { residualScaleOf, strangeness, type ResidualScale } from "./residual-scale";
import { someRows } from "./rows";
import { onSomeBackend } from "./some-backend";
import type { Tf } from "./tf";
import { train } from "./train";

export interface AutoencoderModel {
  readonly networks: readonly Network[];
  /** Of each network, in the same order. */
  readonly scales: readonly ResidualScale[];
  /** What the networks read was held within ± this. */
  readonly clip: number;
}

const REPORT_EVERY = 20;
/** Validation losses of small batches jump about; fewer steps than this stop too early. */
const PATIENCE = 200;
const CLIP_NORM = 5;
/** Share of the progress that is training; the rest is measuring the usual errors. */
const TRAINING = 0.9;
/** Rows, and numbers, that are enough to know the usual errors by. */
const REFERENCE_ROWS = 10_000;
const REFERENCE_NUMBERS = 5e6;

/**
 * A narrow network learns to rebuild rows; a row's score is the mean over columns and networks of log(1 + q²), where
 * q is the column's rebuilding error, less its median, in units of the column's own usual error (MAD). The network
 * reads clipped values, but the error is measured from the whole value. Higher is stranger; >= 0.
 */
export const autoencoder = defineDetector({
  id: "autoencoder",
  version: 1,
  label: "Autoencoder",
  family: "neural",
  summary:
    "Small neural networks learn to rebuild a row from a few numbers; rows that they cannot rebuild are strange.",
  blindTo: "Strange rows that are frequent or alike: the networks learn to rebuild them too.",
  reference: "Hawkins, He, Williams and Baxter (2002), Outlier Detection Using Replicator Neural Networks",
  accepts: ["matrix"],
  prefers: { scale: "robust", encode: "one-hot", why: { code: "neural.prefers-robust" } },
  params: autoencoderParams,

  async fit(samples, params, context): Promise<AutoencoderModel> {
    if (samples.count === 0 || samples.width === 0)
      throw new Failure({ code: samples.count ? "no-features" : "no-rows" });
    const spec = autoencoderSpec(samples.width, params);
    const plan: TrainPlan = {
      steps: params.steps,
      learningRate: params.learningRate,
      clipNorm: CLIP_NORM,
      reportEvery: REPORT_EVERY,
      patience: PATIENCE,
    };
    // Drawn before anything is tried, so that a second try on another backend learns from the same chance.
    const seeds = Array.from({ length: params.members + 1 }, () => Math.floor(context.random() * 2 ** 32));
    return onSomeBackend(context, rebuildingWorkload(spec), true, async (tf) => {
      const lessons = seeds.slice(1).map((seed) => rebuildingLesson(spec, samples, params, seededRandom(seed)));
      const trained = await train(tf, lessons, plan, context, TRAINING);
      const networks = trained.map(({ weights }) => ({ spec, weights }));
      const scales = await usualErrors(tf, networks, params.clip, samples, seededRandom(seeds[0] ?? 0), context);
      return { networks, scales, clip: params.clip };
    });
  },

  async score(model, samples, context) {
    return onModel(model, context, async (tf) => {
      const scores = new Float64Array(samples.count);
      await reconstruct(tf, model.networks, model.clip, samples, context, 0, ({ from, to, values, outputs }) => {
        for (const [m, output] of outputs.entries())
          for (let row = from; row < to; row++) {
            const [at, scale] = [(row - from) * samples.width, model.scales[m]];
            let sum = 0;
            for (let j = 0; scale && j < samples.width; j++)
              sum += strangeness(scale, j, (values[at + j] ?? 0) - (output[at + j] ?? 0));
            scores[row] = (scores[row] ?? 0) + sum / (samples.width * outputs.length);
          }
      });
      return scores;
    });
  },

  /** Each column's part in the score, which they add up to; `expected` is what would have counted as usual, in the samples' units. */
  async explain(model, samples, context) {
    return onModel(model, context, async (tf) => {
      const parts: Attribution[] = [];
      await reconstruct(tf, model.networks, model.clip, samples, context, 0, ({ from, to, values, outputs }) => {
        for (let row = 0; row < to - from; row++)
          parts.push(partsOf(model, samples.width, row * samples.width, values, outputs));
      });
      return parts;
    });
  },
});

function onModel<T>(model: AutoencoderModel, context: Context, work: (tf: Tf) => Promise<T>): Promise<T> {
  const [network] = model.networks;
  if (!network) throw new Error("a model without networks");
  return onSomeBackend(context, rebuildingWorkload(network.spec), false, work);
}

function partsOf(
  model: AutoencoderModel,
  width: number,
  at: number,
  inputs: Float32Array,
  outputs: readonly Float32Array[],
): Attribution {
  const values = new Float32Array(width);
  const expected = new Float32Array(width);
  for (let j = 0; j < width; j++) {
    let [part, usual] = [0, 0];
    for (const [m, output] of outputs.entries()) {
      const scale = model.scales[m];
      if (!scale) continue;
      const rebuilt = output[at + j] ?? 0;
      part += strangeness(scale, j, (inputs[at + j] ?? 0) - rebuilt);
      usual += rebuilt + (scale.centre[j] ?? 0);
    }
    values[j] = part / (width * outputs.length);
    expected[j] = usual / outputs.length;
  }
  return { over: "features", values, expected, additive: true };
}

async function usualErrors(
  tf: Tf,
  networks: readonly Network[],
  clip: number,
  samples: Samples,
  random: () => number,
  context: Context,
): Promise<ResidualScale[]> {
  const most = Math.max(
    100,
    Math.min(REFERENCE_ROWS, Math.floor(REFERENCE_NUMBERS / (samples.width * networks.length))),
  );
  const reference = someRows(samples, most, random);
  const residuals = networks.map(() => new Float32Array(reference.count * samples.width));
  await reconstruct(tf, networks, clip, reference, context, TRAINING, ({ from, values, outputs }) => {
    for (const [m, output] of outputs.entries()) {
      const out = residuals[m]?.subarray(from * samples.width) ?? [];
      for (let i = 0; i < values.length; i++) out[i] = (values[i] ?? 0) - (output[i] ?? 0);
    }
  });
  const scales: ResidualScale[] = [];
  for (const values of residuals)
    scales.push(await residualScaleOf(values, samples.width, () => context.checkpoint(1)));
  return scales;
}
