import { matrixSamples } from "../../core/detect/samples";
import type { PreparedEvents } from "../../core/series/event-samples-of";
import { NO_ROW } from "../../core/series/series-samples";
import type { WindowSamples } from "../../core/series/window-samples";
import { windowsAround } from "../../core/series/windows";
import { nearestOrdinary } from "../explain/nearest-ordinary";
import type { MapPoints } from "../engine-kind";
import type { Windowed } from "./series-inputs";

/** The window in whose middle a step lies best. */
function windowOf({ windows }: WindowSamples, step: number): number {
  const { from, to } = windowsAround(windows, step);
  return Math.min(to - 1, (from + to) >> 1);
}

/** Where the rows of a series lie among its windows, so that they can be drawn on a map. */
export function windowPoints({ samples, series }: Windowed): MapPoints {
  return { samples, sampleAt: (row) => windowOf(samples, series.stepOf[row]!) }; // asked of scored rows only
}

/** Events by how rare their symbol is (bits) and how late they come in their sequence. */
export function eventPoints(events: PreparedEvents): MapPoints {
  const { samples, counts, stepOf } = events;
  const codes = samples.block(0, samples.count);
  const values = new Float32Array(2 * samples.count);
  for (let sequence = 0; sequence + 1 < samples.starts.length; sequence++) {
    const from = samples.starts[sequence]!; // sequence + 1 < length
    for (let event = from; event < samples.starts[sequence + 1]!; event++) {
      values[2 * event] = -Math.log2(counts[codes[event]!]! / samples.count); // a symbol of the vocabulary
      values[2 * event + 1] = Math.log2(1 + event - from);
    }
  }
  return { samples: matrixSamples(values, ["rarity", "place"], samples.origin), sampleAt: (row) => stepOf[row]! };
}

/**
 * The row at the same place in the window of values that resembles the one around `row` most, among those that hold
 * no flagged step and do not overlap it; null where there is none.
 */
export function nearestOrdinaryStep(
  { samples, series }: Windowed,
  scores: Float64Array,
  row: number,
  threshold: number,
): number | null {
  const { origin, count } = series.samples;
  const { first, end } = samples.windows;
  const step = series.stepOf[row] ?? NO_ROW;
  if (step === NO_ROW) return null;
  const flaggedBefore = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++)
    flaggedBefore[i + 1] = flaggedBefore[i]! + (origin[i] !== NO_ROW && scores[origin[i]!]! >= threshold ? 1 : 0); // i < count
  const target = windowOf(samples, step);
  const found = nearestOrdinary(samples, target, (window) => {
    const isApart = first[window]! >= end[target]! || end[window]! <= first[target]!;
    return isApart && flaggedBefore[end[window]!] === flaggedBefore[first[window]!];
  });
  if (found === null) return null;
  const place = Math.min(end[found]! - 1, first[found]! + step - first[target]!); // a window that was found
  for (let away = 0; away < end[found]! - first[found]!; away++)
    for (const one of [place + away, place - away]) {
      const isWithin = one >= first[found]! && one < end[found]!;
      if (isWithin && origin[one] !== NO_ROW) return origin[one]!;
    }
  return null;
}
