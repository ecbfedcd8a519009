import type { Tensor } from "@tensorflow/tfjs-core";
import type { Context } from "../../../core/detect/context";
import { defineMatrixDetector } from "../../../core/detect/detector";
import { requireSamples } from "../../../core/detect/require-samples";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { seededRandom } from "../../../core/math/random";
import { featureNetwork } from "./gan-discriminator";
import { rebuildingParts, withDiscriminator } from "./gan-explain";
import { ganTask } from "./gan-game";
import { ganParams, ganSpecs, rebuilderSpec, type GanParams } from "./gan-params";
import { generatedLook, evaluateGenerators, imagedRows, showArchitecture } from "./gan-views";
import { onModel } from "../rebuilding/rebuilders";
import { referenceRows, strangenessOf, networkScorerOf, type NetworkScorer } from "../rebuilding/network-scorer";
import { learnFrom } from "../training/learn-from";
import type { TrainPlan } from "../training/learner";
import { partOf } from "../../../core/detect/part-of-context";
import { rebuildingWorkload } from "../rebuilding/rebuilding";
import { errorsLook } from "../rebuilding/rebuilding-errors";
import { onSomeBackend } from "../backend/some-backend";
import type { Tf } from "../backend/tf";
import { train } from "../training/train";
import { trainingLength } from "../training/training-length";

export interface GanModel {
  /** The generator behind the encoder. */
  readonly rebuilding: NetworkScorer;
  /** The discriminator before its verdict. */
  readonly seeing: NetworkScorer;
  readonly featureWeight: number;
}

const REPORT_EVERY = 20;
const CLIP_NORM = 5;
/** A game is no descent: the best validation loss may come late, so it is played to its end and the best is kept. */
const PATIENCE = Infinity;
/** The discriminator reads larger values than the others: far rows shall look far to it. */
const DISCRIMINATOR_CLIP = 10;
/** Where training and measuring end on the scale of the progress. */
const [TRAINED, MEASURED] = [0.9, 0.95];

/**
 * A generator learns to make rows from a few numbers, an encoder to find the numbers for a row, a discriminator to tell
 * rows from made ones. A row's score is the mean strangeness, log(1 + q²), of its rebuilding errors by column plus
 * `featureWeight` times that of what the discriminator sees in it; q is the distance from the median in units of the
 * usual distance (MAD). The networks read clipped values, errors are measured from the whole value. >= 0.
 *
 * Of the two papers' kinds of score, neither the verdict itself nor a search for the code: an encoder is trained beside
 * the generator, and the discriminator's kernels are divided by their spectral norm.
 */
export const gan = defineMatrixDetector({
  id: "gan",
  version: 1,
  label: "GAN",
  family: "neural",
  summary:
    "A generator learns to make rows while a discriminator learns to tell them from real ones; rows that cannot be made, or that the discriminator sees as different, are strange.",
  blindTo:
    "Strange rows that are frequent or alike: the generator learns to make them too. On tables it teaches more than it finds: the recommended detectors rank rows better.",
  reference:
    "Schlegl et al. (2019), f-AnoGAN: Fast unsupervised anomaly detection with generative adversarial networks; Miyato et al. (2018), Spectral Normalization for Generative Adversarial Networks",
  prefers: { scale: "robust", encode: "one-hot", why: { code: "neural.prefers-robust" } },
  params: ganParams,

  async fit(samples, params, context): Promise<GanModel> {
    requireSamples(samples);
    return learnFrom(samples, params, context, {
      fit: (rows, pass) => fitGames(rows, params, pass),
      score: scoreRows,
    });
  },

  score: scoreRows,

  /** Each column's part in the score, which they add up to; `expected` is what would have counted as usual, in the samples' units. */
  async explain(model, samples, context) {
    return onModel(model.rebuilding, context, async (tf) => {
      const parts = await rebuildingParts(tf, model.rebuilding, samples, partOf(context, 0, 0.5));
      return withDiscriminator(tf, model.seeing, model.featureWeight, samples, parts, partOf(context, 0.5, 1));
    });
  },
});

async function fitGames(samples: SamplesBase, params: GanParams, context: Context): Promise<GanModel> {
  const specs = ganSpecs(samples.width, params);
  const spec = rebuilderSpec(specs);
  const length = trainingLength(params, samples.count, { reportEvery: REPORT_EVERY, patience: PATIENCE });
  const plan: TrainPlan = { learningRate: params.learningRate, clipNorm: CLIP_NORM, ...length };
  const sized = { ...params, steps: length.steps };
  // Drawn before anything is tried, so that a second try on another backend learns from the same chance.
  const seeds = Array.from({ length: params.members + 1 }, () => Math.floor(context.random() * 2 ** 32));
  showArchitecture(context, specs, params.members);
  return onSomeBackend(context, rebuildingWorkload(spec), true, async (tf) => {
    const random = seededRandom(seeds[0] ?? 0);
    const imaged = imagedRows(samples, specs, params.clip, random);
    const [errors, generated] = [
      errorsLook(spec, samples, params.clip, random, context),
      generatedLook(specs, imaged, context),
    ];
    const look = (t: Tf, at: number, weights: readonly Tensor[]) => {
      errors.look(t, at, weights);
      generated(t, at, weights);
    };
    const tasks = seeds.slice(1).map((seed, i) => {
      const task = ganTask(specs, samples, sized, seededRandom(seed));
      return i === 0 ? { ...task, look } : task;
    });
    const trained = await train(tf, tasks, plan, context, TRAINED);
    const networks = trained.map(({ weights }) => ({ spec, weights }));
    const step = trained[0]?.step ?? 0;
    errors.now(tf, step, networks[0]?.weights ?? []);
    evaluateGenerators(tf, specs, networks, imaged, step, context);
    const reference = referenceRows(samples, params.members, random);
    const rebuilding = { networks, clip: params.clip, rebuilds: true };
    const seeing = {
      networks: trained.map(({ others }) => featureNetwork(specs, others)),
      clip: DISCRIMINATOR_CLIP,
      rebuilds: false,
    };
    return {
      rebuilding: await networkScorerOf(tf, rebuilding, reference, partOf(context, TRAINED, MEASURED)),
      seeing: await networkScorerOf(tf, seeing, reference, partOf(context, MEASURED, 1)),
      featureWeight: params.featureWeight,
    };
  });
}

async function scoreRows(model: GanModel, samples: SamplesBase, context: Context): Promise<Float64Array> {
  const { rebuilding, seeing, featureWeight } = model;
  return onModel(rebuilding, context, async (tf) => {
    const errors = await strangenessOf(tf, rebuilding, samples, partOf(context, 0, 0.5));
    if (featureWeight === 0) return errors;
    const seen = await strangenessOf(tf, seeing, samples, partOf(context, 0.5, 1));
    return errors.map((error, row) => error + featureWeight * (seen[row] ?? 0));
  });
}
