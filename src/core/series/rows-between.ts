import { seriesAt } from "./whole-series";
import { NO_ROW } from "./series-samples";
import type { PreparedSeries } from "./series-samples-of";

/** The rows of one whole series whose steps lie between two times, both included, ascending. */
export function rowsBetween(prepared: PreparedSeries, series: number, from: number, to: number): Uint32Array {
  const { stepOf, samples } = prepared;
  const { times } = samples;
  return Uint32Array.from(stepOf.keys()).filter((row) => {
    const step = stepOf[row]!; // one for each row
    if (step === NO_ROW) return false;
    const time = times[step]!; // a step
    return time >= from && time <= to && seriesAt(prepared, step) === series;
  });
}
