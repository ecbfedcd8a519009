import type { Context } from "../../core/detect/context";
import { defineMatrixDetector } from "../../core/detect/detector";
import type { MatrixSamples } from "../../core/detect/samples";
import { sampleIndices } from "../../core/math/random";
import { solveOneClass } from "../kernel/one-class-smo";
import { weightedKernels, type Points } from "../kernel/rbf";
import { gammaOfScale } from "../kernel/gamma-of-scale";
import { fitByParts, scoreByParts, type KnownRows, type TaughtModel } from "./cross-fit";
import { solveTwoClass } from "./two-class-smo";

/** Time grows with the square of the rows that are solved for, and there are five parts. */
const MAX_ROWS = 3_000;
/** Of ordinary rows alone: at most this share lies outside the boundary. */
const NU = 0.05;

/** Strange where the kernels of the points, times their weights, add up to more than -`bias`. */
interface Machine {
  readonly points: Points;
  readonly weights: Float64Array;
  readonly gamma: number;
  readonly bias: number;
}

/**
 * A support vector machine between the rows known to be strange and those known to be ordinary, or around the ordinary
 * ones alone, once for each fifth of them from the other four. The score is the distance from the border in margins; 0 lies
 * on it. Both kinds count alike, however many there are of each (limits by 1 / their number, as scikit-learn's "balanced").
 * Departure: of more than 3,000 rows a random sample is solved for, in which the rarer kind is whole up to its half.
 */
export const taughtSvm = defineMatrixDetector({
  id: "taught-svm",
  version: 1,
  label: "SVM taught by what is known",
  family: "taught",
  taught: true,
  summary: "Learns from a label or from your marks where the border between strange and ordinary rows runs.",
  blindTo: "Strange rows that are unlike all those that are known; and many idle columns blur the border.",
  reference:
    "Cortes, C. & Vapnik, V. (1995). Support-Vector Networks. Machine Learning 20(3); Schölkopf, B. et al. (2001). Neural Computation 13(7); Fan, R.-E., Chen, P.-H. & Lin, C.-J. (2005). JMLR 6.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "kernel.one-width" } },
  params: {
    taughtBy: {
      kind: "choice",
      label: "Taught by",
      help: "Both kinds draw the border between them; ordinary rows alone draw one around themselves, for where few strange ones are known.",
      default: "both kinds",
      options: ["both kinds", "ordinary rows"],
      main: true,
    },
    strictness: {
      kind: "number",
      label: "Cost of a row on the wrong side",
      help: "Larger follows the known rows more closely; smaller draws a smoother border.",
      default: 1,
      min: 0.01,
      max: 1000,
      scale: "log",
      main: true,
      when: { param: "taughtBy", is: "both kinds" },
    },
  },
  fit(samples, { taughtBy, strictness }, context): Promise<TaughtModel<Machine>> {
    const needsStrange = taughtBy === "both kinds";
    const fit = (all: MatrixSamples, rows: KnownRows, part: Context) =>
      needsStrange ? between(all, rows, strictness, part) : around(all, rows, part);
    return fitByParts(samples, { needsStrange, fit }, context);
  },
  score: (model: TaughtModel<Machine>, samples, context) =>
    scoreByParts(
      model,
      samples,
      ({ points, weights, gamma, bias }, values, start) =>
        weightedKernels(points, weights, gamma, values, start) + bias,
      2 * Math.max(...model.models.map(({ points }) => points.count)),
      context,
    ),
});

async function between(
  samples: MatrixSamples,
  { strange, ordinary }: KnownRows,
  strictness: number,
  context: Context,
): Promise<Machine> {
  const half = MAX_ROWS / 2;
  const some = (rows: Uint32Array, others: Uint32Array) =>
    sampleIndices(rows.length, Math.max(half, MAX_ROWS - others.length), context.random).map((at) => rows[at]!); // below the length
  const [taken, beside] = [some(strange, ordinary), some(ordinary, strange)];
  const points = pointsOf(samples, [...taken, ...beside]);
  const sides = Int8Array.from({ length: points.count }, (_, at) => (at < taken.length ? 1 : -1));
  const limitOf = (own: number) => (strictness * points.count) / (2 * own);
  const limits = Float64Array.from(sides, (side) => limitOf(side === 1 ? taken.length : beside.length));
  const gamma = gammaOfScale({ ...points, block: () => points.values });
  const { weights, bias, settled } = await solveTwoClass(points, sides, limits, gamma, (done) =>
    context.checkpoint(done),
  );
  return machineOf(points, weights, gamma, bias, settled, context);
}

async function around(samples: MatrixSamples, { ordinary }: KnownRows, context: Context): Promise<Machine> {
  const rows = sampleIndices(ordinary.length, MAX_ROWS, context.random).map((at) => ordinary[at]!); // below the length
  const points = pointsOf(samples, rows);
  const gamma = gammaOfScale({ ...points, block: () => points.values });
  const { alpha, rho, settled } = await solveOneClass(points, NU, gamma, (done) => context.checkpoint(done));
  const total = NU * points.count;
  return machineOf(points, alpha.map((weight) => -weight / total), gamma, rho / total, settled, context); // prettier-ignore
}

/** The points that have a weight carry the border. */
function machineOf(
  points: Points,
  weights: Float64Array,
  gamma: number,
  bias: number,
  settled: boolean,
  context: Context,
): Machine {
  if (!settled) context.note({ code: "kernel.not-settled" });
  const carriers = Array.from(weights.keys()).filter((at) => weights[at] !== 0);
  const block = (from: number, to: number) => points.values.subarray(from * points.width, to * points.width);
  return {
    points: pointsOf({ ...points, block }, carriers),
    weights: Float64Array.from(carriers, (at) => weights[at]!), // one for each point
    gamma,
    bias,
  };
}

function pointsOf(
  { width, block }: Pick<MatrixSamples, "width" | "block">,
  rows: readonly number[] | Uint32Array,
): Points {
  const values = new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    values.set(block(row, row + 1), at * width);
  });
  return { values, count: rows.length, width };
}
