import { defineSeriesDetector } from "../../core/detect/detector";
import { byDepartures } from "../../core/series/departures";
import { findBeyondPast, fitPast, spanParam, type Past, type PastBand } from "./past-band";

const WORK_PER_STEP = 20;

/**
 * How far x lies beyond m ± k sd, in sd, with the mean m and standard deviation sd of the steps before, the step itself
 * left out; 0 within the band, so that beside other detectors it adds only what leaves it. Unlike
 * the rule, the usual sd of the channel counts like three more steps, so that a step out of a flat stretch has a finite
 * score.
 */
export const rollingMean = defineSeriesDetector({
  id: "rolling-mean",
  version: 1,
  label: "Rolling mean ± k·sd",
  family: "series",
  summary:
    "Draws a band of k standard deviations around the mean of the steps before and measures how far a step leaves it.",
  blindTo:
    "Slow drifts, and what repeats by the hour or day; after a strange stretch the band is too wide for a while.",
  reference:
    "Shewhart, W. A. (1931). Economic Control of Quality of Manufactured Product. Van Nostrand; here over a moving window.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: {
    k: {
      kind: "number",
      label: "Band half-width (k)",
      help: "How many standard deviations still count as ordinary: within the band the score is 0.",
      default: 4,
      min: 0,
      max: 10,
      step: 0.1,
      main: true,
    },
    span: spanParam,
  },
  fit: (samples, params, context) => fitPast(samples, params, meanOfPast, WORK_PER_STEP, context),
  ...byDepartures((model: PastBand, samples, context) =>
    findBeyondPast(model, samples, meanOfPast, WORK_PER_STEP, context),
  ),
});

function meanOfPast(span: number): Past {
  const ring = new Float64Array(span);
  let [count, next, mean, squares] = [0, 0, 0, 0];
  return {
    get count() {
      return count;
    },
    centre: () => mean,
    spread: () => Math.sqrt(Math.max(0, squares / count)),
    put(value) {
      const oldest = ring[next]!; // next < span
      ring[next] = value;
      next = (next + 1) % span;
      // The sum of squared deviations is carried along (Welford 1962), so that large levels keep their digits.
      const before = mean;
      if (count < span) {
        count++;
        mean += (value - before) / count;
        squares += (value - before) * (value - mean);
      } else {
        mean += (value - oldest) / count;
        squares += (value - oldest) * (value - mean + oldest - before);
      }
    },
  };
}
