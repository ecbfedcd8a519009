import { defineSeriesDetector } from "../../core/detect/detector";
import { madOfSorted, quantileOfSorted } from "../../core/math/quantile";
import { upperBound, lowerBound } from "../../core/math/sort";
import { MAD_TO_SD } from "../../core/score/summary";
import { byDepartures } from "../../core/series/departures";
import { findBeyondPast, fitPast, spanParam, type Past, type PastBand } from "./past-band";

/** Walking through half of the past for the spread. */
const WORK_PER_STEP = 400;

/**
 * |x - median| / (1.4826 MAD) of the steps before, the step itself left out: the identifier of Hampel, looking back
 * only. Departure: the usual spread of the channel counts like three more steps, so that a step out of a flat
 * stretch has a finite score.
 */
export const rollingRobustZ = defineSeriesDetector({
  id: "rolling-robust-z",
  version: 1,
  label: "Rolling robust z",
  family: "series",
  summary:
    "Counts how many typical deviations a step lies from the median of the steps before; a strange stretch distorts the measure only once it fills half of them.",
  blindTo: "Slow drifts, and what repeats by the hour or day.",
  reference:
    "Hampel, F. R. (1974). The influence curve and its role in robust estimation. JASA 69(346); Pearson, R. K. (2002). Outliers in process modeling and identification. IEEE Trans. Control Syst. Technol. 10(1).",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: { span: spanParam },
  fit: (samples, { span }, context) => fitPast(samples, { span, k: 0 }, medianOfPast, WORK_PER_STEP, context),
  ...byDepartures((model: PastBand, samples, context) =>
    findBeyondPast(model, samples, medianOfPast, WORK_PER_STEP, context),
  ),
});

function medianOfPast(span: number): Past {
  const ring = new Float64Array(span);
  const sorted = new Float64Array(span);
  let [count, next] = [0, 0];
  return {
    get count() {
      return count;
    },
    centre: () => quantileOfSorted(sorted.subarray(0, count), 0.5),
    spread: () => MAD_TO_SD * madOfSorted(sorted.subarray(0, count)),
    put(value) {
      if (count === span) {
        const gone = lowerBound(sorted, ring[next]!); // next < span
        sorted.copyWithin(gone, gone + 1, count);
        count--;
      }
      const place = upperBound(sorted.subarray(0, count), value);
      sorted.copyWithin(place + 1, place, count);
      sorted[place] = value;
      count++;
      ring[next] = value;
      next = (next + 1) % span;
    },
  };
}
