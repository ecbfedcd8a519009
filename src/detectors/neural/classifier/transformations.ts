import type { SamplesBase } from "../../../core/detect/samples-base";
import { normalDeviates, seededRandom, shuffle } from "../../../core/math/random";
import { clipped } from "../training/rows";

/** A larger matrix would cost more than the network. */
const MAX_BLOCK_SIDE = 32;

interface Block {
  readonly features: Uint32Array;
  /** Orthogonal, of as many rows and columns as there are features. */
  readonly matrix: Float32Array;
}

/** A way to turn rows round: each block of features is rotated by itself. */
export type Transformation = readonly Block[];

/**
 * `count` random orthogonal maps of rows of `width` features, the same for the same seed: of all features together
 * where there are at most 32, else of random blocks of at most 32.
 */
export function transformationsOf(width: number, count: number, seed: number): readonly Transformation[] {
  const random = seededRandom(seed);
  const normal = normalDeviates(random);
  const blocks = Math.ceil(width / MAX_BLOCK_SIDE);
  return Array.from({ length: count }, () => {
    const order = shuffle<number, Uint32Array>(
      Uint32Array.from({ length: width }, (_, i) => i),
      random,
    );
    return Array.from({ length: blocks }, (_, block) => {
      const features = order.slice(Math.floor((block * width) / blocks), Math.floor(((block + 1) * width) / blocks));
      return { features, matrix: randomOrthogonal(features.length, normal) };
    });
  });
}

/** Rows of standard normal numbers made orthogonal one after the other (Gram and Schmidt): uniform among rotations and reflections. */
function randomOrthogonal(size: number, normal: () => number): Float32Array {
  const rows: Float64Array[] = [];
  while (rows.length < size) {
    const row = Float64Array.from({ length: size }, normal);
    for (const other of rows) {
      const share = dot(row, other);
      row.forEach((value, i) => (row[i] = value - share * (other[i] ?? 0)));
    }
    const length = Math.sqrt(dot(row, row));
    // A row that lay among the others by chance is drawn again.
    if (length > 1e-6) rows.push(row.map((value) => value / length));
  }
  const matrix = new Float32Array(size * size);
  rows.forEach((row, i) => {
    matrix.set(row, i * size);
  });
  return matrix;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Each row of `rows` [rows, width] under each transformation: row 0 under all, then row 1 … */
export function transformed(
  rows: Float32Array,
  width: number,
  transformations: readonly Transformation[],
): Float32Array {
  const out = new Float32Array(rows.length * transformations.length);
  for (let from = 0, to = 0; from < rows.length; from += width)
    for (const transformation of transformations) {
      for (const block of transformation) turn(rows, from, block, out, to);
      to += width;
    }
  return out;
}

function turn(rows: Float32Array, from: number, { features, matrix }: Block, out: Float32Array, to: number): void {
  const size = features.length;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    // Within the block.
    for (let j = 0; j < size; j++) sum += matrix[i * size + j]! * rows[from + features[j]!]!;
    out[to + features[i]!] = sum;
  }
}

/** The samples, held within ±`clip`, each under each transformation: as many times more samples. */
export function transformedSamples(
  samples: SamplesBase,
  transformations: readonly Transformation[],
  clip: number,
): Pick<SamplesBase, "count" | "width" | "block"> {
  const { width } = samples;
  const times = transformations.length;
  return {
    count: samples.count * times,
    width,
    block(from, to) {
      const [first, last] = [Math.floor(from / times), Math.ceil(to / times)];
      const rows = samples.block(first, last);
      const all = transformed(clipped(rows, clip, new Float32Array(rows.length)), width, transformations);
      return all.subarray((from - first * times) * width, (to - first * times) * width);
    },
  };
}
