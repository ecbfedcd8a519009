import { lowerBound, upperBound } from "../math/sort";
import type { PreparedSeries } from "./series-samples-of";

/** The parts of a whole series, `first` (included) to `end` (excluded), and its steps, likewise. */
export interface Whole {
  readonly firstPart: number;
  readonly endPart: number;
  readonly first: number;
  readonly end: number;
}

/** Where a whole series lies; nothing at all where no row of it has a step. */
export function wholeOf({ seriesOf, samples }: PreparedSeries, series: number): Whole {
  const firstPart = lowerBound(seriesOf, series);
  const endPart = upperBound(seriesOf, series);
  return {
    firstPart,
    endPart,
    first: samples.starts[firstPart] ?? samples.count,
    end: samples.starts[endPart] ?? samples.count,
  };
}

/** Which whole series a step is of. */
export function seriesAt({ seriesOf, samples }: PreparedSeries, step: number): number {
  return seriesOf[upperBound(samples.starts, step) - 1] ?? 0;
}

/** Leads from the samples of one channel of a whole series back to the units of its column. */
export function unitsOf(
  { samples, centers, scales }: PreparedSeries,
  series: number,
  channel: number,
): { readonly center: number; readonly scale: number; back(value: number): number } {
  const at = series * samples.width + channel;
  const center = centers[at] ?? 0;
  const scale = scales[at] ?? 0;
  return { center, scale, back: (value) => center + scale * value };
}
