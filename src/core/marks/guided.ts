import type { SamplesBase } from "../detect/samples-base";
import { factorCholesky } from "../math/cholesky";
import { madOfSorted, quantileOfSorted } from "../math/quantile";
import { MAD_TO_SD } from "../score/summary";

/** A row that a person has an opinion of. */
export interface Taught {
  /** Its place among the scored rows. */
  readonly at: number;
  readonly strange: boolean;
}

export interface GuidedInput {
  /** What the detectors together say of each scored row: any scale, higher is stranger. */
  readonly consensus: Float64Array;
  /** What each of them says: the surprise of its rank, by scored row. */
  readonly members: readonly Float64Array[];
  /** What rows are, to see which of them resemble each other. */
  readonly samples: SamplesBase;
  /** The sample of each scored row. */
  readonly sampleOf: Uint32Array;
  readonly taught: readonly Taught[];
}

/** What was learned from marks: scores of which 0 is where strange begins, and what they are made of. */
export interface Guided {
  /** By scored row. */
  readonly scores: Float64Array;
  /** How far each taught row pulls those that resemble it, in the order of `taught`: towards strange where it is above 0. */
  readonly pulls: Float64Array;
}

/** Where the consensus begins to be strange before anything was marked: so many standard deviations. */
const PRIOR_STRANGE_AT = 1.5;
/** Variance of what a person says: marks err, too. */
const NOISE = 0.3;
const CLIP = 6;
const SCALE_SAMPLES = 2000;
const WIDTH_SAMPLES = 400;
const ROWS_PER_REST = 2048;

/**
 * The consensus, corrected by marks: a Gaussian process whose mean is the consensus and whose kernel is that of what the
 * detectors say plus that of what the samples are (a radial one, as wide as half the usual distance). One mark moves what
 * resembles it, in the eyes of the detectors or by its values; without marks the order is that of the consensus. The closed
 * form of Rasmussen & Williams (2006), 2.2, with the squared loss on verdicts of +1 and -1.
 *
 * @param rest lets others be answered; rejects to stop
 */
export async function guidedScores(
  { consensus, members, samples, sampleOf, taught }: GuidedInput,
  rest: () => Promise<void>,
): Promise<Guided> {
  const views = members.map(standardised);
  const shape = shapeOf(samples);
  const wide = kernelWidth(samples, shape);
  const prior = priorOf(consensus);
  const valuesOf = (at: number, into: Float64Array) => {
    const sample = sampleOf[at]!; // one for each scored row
    return shaped(samples.block(sample, sample + 1), shape, into);
  };
  const known = taught.map(({ at }) => ({ at, values: valuesOf(at, new Float64Array(samples.width)) }));

  /** How far two rows resemble each other, in the eyes of the detectors and by their values. */
  const kernel = (a: Known, b: Known) => {
    let alike = 1;
    for (const view of views) alike += view[a.at]! * view[b.at]!;
    return alike / (views.length + 1) + Math.exp(-squaredDistance(a.values, b.values) / wide);
  };
  const residual = taught.map(({ at, strange }) => (strange ? 1 : -1) - prior[at]!);
  const pulls = solved(
    known.map((a) => known.map((b) => kernel(a, b))),
    residual,
  );

  const scores = prior.slice();
  const one = { at: 0, values: new Float64Array(samples.width) };
  for (let at = 0; at < scores.length; at++) {
    if (at % ROWS_PER_REST === 0) await rest();
    one.at = at;
    valuesOf(at, one.values);
    for (let other = 0; other < known.length; other++) scores[at]! += pulls[other]! * kernel(one, known[other]!);
  }
  return { scores, pulls };
}

interface Known {
  readonly at: number;
  readonly values: Float64Array;
}

/** The consensus as a guess of the verdict, between -1 and 1. */
function priorOf(consensus: Float64Array): Float64Array {
  return standardised(consensus).map((z) => Math.tanh((z - PRIOR_STRANGE_AT) / PRIOR_STRANGE_AT));
}

function standardised(values: Float64Array): Float64Array {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const sd = Math.sqrt(squares / values.length) || 1;
  return values.map((value) => (value - mean) / sd);
}

interface Shape {
  readonly centre: Float64Array;
  readonly spread: Float64Array;
  /** Of the squashed values. */
  readonly sd: Float64Array;
}

/** How values become comparable: by median and MAD, squashed, to unit spread. */
function shapeOf(samples: SamplesBase): Shape {
  const { width, count } = samples;
  const step = Math.max(1, Math.floor(count / SCALE_SAMPLES));
  const rows: Float32Array[] = [];
  for (let sample = 0; sample < count; sample += step) rows.push(samples.block(sample, sample + 1).slice());
  const shape = {
    centre: new Float64Array(width),
    spread: new Float64Array(width),
    sd: new Float64Array(width).fill(1),
  };
  for (let at = 0; at < width; at++) {
    const column = Float64Array.from(rows, (row) => row[at]!).sort();
    const median = quantileOfSorted(column, 0.5);
    shape.centre[at] = median;
    shape.spread[at] = madOfSorted(column, median) * MAD_TO_SD || sdOf(column) || 1;
  }
  const squashed = rows.map((row) => shaped(row, shape, new Float64Array(width)));
  for (let at = 0; at < width; at++) shape.sd[at] = sdOf(Float64Array.from(squashed, (row) => row[at]!)) || 1;
  return shape;
}

function sdOf(values: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return Math.sqrt(Math.max(0, squares / values.length - (sum / values.length) ** 2));
}

function shaped(values: Float32Array, { centre, spread, sd }: Shape, into: Float64Array): Float64Array {
  for (let at = 0; at < into.length; at++) {
    const z = (values[at]! - centre[at]!) / spread[at]!;
    into[at] = Math.asinh(Math.max(-CLIP, Math.min(CLIP, z))) / sd[at]!;
  }
  return into;
}

/** Twice the square of half the usual distance between two samples. */
function kernelWidth(samples: SamplesBase, shape: Shape): number {
  const step = Math.max(1, Math.floor(samples.count / WIDTH_SAMPLES));
  const some: Float64Array[] = [];
  for (let sample = 0; sample < samples.count; sample += step)
    some.push(shaped(samples.block(sample, sample + 1), shape, new Float64Array(samples.width)));
  const distances = some.slice(1).flatMap((a, at) => some.slice(0, at + 1).map((b) => squaredDistance(a, b)));
  const median = quantileOfSorted(Float64Array.from(distances).sort(), 0.5);
  return median / 2 || 1;
}

function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at]! - b[at]!) ** 2;
  return sum;
}

/** (K + noise I)^-1 y by Cholesky. */
function solved(kernel: readonly (readonly number[])[], wanted: readonly number[]): Float64Array {
  const size = wanted.length;
  const factor = Float64Array.from(kernel.flatMap((row, i) => row.map((one, j) => one + (i === j ? NOISE : 0))));
  factorCholesky(factor, size);
  const answer = Float64Array.from(wanted);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) answer[i]! -= factor[i * size + j]! * answer[j]!;
    answer[i]! /= factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) answer[i]! -= factor[j * size + i]! * answer[j]!;
    answer[i]! /= factor[i * size + i]!;
  }
  return answer;
}
