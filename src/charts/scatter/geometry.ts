import type { ColumnKind } from "../../core/data/column";
import { linearScale, logScale, positionOf, zoomed, type Scale } from "../axis/scale";
import { isHeavyTailed } from "../axis/score-scale";

export type AxisKind = ColumnKind | "component";

/** One axis of the map: its whole scale, and where on it (0 to 1) each point lies; NaN where it does not. */
export interface MapAxis {
  readonly scale: Scale;
  readonly positions: Float64Array;
}

const margin = 0.03;

/**
 * Places `values` on an axis. Numbers with a heavy tail get a logarithmic scale unless `log` says otherwise;
 * codes of a category are spread a little, the same for the same row, so that they do not hide each other.
 */
export function mapAxis(
  values: Float64Array,
  kind: AxisKind,
  levels: readonly string[] | null,
  rows: Uint32Array,
  log?: boolean,
): MapAxis {
  const named = kind === "category" || kind === "text";
  const whole = named ? linearScale(-0.5, Math.max(0.5, (levels?.length ?? 1) - 0.5)) : numberScale(values, kind, log);
  const scale = named ? whole : zoomed(whole, -margin, 1 + margin);
  const positions = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? NaN;
    const seen = named ? (value < 0 ? NaN : value + spread(rows[at] ?? at)) : value;
    positions[at] = Number.isFinite(seen) ? positionOf(scale, seen) : NaN;
  }
  return { scale, positions };
}

function numberScale(values: Float64Array, kind: AxisKind, log: boolean | undefined): Scale {
  const sample = descendingSample(values);
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min === Infinity) return linearScale(0, 1);
  if (!(log ?? (kind === "number" && isHeavyTailed(sample)))) return linearScale(min, max);
  const at = (share: number) => sample[Math.round((1 - share) * (sample.length - 1))] ?? 0;
  const origin = min > 0 && max / min < 10 ? min : max < 0 ? max : 0;
  return logScale(min, max, origin, at(0.75) / 2 - at(0.25) / 2 || at(0.99) - at(0.01) || (max / 2 - min / 2) / 500);
}

/** At most 4,000 of the finite values, descending: enough to evaluate a tail; the ends are always among them. */
function descendingSample(values: Float64Array): Float64Array {
  const stride = Math.max(1, Math.floor(values.length / 4000));
  const sample = values.filter((value, at) => at % stride === 0 && Number.isFinite(value));
  return sample.sort().reverse();
}

/** Between -0.3 and 0.3, from the row alone (an integer hash). */
function spread(row: number): number {
  const mixed = Math.imul(row ^ (row >>> 15) ^ 0x9e3779b9, 0x85ebca6b);
  return (((mixed ^ (mixed >>> 13)) >>> 0) / 0xffffffff - 0.5) * 0.6;
}

/** The rows whose points lie in a rectangle of positions, strangest first as the points are. */
export function rowsInBox(
  rows: Uint32Array,
  x: Float64Array,
  y: Float64Array,
  box: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number },
): Uint32Array {
  return rows.filter((_, at) => {
    const px = x[at] ?? NaN;
    const py = y[at] ?? NaN;
    return px >= box.x0 && px <= box.x1 && py >= box.y0 && py <= box.y1;
  });
}

/** The index of the next point that can be drawn among the first `count`, or -1; from -1 it starts at an end. */
export function nextDrawn(x: Float64Array, y: Float64Array, count: number, from: number, step: 1 | -1): number {
  for (let at = from < 0 && step < 0 ? count - 1 : from + step; at >= 0 && at < count; at += step)
    if (!Number.isNaN((x[at] ?? NaN) + (y[at] ?? NaN))) return at;
  return -1;
}

/** Radius of an ordinary point in pixels: smaller as there are more. */
export function pointRadius(points: number): number {
  return points > 50_000 ? 1.2 : points > 5_000 ? 1.8 : points > 500 ? 2.4 : 3.2;
}
