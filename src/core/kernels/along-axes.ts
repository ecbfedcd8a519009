import type { Units } from "./gram";
import { sharedKernel, type Kernel } from "./kernel";
import { roomFor } from "./room";

/** Directions, and what is made of a row's coordinates along them. */
export interface AxesMeasure extends Units {
  readonly width: number;
  /** Unit vectors of `width` numbers, one after the other. */
  readonly axes: Float64Array;
  /** One for each axis. */
  readonly weights: Float64Array;
  /**
   * "over": the root of the sum of c² / weight. "times": the root of beyond |z|² + the sum of weight c². "ends": the sum
   * of weight times the distance from the end of the axis.
   */
  readonly measure: "over" | "times" | "ends";
  readonly beyond: number;
}

const MEASURES = { over: 0, times: 1, ends: 2 } as const;

/** Axes that one number of a row meets in the time of a few plain operations. */
const AXES_PER_OPERATION = 40;

/** How heavy one number of a row is, for `forEachBlock`: few rows at once would have the axes laid out too often. */
export function axesCost({ variances }: { readonly variances: Float64Array }): number {
  return Math.max(1, variances.length / AXES_PER_OPERATION);
}

/** A number for each row of `values`; the same to the last bit by vectors and one by one. */
export function alongAxes(
  plan: AxesMeasure,
  values: Float32Array,
  kernel: Kernel | null = sharedKernel(),
): Float64Array {
  return kernel ? byVectors(plan, values, kernel) : oneByOne(plan, values);
}

function byVectors(plan: AxesMeasure, values: Float32Array, kernel: Kernel): Float64Array {
  const { width, axes, weights, measure, beyond } = plan;
  const rows = values.length / width;
  const whole = Math.ceil(rows / 4) * 4;
  const count = weights.length;
  const room = roomFor(kernel, {
    values: ["f32", whole * width],
    centre: ["f64", width],
    unit: ["f64", width],
    axes: ["f64", Math.ceil(count / 4) * 4 * width],
    weights: ["f64", count],
    z: ["f64", 4 * width],
    out: ["f64", whole],
  });
  room.values.view.fill(0, values.length).set(values);
  room.centre.view.set(plan.centre);
  room.unit.view.set(plan.unit);
  room.axes.view.fill(0, axes.length).set(axes);
  room.weights.view.set(weights);
  kernel.alongAxes(
    ...[room.values.at, rows, width, room.centre.at, room.unit.at, room.axes.at, count, room.weights.at],
    ...[MEASURES[measure], beyond, room.z.at, room.out.at],
  );
  return room.out.view.slice(0, rows);
}

function oneByOne(plan: AxesMeasure, values: Float32Array): Float64Array {
  const { width, centre, unit, axes, weights, measure, beyond } = plan;
  const z = new Float64Array(width);
  return Float64Array.from({ length: values.length / width }, (_, row) => {
    let square = measure === "ends" ? 1 : 0;
    for (let j = 0; j < width; j++) {
      const length = unit[j]!; // j < width, and so below
      const value = length > 0 ? (values[row * width + j]! - centre[j]!) / length : 0;
      z[j] = value;
      if (measure === "ends") square += value * value;
      else if (measure === "times" && beyond > 0) square += beyond * (value * value);
    }
    let total = measure === "ends" ? 0 : square;
    for (let axis = 0, at = 0; axis < weights.length; axis++) {
      let c = 0;
      for (let j = 0; j < width; j++) c += axes[at++]! * z[j]!;
      const weight = weights[axis]!; // axis < length
      if (measure === "over") total += (c * c) / weight;
      else if (measure === "times") total += weight * (c * c);
      else total += weight * Math.sqrt(Math.max(0, square - 2 * c));
    }
    return measure === "ends" ? total : Math.sqrt(Math.max(0, total));
  });
}
