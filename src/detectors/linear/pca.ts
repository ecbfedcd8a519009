import { forEachBlock } from "../../core/detect/blocks";
import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import { alongAxes, axesCost } from "../../core/kernels/along-axes";
import { axisEnds, endWeights } from "./axis-ends";
import { inUnits } from "./column-units";
import { along, principalAxes, type PrincipalAxes } from "./principal-axes";

/** How far a row lies from the ends of the directions, off the kept ones, or along some of them. */
type Measure = "ends" | "off" | "kept" | "left out" | "all";

/** The directions, how many of them are kept, and what is measured. */
export interface PcaModel extends PrincipalAxes {
  readonly kept: number;
  readonly measure: Measure;
}

/**
 * "ends": the distances to the ends of the unit vectors of all components, each over its share of the variance, as
 * PyOD 3 sums them. "off": the length of what the kept components cannot rebuild. "kept", "left out", "all": the length of the row
 * in those components, each counted in its own standard deviation (Shyu et al. 2003, who sum the squares; we take
 * the root). Directions without variance are dropped. On very large tables the components are fitted on a
 * random sample, as `principalAxes` says.
 */
export const pca = defineMatrixDetector({
  id: "pca",
  version: 1,
  label: "Principal components",
  family: "linear",
  summary: "Finds the directions in which the rows vary together and measures how far a row departs from them.",
  blindTo: "Curved relations and separate groups; many strange rows can bend the directions towards themselves.",
  reference:
    "Shyu, M.-L., Chen, S.-C., Sarinnapakorn, K. & Chang, L. (2003). A novel anomaly detection scheme based on principal component classifier. ICDM Foundations Workshop 2003.",
  prefers: { scale: "standard", encode: "rare-level", why: { code: "linear.directions" } },
  params: {
    measure: {
      kind: "choice",
      label: "Measure",
      help: "Ends: distances to the ends of all directions, narrow ones counting most, as in PyOD. Off: what the kept directions cannot rebuild. The others: how far a row lies along the kept directions, those left out, or all.",
      default: "ends",
      options: ["ends", "off", "kept", "left out", "all"],
      main: true,
    },
    share: {
      kind: "number",
      label: "Variation to keep (%)",
      help: "For off, kept and left out: keeps the fewest directions that hold this much of all variation; fewer let more of a row count as unusual.",
      default: 90,
      min: 10,
      max: 99.9,
      step: 0.1,
      main: true,
    },
    standardise: {
      kind: "toggle",
      label: "Give every column the same spread",
      help: "Off, columns that vary more decide more about the directions.",
      default: true,
    },
  },
  async fit(samples, params, context) {
    requireSamples(samples);
    const found = await principalAxes(samples, params.standardise, context);
    return { ...found, kept: countKept(found.variances, params.share / 100), measure: params.measure };
  },
  async score(model: PcaModel, samples, context) {
    const scores = new Float64Array(samples.count);
    const scorer = model.measure === "off" ? residuals(model, samples) : lengthsAlong(model);
    const score = (values: Float32Array, from: number, to: number) => {
      scores.set(scorer(values, from, to), from);
    };
    await forEachBlock(samples, context, score, { cost: axesCost(model) });
    return scores;
  },
  explain: (model: PcaModel, samples) => Promise.resolve(explainDepartures(model, samples)),
});

/** The fewest components that hold `share` of all variance, so that one is always kept and one left out if there are two. */
function countKept(variances: Float64Array, share: number): number {
  const wanted = share * variances.reduce((sum, variance) => sum + variance, 0);
  let sum = 0;
  const last = variances.findIndex((variance) => (sum += variance) >= wanted);
  return Math.max(Math.min(1, variances.length), Math.min(last + 1, variances.length - 1));
}

/** Scores of rows `from` to `to`, whose numbers are `values`. */
type Scorer = (values: Float32Array, from: number, to: number) => Float64Array;

/** By what the kept components cannot rebuild. */
function residuals(model: PcaModel, samples: SamplesBase): Scorer {
  const { width } = samples;
  const parts = new Float64Array(width);
  const coordinates = new Float64Array(model.variances.length);
  return (_, from, to) => {
    const z = inUnits(model, samples, from, to);
    return Float64Array.from({ length: to - from }, (__, row) => {
      departure(model, z.subarray(row * width, (row + 1) * width), coordinates, parts);
      return lengthOf(parts);
    });
  };
}

/** Along the axes: no part need be laid back over the columns. */
function lengthsAlong(model: PcaModel): Scorer {
  const { width, centre, unit, axes, variances, measure } = model;
  if (measure === "ends") {
    const plan = { width, centre, unit, axes, weights: endWeights(model), measure, beyond: 0 } as const;
    return (values) => alongAxes(plan, values);
  }
  const [from, to] = axesOf(model);
  const some = { axes: axes.subarray(from * width, to * width), weights: variances.subarray(from, to) };
  const plan = { width, centre, unit, ...some, measure: "over", beyond: 0 } as const;
  return (values) => alongAxes(plan, values);
}

/** From which axis to which (excluded) a row's coordinates count. */
export function axesOf({ measure, kept, variances }: PcaModel): readonly [number, number] {
  return [measure === "left out" ? kept : 0, measure === "left out" || measure === "all" ? variances.length : kept];
}

/**
 * Writes to `parts` a number per column: the residual of "off", or the coordinates, each in its standard
 * deviation, laid back over the columns. Their length is the score, because the axes are orthogonal.
 */
function departure(model: PcaModel, z: Float64Array, coordinates: Float64Array, parts: Float64Array): void {
  const { width, axes, variances, measure } = model;
  along(model, z, 0, coordinates);
  const off = measure === "off";
  for (let j = 0; j < width; j++) parts[j] = off ? z[j]! : 0; // a row of `width` numbers
  const [from, to] = axesOf(model);
  for (let axis = from; axis < to; axis++) {
    const coordinate = coordinates[axis]!; // one for each axis
    const weight = off ? -coordinate : coordinate / Math.sqrt(variances[axis]!); // one for each axis
    for (let j = 0, at = axis * width; j < width; j++) parts[j]! += weight * axes[at++]!; // j < width
  }
}

function lengthOf(parts: Float64Array): number {
  let square = 0;
  for (const part of parts) square += part * part;
  return Math.sqrt(square);
}

/** Squares of the parts over the score: they add up to it. Expected is what the kept components rebuild, or the mean. */
function explainDepartures(model: PcaModel, samples: SamplesBase): Attribution[] {
  const { width, centre, unit, axes, kept } = model;
  const parts = new Float64Array(width);
  const coordinates = new Float64Array(model.variances.length);
  const ends = model.measure === "ends" ? axisEnds(model) : null;
  return Array.from({ length: samples.count }, (_, sample) => {
    const z = inUnits(model, samples, sample, sample + 1);
    departure(model, z, coordinates, parts);
    const score = lengthOf(parts);
    const values = ends ? ends(z) : Float32Array.from(parts, (part) => (score > 0 ? (part / score) * part : 0));
    const rebuilt = new Float64Array(width);
    for (let axis = 0; axis < (ends ? 0 : kept); axis++)
      for (let j = 0; j < width; j++) rebuilt[j]! += coordinates[axis]! * axes[axis * width + j]!; // j < width
    const expected = Float32Array.from(rebuilt, (value, j) => centre[j]! + unit[j]! * value); // j < width
    return { over: "features", values, expected, additive: true };
  });
}
