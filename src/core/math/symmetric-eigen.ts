/** Eigenvalues in descending order, and their unit vectors one after the other in the same order. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const MACHINE_EPSILON = 2 ** -52;
/** A tridiagonal matrix settles in two or three rounds an eigenvalue; more means it never will. */
const MAX_ROUNDS = 60;

/**
 * All eigenvalues and eigenvectors of the symmetric `size` x `size` matrix `matrix` (both halves filled in, all
 * finite), by Householder reflections to tridiagonal form and QL with implicit shifts (Bowdler, Martin, Reinsch
 * & Wilkinson 1968). Absolute errors are a few roundings of the largest eigenvalue. Of each vector the largest
 * loading is positive. `yieldToEvents` is awaited after every step of about size^2 operations.
 */
export async function symmetricEigen(
  matrix: Float64Array,
  size: number,
  yieldToEvents: () => Promise<void>,
): Promise<SymmetricEigen> {
  const { diagonal, beside, rotation } = await tridiagonal(matrix, size, yieldToEvents);
  const tiny = MACHINE_EPSILON ** 2 * diagonal.reduce((sum, value) => sum + Math.abs(value), 0);
  for (let first = 0; first < size; first++) {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      let last = first;
      while (
        last < size - 1 &&
        Math.abs(beside[last]!) > tiny + MACHINE_EPSILON * (Math.abs(diagonal[last]!) + Math.abs(diagonal[last + 1]!)) // last + 1 < size
      )
        last++;
      if (last === first) break;
      sweep({ diagonal, beside, rotation }, first, last, size);
      await yieldToEvents();
    }
  }
  return descending(diagonal, rotation, size);
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Entry i lies between the diagonal entries i and i + 1. */
  readonly beside: Float64Array;
  /** Row i is the direction in which the diagonal entry i is measured. */
  readonly rotation: Float64Array;
}

async function tridiagonal(
  matrix: Float64Array,
  size: number,
  yieldToEvents: () => Promise<void>,
): Promise<Tridiagonal> {
  const a = matrix.slice();
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  const mirrors = new Float64Array(size * size);
  for (let k = 0; k < size - 1; k++) {
    diagonal[k] = a[k * size + k]!; // k < size
    const mirror = mirrors.subarray(k * size, (k + 1) * size);
    const length = mirrorOf(a, k, size, mirror);
    beside[k] = length;
    if (k < size - 2) reflect(a, mirror, k + 1, size);
    if (size > 64) await yieldToEvents();
  }
  if (size > 0) diagonal[size - 1] = a[size * size - 1]!; // the last entry
  const rotation = new Float64Array(size * size);
  for (let k = 0; k < size; k++) rotation[k * size + k] = 1;
  for (let k = size - 3; k >= 0; k--) {
    const mirror = mirrors.subarray(k * size, (k + 1) * size);
    // The product of reflections, transposed: each row loses twice what it has along the mirror's normal.
    for (let row = k + 1; row < size; row++) {
      let along = 0;
      for (let j = k + 1; j < size; j++) along += rotation[row * size + j]! * mirror[j]!; // row, j < size
      if (along === 0) continue;
      for (let j = k + 1; j < size; j++) rotation[row * size + j]! -= 2 * along * mirror[j]!; // j < size
    }
    if (size > 64) await yieldToEvents();
  }
  return { diagonal, beside, rotation };
}

/** Writes the unit normal that mirrors what lies below the diagonal of column k onto its first place; returns its new value. */
function mirrorOf(a: Float64Array, k: number, size: number, mirror: Float64Array): number {
  const head = a[k * size + k + 1]!; // k + 1 < size; symmetric, so the row is the column
  let rest = 0;
  for (let j = k + 2; j < size; j++) rest += a[k * size + j]! ** 2; // j < size
  if (rest === 0) return head;
  const value = head > 0 ? -Math.sqrt(head * head + rest) : Math.sqrt(head * head + rest);
  const first = head - value;
  const length = Math.sqrt(first * first + rest);
  mirror[k + 1] = first / length;
  for (let j = k + 2; j < size; j++) mirror[j] = a[k * size + j]! / length; // j < size
  return value;
}

/** Mirrors rows and columns from `from` on: A - 2vw' - 2wv'. */
function reflect(a: Float64Array, mirror: Float64Array, from: number, size: number): void {
  const w = new Float64Array(size);
  let along = 0;
  for (let i = from; i < size; i++) {
    let sum = 0;
    for (let j = from; j < size; j++) sum += a[i * size + j]! * mirror[j]!; // i, j < size
    w[i] = sum;
    along += sum * mirror[i]!; // i < size
  }
  for (let i = from; i < size; i++) w[i]! -= along * mirror[i]!; // i < size
  for (let i = from; i < size; i++) {
    const [vi, wi] = [2 * mirror[i]!, 2 * w[i]!]; // i < size
    if (vi === 0 && wi === 0) continue;
    for (let j = from; j < size; j++) a[i * size + j]! -= vi * w[j]! + wi * mirror[j]!; // i, j < size
  }
}

/** One implicit QL round on the entries `first` to `last`. */
function sweep({ diagonal, beside, rotation }: Tridiagonal, first: number, last: number, size: number): void {
  const edge = beside[first]!; // first < last < size
  const slope = (diagonal[first + 1]! - diagonal[first]!) / (2 * edge); // first + 1 <= last
  const root = Math.hypot(slope, 1);
  let bulge = diagonal[last]! - diagonal[first]! + edge / (slope + (slope < 0 ? -root : root)); // first, last < size
  let [sine, cosine, shift] = [1, 1, 0];
  for (let i = last - 1; i >= first; i--) {
    const across = sine * beside[i]!; // i < size
    const kept = cosine * beside[i]!; // i < size
    const length = Math.hypot(across, bulge);
    beside[i + 1] = length;
    if (length === 0) {
      diagonal[i + 1]! -= shift; // i + 1 < size
      beside[last] = 0;
      return;
    }
    sine = across / length;
    cosine = bulge / length;
    const upper = diagonal[i + 1]! - shift; // i + 1 < size
    const mix = (diagonal[i]! - upper) * sine + 2 * cosine * kept; // i < size
    shift = sine * mix;
    diagonal[i + 1] = upper + shift;
    bulge = cosine * mix - kept;
    const low = i * size;
    for (let j = low; j < low + size; j++) {
      const [here, next] = [rotation[j]!, rotation[j + size]!]; // rows i and i + 1
      rotation[j + size] = sine * here + cosine * next;
      rotation[j] = cosine * here - sine * next;
    }
  }
  diagonal[first]! -= shift; // first < size
  beside[first] = bulge;
  beside[last] = 0;
}

function descending(diagonal: Float64Array, rotation: Float64Array, size: number): SymmetricEigen {
  const order = Array.from(diagonal.keys()).sort((a, b) => diagonal[b]! - diagonal[a]!); // its own keys
  const vectors = new Float64Array(size * size);
  order.forEach((from, to) => {
    const vector = rotation.subarray(from * size, (from + 1) * size);
    let largest = 0;
    for (const loading of vector) if (Math.abs(loading) > Math.abs(largest)) largest = loading;
    const sign = largest < 0 ? -1 : 1;
    for (let j = 0; j < size; j++) vectors[to * size + j] = sign * vector[j]!; // j < size
  });
  return { values: Float64Array.from(order, (index) => diagonal[index]!), vectors };
}
