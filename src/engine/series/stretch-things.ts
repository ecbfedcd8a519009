import { flaggedStretches } from "../../core/series/flagged-stretches";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { seriesAt } from "../../core/series/whole-series";
import type { Thing, Things } from "../calls/findings";
import type { Standing } from "../engine-kind";
import type { StoredRun } from "../stored-run";

/** Of series: the flagged stretches, the highest peak first. */
export function stretchThings({ result }: StoredRun, series: PreparedSeries, standing: Standing): Things {
  const { samples, names } = series;
  const found = flaggedStretches(samples, result.scores, standing.threshold, standing.rule);
  const things = found.slice(0, standing.most).map(({ from, to, peak }): Thing => {
    const last = to - 1;
    return {
      row: samples.origin[peak]!, // a flagged step has a row
      place: {
        is: "stretch",
        series: names.length > 1 ? (names[seriesAt(series, from)] ?? "") : "",
        from: samples.times[from]!, // steps of a stretch
        to: samples.times[last]!,
        steps: to - from,
        isClock: samples.isClock,
      },
    };
  });
  return { things, total: found.length };
}
