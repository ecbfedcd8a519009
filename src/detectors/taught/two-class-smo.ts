import { KernelCache } from "../kernel/kernel-cache";
import type { Points } from "../kernel/rbf";

export interface TwoClass {
  /** The weight of each point times its side: positive for strange ones. */
  readonly weights: Float64Array;
  /** The kernel sum of weighted points at the border. */
  readonly bias: number;
  readonly settled: boolean;
}

/** Largest violation of the optimality conditions that is let pass, as in LIBSVM. */
const MAX_VIOLATION = 1e-3;
const MIN_CURVATURE = 1e-12;
/** About this many numbers are read between two yields. */
const WORK_PER_YIELD = 1_000_000;

/**
 * Minimises ½ αᵀQα - Σα under 0 <= α_i <= limit_i and Σ side_i α_i = 0 by sequential minimal optimisation, the pair of each
 * step chosen by second-order information (Fan, Chen & Lin 2005): a support vector classifier as LIBSVM states it.
 * `sides` are 1 or -1; `yieldToEvents` is awaited often.
 */
export async function solveTwoClass(
  points: Points,
  sides: Int8Array,
  limits: Float64Array,
  gamma: number,
  yieldToEvents: (done: number) => Promise<void>,
): Promise<TwoClass> {
  const { count } = points;
  const cache = new KernelCache(points, gamma);
  const alpha = new Float64Array(count);
  // Of each point what the objective grows by with its weight, times its side: side - Σ weights K.
  const pull = Float64Array.from(sides);
  const yieldEvery = Math.max(1, Math.floor(WORK_PER_YIELD / (count * points.width)));
  const mostSteps = 10_000 + 100 * count;
  for (let step = 0; step < mostSteps; step++) {
    const pair = worstPair(alpha, sides, limits, pull, cache);
    if (!pair) return { weights: signed(alpha, sides), bias: biasOf(alpha, sides, limits, pull), settled: true };
    if (step % yieldEvery === 0) await yieldToEvents(1 - 1 / (1 + step / count));
    const { up, down } = pair;
    const [rowUp, rowDown] = [cache.row(up), cache.row(down)];
    const curvature = Math.max(MIN_CURVATURE, 2 - 2 * rowUp[down]!); // down < count
    const wanted = (pull[up]! - pull[down]!) / curvature; // both < count
    const roomUp = sides[up] === 1 ? limits[up]! - alpha[up]! : alpha[up]!; // up < count
    const roomDown = sides[down] === 1 ? alpha[down]! : limits[down]! - alpha[down]!; // down < count
    const moved = Math.min(wanted, roomUp, roomDown);
    // Exactly at its bound, not almost: what is left by rounding would be chosen again and again.
    alpha[up] = moved === roomUp ? (sides[up] === 1 ? limits[up]! : 0) : alpha[up]! + sides[up]! * moved; // up < count
    alpha[down] = moved === roomDown ? (sides[down] === 1 ? 0 : limits[down]!) : alpha[down]! - sides[down]! * moved; // down < count
    for (let i = 0; i < count; i++) pull[i] = pull[i]! - moved * (rowUp[i]! - rowDown[i]!); // i < count
  }
  return { weights: signed(alpha, sides), bias: biasOf(alpha, sides, limits, pull), settled: false };
}

/** Whether the weighted side of a point may grow (`by` 1) or shrink (-1). */
function hasRoom(alpha: number, limit: number, side: number, by: number): boolean {
  return side === by ? alpha < limit : alpha > 0;
}

function worstPair(
  alpha: Float64Array,
  sides: Int8Array,
  limits: Float64Array,
  pull: Float64Array,
  cache: KernelCache,
): { up: number; down: number } | null {
  let up = -1;
  let most = Number.NEGATIVE_INFINITY;
  let least = Infinity;
  for (let i = 0; i < alpha.length; i++) {
    if (pull[i]! > most && hasRoom(alpha[i]!, limits[i]!, sides[i]!, 1)) {
      most = pull[i]!; // i < length
      up = i;
    }
    if (pull[i]! < least && hasRoom(alpha[i]!, limits[i]!, sides[i]!, -1)) least = pull[i]!; // i < length
  }
  if (up < 0 || !(most - least > MAX_VIOLATION)) return null;
  const row = cache.row(up);
  let down = -1;
  let best = 0;
  for (let i = 0; i < alpha.length; i++) {
    const violation = most - pull[i]!; // i < length
    if (violation <= 0 || !hasRoom(alpha[i]!, limits[i]!, sides[i]!, -1)) continue;
    const gain = (violation * violation) / Math.max(MIN_CURVATURE, 2 - 2 * row[i]!); // i < length
    if (gain <= best) continue;
    best = gain;
    down = i;
  }
  return down < 0 ? null : { up, down };
}

/** The mean pull of the points on the margin; between the two sides when none lies on it. */
function biasOf(alpha: Float64Array, sides: Int8Array, limits: Float64Array, pull: Float64Array): number {
  let [total, free, high, low] = [0, 0, Number.NEGATIVE_INFINITY, Infinity];
  for (let i = 0; i < alpha.length; i++) {
    const up = hasRoom(alpha[i]!, limits[i]!, sides[i]!, 1);
    const down = hasRoom(alpha[i]!, limits[i]!, sides[i]!, -1);
    if (up && down) {
      total += pull[i]!; // i < length
      free++;
    } else if (up) high = Math.max(high, pull[i]!);
    else low = Math.min(low, pull[i]!); // i < length
  }
  if (free > 0) return total / free;
  if (high === Number.NEGATIVE_INFINITY) return low;
  return low === Infinity ? high : (high + low) / 2;
}

function signed(alpha: Float64Array, sides: Int8Array): Float64Array {
  return alpha.map((weight, at) => weight * sides[at]!); // equally long
}
