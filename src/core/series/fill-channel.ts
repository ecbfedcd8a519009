import { momentsOf } from "../math/moments";
import { scaled } from "../prepare/fit-scaling";
import type { LaidSteps } from "./lay-steps";
import type { OrderedRows } from "./order-rows";
import { NO_ROW } from "./series-samples";
import type { ChannelScale } from "./series-basis";
import type { SeriesKind } from "../kinds/series-kind";

/** As for features of a table: far enough for any stranger, near enough for Float32 to square. */
const MAX_STANDARDISED_VALUE = 1e9;

/** Where one channel of all steps is written. */
export interface ChannelTarget {
  readonly channel: number;
  readonly channels: number;
  /** [steps, channels] */
  readonly values: Float32Array;
  /** [series, channels] */
  readonly centers: Float64Array;
  readonly scales: Float64Array;
  /** The scale of a series in place of its own; absent: each has its own. */
  readonly scaleOf?: (series: number, own: ChannelScale) => ChannelScale;
}

export interface ChannelCounts {
  /** Cells that were missing at a step that has a row. */
  readonly interpolated: number;
  readonly infinite: number;
  /** By step, 1 where nothing was measured; null where there is no such step. */
  readonly filled: Uint8Array | null;
}

/**
 * Writes one channel: rows of one step become one value, missing values lie on the line between their neighbours in
 * the same part (at its ends they repeat the nearest), infinite ones become the largest or smallest of their series,
 * and each series is standardised as a whole; 0 where it does not vary.
 */
export function fillChannel(
  column: Float64Array,
  order: OrderedRows,
  steps: LaidSteps,
  duplicates: SeriesKind["duplicates"],
  target: ChannelTarget,
): ChannelCounts {
  const raw = readSteps(column, order.rows, steps, duplicates);
  let [interpolated, infinite] = [0, 0];
  let filled: Uint8Array | null = null;
  for (let step = 0; step < steps.count; step++) {
    if (!Number.isNaN(raw[step])) continue;
    filled ??= new Uint8Array(steps.count);
    filled[step] = 1;
    if (steps.origin[step] !== NO_ROW) interpolated++;
  }
  for (let part = 0; part < steps.seriesOf.length;) {
    const series = steps.seriesOf[part]!; // part < length
    const first = part;
    while (part < steps.seriesOf.length && steps.seriesOf[part] === series) part++;
    const own = raw.subarray(steps.starts[first], steps.starts[part]);
    infinite += tameInfinite(own);
    const itsOwn = momentsOf(own.filter((value) => !Number.isNaN(value)));
    const { mean, sd } = target.scaleOf?.(series, itsOwn) ?? itsOwn;
    const { channel, channels } = target;
    target.centers[series * channels + channel] = Number.isNaN(mean) ? 0 : mean;
    target.scales[series * channels + channel] = sd > 0 ? sd : 0;
    for (let one = first; one < part; one++)
      writePart(raw, steps.starts[one]!, steps.starts[one + 1]!, mean, sd, target);
  }
  return { interpolated, infinite, filled };
}

function readSteps(
  column: Float64Array,
  rows: Uint32Array,
  { count, stepOf, duplicates: repeated }: LaidSteps,
  rule: SeriesKind["duplicates"],
): Float64Array {
  const raw = new Float64Array(count).fill(NaN);
  const seen = repeated > 0 && rule === "mean" ? new Uint32Array(count) : null;
  for (const row of rows) {
    const step = stepOf[row]!; // by row
    const value = column[row]!;
    if (step === NO_ROW || Number.isNaN(value)) continue;
    const before = raw[step]!;
    if (Number.isNaN(before) || rule === "last") raw[step] = value;
    else if (seen) raw[step] = before + (value - before) / (seen[step]! + 1);
    if (seen) seen[step]!++;
  }
  return raw;
}

/** Puts the largest and smallest finite value in the place of the infinite ones; how many there were. */
function tameInfinite(values: Float64Array): number {
  let [low, high, count] = [Infinity, -Infinity, 0];
  for (const value of values) {
    if (value === Infinity || value === -Infinity) count++;
    else if (!Number.isNaN(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (count === 0) return 0;
  values.forEach((value, i) => {
    if (value === Infinity) values[i] = high >= low ? high : 0;
    else if (value === -Infinity) values[i] = high >= low ? low : 0;
  });
  return count;
}

function writePart(raw: Float64Array, from: number, to: number, mean: number, sd: number, target: ChannelTarget): void {
  const { values, channel, channels } = target;
  const write = (step: number, value: number) => {
    values[step * channels + channel] = sd > 0 ? scaled(value, mean, sd, MAX_STANDARDISED_VALUE) : 0;
  };
  let known = -1;
  for (let step = from; step < to; step++) {
    const value = raw[step]!; // step < length
    if (Number.isNaN(value)) continue;
    const before = known < 0 ? value : raw[known]!;
    const start = known < 0 ? from : known + 1;
    for (let gap = start; gap < step; gap++)
      write(gap, known < 0 ? value : before + (value - before) * ((gap - known) / (step - known)));
    write(step, value);
    known = step;
  }
  const last = known < 0 ? mean : raw[known]!;
  for (let step = known < 0 ? from : known + 1; step < to; step++) write(step, last);
}
