import type { SeriesOverview, Stretch } from "../../engine/protocol";

/** A range of time, both ends included. */
export interface Around {
  readonly from: number;
  readonly to: number;
}

const STEPS_AROUND = 24;
const MS_PER_WEEK = 7 * 86_400_000;
const MAX_OTHER_WEEKS = 6;

/** A stretch with as much again on either side, or at least two dozen steps, as far as its series goes. */
export function timesAround(
  { series, from, to }: Pick<Stretch, "series" | "from" | "to">,
  { step, series: all }: Pick<SeriesOverview, "step" | "series">,
): Around {
  const room = Math.max(to - from, STEPS_AROUND * step);
  const times = all[series]?.line.times;
  // A line tells the first time of each bucket: the last bucket may go on.
  const last = Math.max(to, times?.at(-1) ?? Infinity);
  return { from: Math.max(from - room, times?.[0] ?? -Infinity), to: Math.min(to + room, last) };
}

/** The same range of other weeks that lie wholly between two times: the nearest ones, six at most, in order. */
export function sameHourRanges({ from, to }: Around, first: number, last: number): readonly Around[] {
  // Longer than a week, it would be laid over itself.
  const least = Math.max(1, Math.ceil((to - from) / MS_PER_WEEK));
  const ranges: Around[] = [];
  for (let weeks = least; ranges.length < MAX_OTHER_WEEKS; weeks++) {
    const before = { from: from - weeks * MS_PER_WEEK, to: to - weeks * MS_PER_WEEK };
    const after = { from: from + weeks * MS_PER_WEEK, to: to + weeks * MS_PER_WEEK };
    const found = [before, after].filter((range) => range.from >= first && range.to <= last);
    ranges.push(...found.slice(0, MAX_OTHER_WEEKS - ranges.length));
    if (before.from < first && after.to > last) break;
  }
  return ranges.sort((a, b) => a.from - b.from);
}
