import { withoutSlow } from "../bent-trend";
import { seasonMedians, type SeasonMedians } from "./season-medians";
import { meanSize, medianOf, minus, sizeAmong, sizeOf } from "./robust";
import { slowTrend } from "./slow-trend";

/** What one channel of one series ordinarily does. */
export interface Course {
  /** What each step is expected to be, in the units of the values given. */
  readonly expected: Float64Array;
  /** How far each step is from that, in its usual size; 0 throughout where nothing varies. */
  readonly residual: Float64Array;
  /** The usual size at each step. */
  readonly size: Float64Array;
  /** Steps of the season that it follows; null where none explains enough. */
  readonly season: number | null;
}

export interface CourseInput {
  readonly values: Float64Array;
  /** How many steps each lies after the first, steps that are missing counted. */
  readonly places: Float64Array;
  /** Periods that the season may have, in steps. */
  readonly periods: readonly number[];
}

/** A season takes this share off the usual residual, that of a longer one as much off what the shorter leaves. */
const MIN_SHARE_TAKEN = 0.2;
/** Steps without their own phase are expected by so many seasons at least. */
const MIN_SEASONS = 3;

/**
 * Trend and season by medians, so that what is strange does not become what is expected: a robust decomposition with a
 * season that stays and a trend too slow to follow a stretch (after Cleveland et al. 1990). n log n.
 */
export function courseOf({ values, places, periods }: CourseInput): Course {
  const count = values.length;
  const season = bestSeason(values, places, periods);
  const trend = slowTrend(season ? minus(values, season.usual) : values, season?.period ?? 1);
  const expected = trend.map((slow, step) => slow + (season?.usual[step] ?? 0));
  const residual = minus(values, expected);
  const all = sizeOf(residual);
  const size = new Float64Array(count).fill(all);
  if (season && all > 0)
    for (const steps of season.stepsOf) {
      const least = sizeAmong(
        Float64Array.from(steps, (step) => residual[step]!),
        all,
      ); // steps of the series
      for (const step of steps) size[step] = least;
    }
  for (let step = 0; step < count; step++) residual[step] = all > 0 ? residual[step]! / size[step]! : 0; // step < count
  return { expected, residual, size, season: season?.period ?? null };
}

interface Season extends SeasonMedians {
  readonly period: number;
  readonly phases: Uint32Array;
}

/** Seasons are told of what is left without all that is slower than them, so that a trend that bends hides none. */
function bestSeason(values: Float64Array, places: Float64Array, periods: readonly number[]): Season | null {
  let best: Season | null = null;
  for (const period of periods.toSorted((one, other) => one - other)) {
    if (period < 2 || values.length < MIN_SEASONS * period) continue;
    const level = withoutSlow(values, period);
    const middle = medianOf(level);
    const flat = level.map((value) => value - middle);
    const phases = Uint32Array.from(places, (place) => place % period);
    const medians = seasonMedians(flat, phases, period);
    const least = meanSize(best ? minus(flat, best.usual) : flat);
    if (meanSize(minus(flat, medians.usual)) < (1 - MIN_SHARE_TAKEN) * least) best = { ...medians, period, phases };
  }
  return best;
}
