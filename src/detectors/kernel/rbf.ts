import { sharedKernel, type Kernel } from "../../core/kernels/kernel";
import { roomFor } from "../../core/kernels/room";

/** Points one after the other, `width` numbers each. */
export interface Points {
  readonly values: Float32Array;
  readonly count: number;
  readonly width: number;
}

export const STEPS_PER_UNIT = 64;
export const MAX_EXPONENT = 87;
/** The powers of e below 1, `STEPS_PER_UNIT` to a unit. */
export const POWERS_OF_E = Float64Array.from({ length: MAX_EXPONENT * STEPS_PER_UNIT + 2 }, (_, i) =>
  Math.exp(-i / STEPS_PER_UNIT),
);

/** e^-x for x >= 0, to nine digits and several times faster than Math.exp; 0 beyond 87. */
function expOfMinus(x: number): number {
  if (!(x < MAX_EXPONENT)) return 0;
  const step = (x * STEPS_PER_UNIT) | 0;
  const rest = x - step / STEPS_PER_UNIT;
  return POWERS_OF_E[step]! * (1 - rest * (1 - rest * (0.5 - rest * (1 / 6)))); // step <= MAX_EXPONENT * STEPS_PER_UNIT
}

/** exp(-gamma |a - b|²) of the point of `a` at `aStart` and the point of `b` at `bStart`, both numbers counted from 0. */
export function rbf(
  a: Float32Array,
  aStart: number,
  b: Float32Array,
  bStart: number,
  width: number,
  gamma: number,
): number {
  return expOfMinus(gamma * squaredGap(a, aStart, b, bStart, width));
}

function squaredGap(a: Float32Array, aStart: number, b: Float32Array, bStart: number, width: number): number {
  let [even, odd] = [0, 0];
  let j = 0;
  for (; j + 1 < width; j += 2) {
    const first = a[aStart + j]! - b[bStart + j]!; // both hold `width` numbers from their start
    const second = a[aStart + j + 1]! - b[bStart + j + 1]!; // j + 1 < width
    even += first * first;
    odd += second * second;
  }
  if (j < width) even += (a[aStart + j]! - b[bStart + j]!) ** 2; // j < width
  return even + odd;
}

/** Writes the kernel between point `row` and all points to `out`. */
export function kernelRow({ values, count, width }: Points, row: number, gamma: number, out: Float32Array): void {
  const start = row * width;
  for (let other = 0; other < count; other++) out[other] = rbf(values, start, values, other * width, width, gamma);
}

/** The sum of the kernels between each row of `values` and all points, each times its weight. */
export function weightedKernelsOf(
  { values: points, count, width }: Points,
  weights: Float64Array,
  gamma: number,
  values: Float32Array,
  kernel: Kernel | null = sharedKernel(),
): Float64Array {
  const rows = values.length / width;
  const all = { values: points, count, width };
  if (!kernel)
    return Float64Array.from({ length: rows }, (_, row) => weightedKernels(all, weights, gamma, values, row * width));
  const whole = Math.ceil(rows / 4) * 4;
  const room = roomFor(kernel, {
    table: ["f64", POWERS_OF_E.length],
    points: ["f32", points.length],
    weights: ["f64", count],
    values: ["f32", whole * width],
    wide: ["f64", 4 * width],
    out: ["f64", whole],
  });
  room.table.view.set(POWERS_OF_E);
  room.points.view.set(points);
  room.weights.view.set(weights);
  room.values.view.fill(0, values.length).set(values);
  kernel.weightedKernels(
    ...[room.values.at, rows, width, room.points.at, count, room.weights.at],
    ...[gamma, room.table.at, room.wide.at, room.out.at],
  );
  return room.out.view.slice(0, rows);
}

/** The sum of the kernels between the point of `at` at `start` and all points, each times its weight. */
export function weightedKernels(
  { values, count, width }: Points,
  weights: Float64Array,
  gamma: number,
  at: Float32Array,
  start: number,
): number {
  let sum = 0;
  for (let other = 0; other < count; other++)
    sum += weights[other]! * rbf(at, start, values, other * width, width, gamma); // a weight per point
  return sum;
}
