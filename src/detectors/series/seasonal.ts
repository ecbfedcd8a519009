import type { Context } from "../../core/detect/context";
import { defineSeriesDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { selectQuantiles } from "../../core/math/quantile-select";
import type { SeriesSamples } from "../../core/series/series-samples";
import { byDepartures, type Found } from "../../core/series/departures";
import { movingMean, smoothingParam, stepsOf } from "../../core/series/moving-mean";
import { slotAt, slotsOf, type Slots } from "./season";
import { usualSize } from "./spread";

/** What is usual at each time of the season. */
export interface SeasonalModel {
  readonly slots: Slots;
  /** [channels, slots] */
  readonly medians: Float64Array;
  /** Usual size of the residuals of each channel. */
  readonly spread: Float64Array;
  /** Steps over which departures are averaged. */
  readonly smoothing: number;
}

/**
 * |x - median of its slot| / the usual residual, averaged over a moving window. A slot is a time of day by day type
 * (weekday or weekend), a time of the week, or a phase of the series' own period.
 */
export const seasonal = defineSeriesDetector({
  id: "seasonal",
  version: 1,
  label: "Seasonal baseline",
  family: "series",
  keepsCourse: true,
  summary:
    "Learns what is usual at this time of day, on this type of day, and measures how far the series is from that.",
  blindTo: "Odd shapes at usual levels; and a season that drifts, grows or is interrupted by holidays.",
  reference:
    "Hyndman, R. J. & Athanasopoulos, G. (2021). Forecasting: Principles and Practice, 3rd ed. OTexts, ch. 3 and 5.2 (seasonal naive); here with medians over all seasons, as in robust decomposition: Cleveland, R. B. et al. (1990). STL. J. Off. Stat. 6(1).",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: {
    season: {
      kind: "choice",
      label: "Season",
      help: "What a step is compared with: the same time of day, of the week, or phase of the series' own period.",
      default: "auto",
      options: ["auto", "day-type", "day", "week", "period", "none"],
      main: true,
    },
    smoothing: { ...smoothingParam, default: 1 },
  },
  async fit(series, { season, smoothing }, context) {
    requireSamples(series);
    const slots = slotsOf(series, season);
    const slotOf = Uint32Array.from(series.times, (time) => slotAt(slots, time));
    const model = {
      slots,
      medians: new Float64Array(series.width * slots.count),
      spread: new Float64Array(series.width),
      smoothing: smoothing === 0 ? 1 : stepsOf(series, smoothing),
    };
    const values = series.block(0, series.count);
    for (let channel = 0; channel < series.width; channel++) {
      const own = Float64Array.from({ length: series.count }, (_, step) => values[step * series.width + channel]!); // a step
      const medians = mediansBySlot(own, slotOf, slots.count);
      model.medians.set(medians, channel * slots.count);
      model.spread[channel] = usualSize(own.map((value, step) => value - medians[slotOf[step]!]!)); // a slot for each step
      await context.checkpoint((channel + 1) / series.width);
    }
    return model;
  },
  ...byDepartures(findOffSeason),
});

/** The median of each slot; of a slot without steps that of all. */
function mediansBySlot(values: Float64Array, slotOf: Uint32Array, count: number): Float64Array {
  const begins = new Uint32Array(count + 1);
  for (const slot of slotOf) begins[slot + 1]!++; // slot < count
  for (let slot = 0; slot < count; slot++) begins[slot + 1]! += begins[slot]!; // one more begin than slots
  const bySlot = new Float64Array(values.length);
  const next = begins.slice();
  slotOf.forEach((slot, step) => {
    bySlot[next[slot]!++] = values[step]!; // a slot; a step
  });
  const [overall = 0] = selectQuantiles(values.slice(), [0.5]);
  return Float64Array.from({ length: count }, (_, slot) => {
    const own = bySlot.subarray(begins[slot], begins[slot + 1]);
    return own.length > 0 ? (selectQuantiles(own, [0.5])[0] ?? overall) : overall;
  });
}

async function findOffSeason(
  { slots, medians, spread, smoothing }: SeasonalModel,
  samples: SeriesSamples,
  context: Context,
): Promise<Found> {
  const { width } = samples;
  const values = samples.block(0, samples.count);
  const departures = new Float64Array(values.length);
  const expected = new Float32Array(values.length);
  samples.times.forEach((time, step) => {
    const slot = slotAt(slots, time);
    for (let channel = 0, at = step * width; channel < width; channel++, at++) {
      const median = medians[channel * slots.count + slot]!; // slot < count
      expected[at] = median;
      departures[at] = Math.abs(values[at]! - median) / spread[channel]!; // one for each channel
    }
  });
  await context.checkpoint(0.5);
  const smooth = movingMean(departures, samples, smoothing);
  await context.checkpoint(1);
  return { departures: smooth, expected };
}
