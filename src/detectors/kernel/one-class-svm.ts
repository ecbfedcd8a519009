import { forEachBlock } from "../../core/detect/blocks";
import type { Context } from "../../core/detect/context";
import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import { sampleIndices } from "../../core/math/random";
import { explainByBoundary, type OneClassModel } from "./boundary";
import { gammaOfScale } from "./gamma-of-scale";
import { solveOneClass, type OneClass } from "./one-class-smo";
import { weightedKernels, weightedKernelsOf, type Points } from "./rbf";
import { projectWeights } from "./reduced-set";

/** Time grows with the square of the rows that are solved for. */
const USUAL_EXACT_ROWS = 5_000;
const MAX_EXACT_ROWS = 20_000;
/** An approximate boundary is carried by this many rows, so that scoring does not grow with the fitted ones. */
const MAX_BOUNDARY_CARRIERS = 512;
/** They do so only where they give the same scores but for this share of the usual distance from the boundary. */
const MAX_ERROR_SHARE = 0.03;
const CHECKED_ROWS = 256;
const BOUNDARY_ROWS = 256;
/** Points that one number of a row meets in the time of a few plain operations. */
const POINTS_PER_OPERATION = 20;

/**
 * rho - Σ α K(x_i, x) with Σα = 1: 0 on the boundary, at most rho. The problem is LIBSVM's, solved to its
 * tolerance. Departure: beyond 5,000 rows ("auto") the boundary is that of 5,000 random rows, projected onto
 * 512 of them (Nyström's method) where that changes scores by less than 3 %; "exact" samples beyond 20,000.
 */
export const oneClassSvm = defineMatrixDetector({
  id: "one-class-svm",
  version: 1,
  label: "One-class SVM",
  family: "kernel",
  summary: "Draws a smooth boundary around the densest part of the rows and measures how far outside a row lies.",
  blindTo: "How far is far: well outside the boundary all rows score nearly the same; and many idle columns blur it.",
  reference:
    "Schölkopf, B., Platt, J., Shawe-Taylor, J., Smola, A. & Williamson, R. (2001). Estimating the Support of a High-Dimensional Distribution. Neural Computation 13(7); Fan, R.-E., Chen, P.-H. & Lin, C.-J. (2005). JMLR 6; Williams, C. & Seeger, M. (2001). Using the Nyström Method. NIPS 13.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "kernel.one-width" } },
  params: {
    nu: {
      kind: "number",
      label: "Share of rows outside (nu)",
      help: "At most this share of the rows falls outside the boundary; a half asks for the dense core of the data.",
      default: 0.5,
      min: 0.01,
      max: 0.95,
      step: 0.01,
      main: true,
    },
    reach: {
      kind: "choice",
      label: "Reach of a row",
      help: "From the data sets gamma to 1 / (columns x variance); by hand lets you set it.",
      default: "from the data",
      options: ["from the data", "by hand"],
      main: true,
    },
    gamma: {
      kind: "number",
      label: "Gamma",
      help: "Larger makes every row reach less far, so that the boundary follows the rows more closely.",
      default: 0.1,
      min: 0.0001,
      max: 100,
      scale: "log",
      main: true,
      when: { param: "reach", is: "by hand" },
    },
    solve: {
      kind: "choice",
      label: "Solve",
      help: "Exact takes time with the square of the rows; approximate learns from 5,000 of them; auto is exact up to 5,000.",
      default: "auto",
      options: ["auto", "exact", "approximate"],
      main: true,
    },
  },
  async fit(samples, params, context): Promise<OneClassModel> {
    requireSamples(samples);
    const gamma = params.reach === "by hand" ? params.gamma : gammaOfScale(samples);
    const most = params.solve === "exact" ? MAX_EXACT_ROWS : USUAL_EXACT_ROWS;
    const points = pointsToFit(samples, Math.min(samples.count, most), context);
    const found = await solveOneClass(points, params.nu, gamma, (done) => context.checkpoint(0.95 * done));
    if (!found.settled) context.note({ code: "kernel.not-settled" });
    const supports = supportsOf(points, found);
    const total = params.nu * points.count;
    const weights = Float64Array.from(supports, (row) => found.alpha[row]! / total); // row < count
    const carried = pick(points, supports);
    const boundary = pick(points, rowsAtBoundary(found, supports));
    const model = { points: carried, weights, gamma, rho: found.rho / total, boundary };
    const sampled = points.count < samples.count;
    const few = sampled || params.solve === "approximate" ? await fewerCarriers(model, points, found, context) : model;
    if (few !== model || sampled)
      context.note({
        code: "kernel.approximate",
        values: { rows: samples.count, used: points.count, carriers: few.points.count },
      });
    await context.checkpoint(1);
    return few;
  },
  async score(model: OneClassModel, samples, context) {
    const { points, weights, gamma, rho } = model;
    const scores = new Float64Array(samples.count);
    await forEachBlock(
      samples,
      context,
      (values, from) => {
        weightedKernelsOf(points, weights, gamma, values).forEach((sum, at) => (scores[from + at] = rho - sum));
      },
      { cost: points.count / POINTS_PER_OPERATION },
    );
    return scores;
  },
  explain: (model: OneClassModel, samples) => Promise.resolve(explainByBoundary(model, samples)),
});

/** The same boundary carried by fewer rows; the model as it is where they would bend it. */
async function fewerCarriers(
  model: OneClassModel,
  fitted: Points,
  { sums, alpha }: OneClass,
  context: Context,
): Promise<OneClassModel> {
  if (model.points.count <= MAX_BOUNDARY_CARRIERS) return model;
  const points = pick(model.points, sampleIndices(model.points.count, MAX_BOUNDARY_CARRIERS, context.random));
  const weights = await projectWeights(points, model.points, model.weights, model.gamma, () =>
    context.checkpoint(0.97),
  );
  const total = alpha.reduce((sum, weight) => sum + weight, 0);
  const checked = sampleIndices(fitted.count, CHECKED_ROWS, context.random);
  let [error, spread] = [0, 0];
  for (const row of checked) {
    const wanted = sums[row]! / total - model.rho; // a fitted row
    const carried = weightedKernels(points, weights, model.gamma, fitted.values, row * fitted.width) - model.rho;
    error += (carried - wanted) ** 2;
    spread += wanted ** 2;
  }
  return error <= MAX_ERROR_SHARE ** 2 * spread ? { ...model, points, weights } : model;
}

function pointsToFit(samples: SamplesBase, size: number, context: Context): Points {
  const { count, width } = samples;
  if (size === count) return { values: samples.block(0, count), count, width };
  const values = new Float32Array(size * width);
  sampleIndices(count, size, context.random).forEach((row, at) => values.set(samples.block(row, row + 1), at * width));
  return { values, count: size, width };
}

function supportsOf(points: Points, { alpha }: OneClass): number[] {
  return Array.from({ length: points.count }, (_, row) => row).filter((row) => alpha[row]! > 0); // row < count
}

/** Of the rows that carry the boundary the quarter of the highest kernel sum: they lie on it or just outside. */
function rowsAtBoundary({ sums }: OneClass, supports: readonly number[]): number[] {
  return [...supports]
    .sort((a, b) => sums[b]! - sums[a]!)
    .slice(0, Math.min(BOUNDARY_ROWS, Math.ceil(supports.length / 4))); // rows of the sums
}

function pick({ values, width }: Points, rows: readonly number[] | Uint32Array): Points {
  const picked = new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    picked.set(values.subarray(row * width, (row + 1) * width), at * width);
  });
  return { values: picked, count: rows.length, width };
}
