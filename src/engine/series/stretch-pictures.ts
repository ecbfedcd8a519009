import type { RowExplanation } from "../../core/explain/explanation";
import { bucketsOf } from "../../core/series/envelope";
import { NO_ROW } from "../../core/series/series-samples";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { seriesAt, wholeOf } from "../../core/series/whole-series";
import type { Thing } from "../calls/findings";
import type { Picture } from "../calls/reports";
import { rangesOf, timesOf } from "./series-overview";

const MAX_CHANNELS = 2;
const BUCKETS = 240;
/** So many steps are drawn on either side, or as many as the stretch itself has. */
const LEAST_AROUND = 60;

/** Each stretch with what is around it, in the channels that are blamed for it. */
export function stretchPictures(
  things: readonly Thing[],
  explanations: readonly RowExplanation[],
  series: PreparedSeries,
): (Picture | null)[] {
  const { samples, stepOf, channelColumns } = series;
  const values = samples.block(0, samples.count);
  return things.map(({ row, place }, at): Picture | null => {
    const step = stepOf[row] ?? NO_ROW;
    if (place.is !== "stretch" || step === NO_ROW) return null;
    const whole = seriesAt(series, step);
    const { first, end, firstPart, endPart } = wholeOf(series, whole);
    const around = Math.max(LEAST_AROUND, place.steps);
    const from = samples.times[Math.max(first, step - place.steps - around)] ?? place.from;
    const to = samples.times[Math.min(end - 1, step + place.steps + around)] ?? place.to;
    const buckets = bucketsOf(samples, firstPart, endPart, { from, to, most: BUCKETS });
    const blamed = explanations[at]?.contributions.map(({ column }) => channelColumns.indexOf(column)) ?? [];
    const channels = [...new Set(blamed.filter((channel) => channel >= 0))];
    return {
      is: "course",
      isClock: place.isClock,
      from: place.from,
      to: place.to,
      channels: (channels.length > 0 ? channels : [0]).slice(0, MAX_CHANNELS).map((channel) => ({
        column: channelColumns[channel]!, // a channel
        times: timesOf(series, buckets),
        breaks: buckets.breaks,
        ...rangesOf(series, whole, channel, buckets, values),
      })),
    };
  });
}
