import type { SamplesBase } from "../detect/samples-base";
import { normalDeviates, sampleIndices, seededRandom } from "./random";

/** Directions of greatest variance of a sample set. */
export interface Components {
  readonly width: number;
  readonly mean: Float64Array;
  /** Unit vectors of `width` numbers; fewer than asked for when the rank is lower. */
  readonly axes: readonly Float64Array[];
  /** Share of the whole variance along each axis, descending. */
  readonly explained: readonly number[];
}

/** Cells looked at, rows times features: keeps very wide tables answerable while one waits. */
const MAX_CELLS_READ = 2_000_000;
/** Two or three directions are as sure by so many rows as the eye can tell. */
const MAX_ROWS_READ = 20_000;
const MAX_ROUNDS = 60;
const EXTRA_DIRECTIONS = 6;
/** Squared, relative: what varies less than this varies by rounding to 32 bits alone. */
const MIN_RELATIVE_VARIANCE = 1e-14;

/**
 * The first `count` principal components, by subspace iteration on a seeded sample of rows (Halko,
 * Martinsson & Tropp 2011); the covariance matrix is never laid out. The sign of an axis is chosen so that
 * its largest loading is positive. The same samples give the same components.
 */
export async function principalComponents(
  samples: SamplesBase,
  count: number,
  /** Called between two rounds, each of which looks at all cells that are read. */
  checkpoint: () => Promise<void>,
): Promise<Components> {
  const { width } = samples;
  const random = seededRandom(1);
  const most = Math.min(MAX_ROWS_READ, Math.floor(MAX_CELLS_READ / Math.max(1, width)));
  const rows = sampleIndices(samples.count, Math.max(2, most), random);
  const { centred, mean, total, noise } = centredRows(samples, rows);
  const block = Math.min(width, count + EXTRA_DIRECTIONS);
  let basis = Float64Array.from({ length: block * width }, normalDeviates(random));
  orthonormalise(basis, width);
  let before = Number.NaN;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    basis = timesCovariance(centred, basis, width);
    const lengths = orthonormalise(basis, width);
    const captured = lengths.slice(0, count).reduce((sum, length) => sum + length, 0);
    if (Math.abs(captured - before) <= 1e-10 * captured) break;
    before = captured;
    await checkpoint();
  }
  return rotated(centred, basis, { width, mean, total, noise, count });
}

/** Coordinates of samples `from` to `to` along each axis: one array per axis. */
export function projectOnto(components: Components, samples: SamplesBase, from: number, to: number): Float64Array[] {
  const { width, mean, axes } = components;
  const block = samples.block(from, to);
  return axes.map((axis) => {
    const out = new Float64Array(to - from);
    for (let row = 0; row < out.length; row++) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += ((block[row * width + j] ?? 0) - (mean[j] ?? 0)) * (axis[j] ?? 0);
      out[row] = sum;
    }
    return out;
  });
}

function centredRows(
  samples: SamplesBase,
  rows: Uint32Array,
): { centred: Float64Array; mean: Float64Array; total: number; noise: number } {
  const { width } = samples;
  const centred = new Float64Array(rows.length * width);
  const mean = new Float64Array(width);
  let magnitude = 0;
  rows.forEach((row, at) => {
    const values = samples.block(row, row + 1);
    for (let j = 0; j < width; j++) {
      const value = values[j] ?? 0;
      centred[at * width + j] = value;
      mean[j] = (mean[j] ?? 0) + value;
      magnitude += value * value;
    }
  });
  for (let j = 0; j < width; j++) mean[j] = (mean[j] ?? 0) / rows.length;
  let total = 0;
  for (let i = 0; i < centred.length; i++) {
    const value = (centred[i] ?? 0) - (mean[i % width] ?? 0);
    centred[i] = value;
    total += value * value;
  }
  return { centred, mean, total, noise: MIN_RELATIVE_VARIANCE * magnitude };
}

/** Each vector of `basis` multiplied by the scatter matrix of the rows. */
function timesCovariance(centred: Float64Array, basis: Float64Array, width: number): Float64Array<ArrayBuffer> {
  const out = new Float64Array(basis.length);
  for (let start = 0; start < centred.length; start += width)
    for (let vector = 0; vector < basis.length; vector += width) {
      const along = dot(centred, start, basis, vector, width);
      for (let j = 0; j < width; j++) out[vector + j] = (out[vector + j] ?? 0) + along * (centred[start + j] ?? 0);
    }
  return out;
}

/** Modified Gram-Schmidt in place; returns the length each vector had left. A vector of no length becomes zero. */
function orthonormalise(basis: Float64Array, width: number): number[] {
  const lengths: number[] = [];
  for (let vector = 0; vector < basis.length; vector += width) {
    const original = Math.sqrt(dot(basis, vector, basis, vector, width));
    for (let other = 0; other < vector; other += width) {
      const along = dot(basis, vector, basis, other, width);
      for (let j = 0; j < width; j++) basis[vector + j] = (basis[vector + j] ?? 0) - along * (basis[other + j] ?? 0);
    }
    const length = Math.sqrt(dot(basis, vector, basis, vector, width));
    const scale = length > 1e-12 * original ? 1 / length : 0;
    for (let j = 0; j < width; j++) basis[vector + j] = (basis[vector + j] ?? 0) * scale;
    lengths.push(length);
  }
  return lengths;
}

/** Orders the basis by the variance along each vector and drops directions without any. */
function rotated(
  centred: Float64Array,
  basis: Float64Array,
  about: { width: number; mean: Float64Array; total: number; noise: number; count: number },
): Components {
  const { width, mean, total, noise, count } = about;
  const found: { vector: number; variance: number }[] = [];
  for (let vector = 0; vector < basis.length; vector += width) {
    let variance = 0;
    for (let start = 0; start < centred.length; start += width)
      variance += dot(centred, start, basis, vector, width) ** 2;
    if (variance > Math.max(noise, 1e-12 * total)) found.push({ vector, variance });
  }
  found.sort((a, b) => b.variance - a.variance);
  const kept = found.slice(0, count);
  const axes = kept.map(({ vector }) => {
    const axis = basis.slice(vector, vector + width);
    const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
    return axis.map((loading) => loading * Math.sign(largest));
  });
  return { width, mean, axes, explained: kept.map(({ variance }) => variance / total) };
}

function dot(a: Float64Array, aStart: number, b: Float64Array, bStart: number, width: number): number {
  let sum = 0;
  for (let j = 0; j < width; j++) sum += (a[aStart + j] ?? 0) * (b[bStart + j] ?? 0);
  return sum;
}
