import { KernelCache } from "./kernel-cache";
import type { Points } from "./rbf";

export interface OneClass {
  /** The weight of each point, 0 to 1, adding up to nu times the points. */
  readonly alpha: Float64Array;
  /** The kernel sum of each point: at least `rho` inside the boundary. */
  readonly sums: Float64Array;
  readonly rho: number;
  /** False when it stopped before the tolerance was met. */
  readonly settled: boolean;
}

/** Largest violation of the optimality conditions that is let pass, as in LIBSVM. */
const MAX_VIOLATION = 1e-3;
const MIN_CURVATURE = 1e-12;
/** About this many numbers are read for kernels between two yields. */
const WORK_PER_YIELD = 1_000_000;

/**
 * Minimises ½ αᵀKα under 0 <= α <= 1 and Σα = nu n by sequential minimal optimisation, the pair of each step
 * chosen by second-order information (Fan, Chen & Lin 2005): the one-class problem as LIBSVM states it.
 * `yieldToEvents` is awaited often, with what is done (0 to 1).
 */
export async function solveOneClass(
  points: Points,
  nu: number,
  gamma: number,
  yieldToEvents: (done: number) => Promise<void>,
): Promise<OneClass> {
  const { count } = points;
  const cache = new KernelCache(points, gamma);
  const alpha = new Float64Array(count);
  const sums = new Float64Array(count);
  for (let row = 0, left = nu * count; left > 0 && row < count; row++, left--) alpha[row] = Math.min(1, left);
  const yieldEvery = Math.max(1, Math.floor(WORK_PER_YIELD / (count * points.width)));
  for (let row = 0; row < count && alpha[row]! > 0; row++) {
    addTimes(sums, cache.row(row), alpha[row]!); // row < count
    if (row % yieldEvery === 0) await yieldToEvents((0.3 * row) / (nu * count));
  }
  const mostSteps = 10_000 + 100 * count;
  let widest = 0;
  for (let step = 0; step < mostSteps; step++) {
    const pair = worstPair(alpha, sums, cache);
    if (!pair) return { alpha, sums, rho: rhoOf(alpha, sums), settled: true };
    const { up, down, gap } = pair;
    widest = Math.max(widest, gap);
    if (step % yieldEvery === 0)
      await yieldToEvents(
        1 - 0.7 * (widest > MAX_VIOLATION ? Math.log(gap / MAX_VIOLATION) / Math.log(widest / MAX_VIOLATION) : 0),
      );
    const rowUp = cache.row(up);
    const rowDown = cache.row(down);
    const curvature = Math.max(MIN_CURVATURE, 2 - 2 * rowUp[down]!); // down < count
    const wanted = (sums[down]! - sums[up]!) / curvature; // both < count
    const moved = Math.min(wanted, 1 - alpha[up]!, alpha[down]!); // up, down < count
    // Exactly at its bound, not almost: what is left by rounding would be chosen again and again.
    alpha[up] = moved === 1 - alpha[up]! ? 1 : alpha[up]! + moved; // up < count
    alpha[down] = moved === alpha[down]! ? 0 : alpha[down]! - moved; // down < count
    addTimes(sums, rowUp, moved);
    addTimes(sums, rowDown, -moved);
  }
  return { alpha, sums, rho: rhoOf(alpha, sums), settled: false };
}

function addTimes(sums: Float64Array, row: Float32Array, times: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + times * row[i]!; // equally long
}

/** The point that gains most from more weight and the one to take it from; null when the gap is within the tolerance. */
function worstPair(
  alpha: Float64Array,
  sums: Float64Array,
  cache: KernelCache,
): { up: number; down: number; gap: number } | null {
  let up = -1;
  let least = Infinity;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < alpha.length; i++) {
    const sum = sums[i]!; // i < length
    if (alpha[i]! < 1 && sum < least) {
      least = sum;
      up = i;
    }
    if (alpha[i]! > 0 && sum > most) most = sum; // i < length
  }
  const gap = most - least;
  if (up < 0 || !(gap > MAX_VIOLATION)) return null;
  const row = cache.row(up);
  let down = -1;
  let best = 0;
  for (let i = 0; i < alpha.length; i++) {
    const violation = sums[i]! - least; // i < length
    if (violation <= 0 || !(alpha[i]! > 0)) continue; // i < length
    const gain = (violation * violation) / Math.max(MIN_CURVATURE, 2 - 2 * row[i]!); // i < length
    if (gain <= best) continue;
    best = gain;
    down = i;
  }
  return down < 0 ? null : { up, down, gap };
}

/** The mean kernel sum of the points on the boundary; between the two sides when none lies on it. */
function rhoOf(alpha: Float64Array, sums: Float64Array): number {
  let [total, free, inside, outside] = [0, 0, Infinity, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < alpha.length; i++) {
    const sum = sums[i]!; // i < length
    const weight = alpha[i]!; // i < length
    if (weight <= 0) inside = Math.min(inside, sum);
    else if (weight >= 1) outside = Math.max(outside, sum);
    else {
      total += sum;
      free++;
    }
  }
  if (free > 0) return total / free;
  if (inside === Infinity) return outside;
  return outside === Number.NEGATIVE_INFINITY ? inside : (inside + outside) / 2;
}
