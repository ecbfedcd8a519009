import type { SeriesSamples } from "../../core/series/series-samples";

/** What a step is compared with: steps of the same slot. */
export type Season = "day-type" | "day" | "week" | "period" | "none";

/** Which slot a time belongs to. */
export interface Slots {
  readonly season: Season;
  /** How long the season lasts, in the unit of the times. */
  readonly length: number;
  /** Slots into which the season is cut. */
  readonly perSeason: number;
  /** Slots in all: of days of two types twice as many. */
  readonly count: number;
}

const MS_PER_DAY = 86_400_000;
const MS_PER_WEEK = 7 * MS_PER_DAY;
/** 1970-01-01 was a Thursday. */
const FIRST_MONDAY = 4 * MS_PER_DAY;
/** A season has to be seen twice before it is one. */
const MIN_SEASONS = 2;
/** Steps of a slot, so that its median is steady. */
const MIN_STEPS_PER_SLOT = 8;

/** The slots of `wanted`; of "auto" those of the calendar where times are a clock, else of the period, if any. */
export function slotsOf(samples: SeriesSamples, wanted: Season | "auto"): Slots {
  const season = wanted === "auto" ? suited(samples) : possible(samples, wanted);
  const length = lengthOf(samples, season);
  const types = season === "day-type" ? 2 : 1;
  const stepsPerSeason = Math.max(1, Math.round(length / samples.step));
  // Weekends are the rarer days: two of seven.
  const seasons = (samples.count / stepsPerSeason) * (types === 2 ? 2 / 7 : 1);
  const fullest = Math.floor((stepsPerSeason * seasons) / MIN_STEPS_PER_SLOT);
  const perSeason = season === "none" ? 1 : Math.max(1, Math.min(stepsPerSeason, fullest));
  return { season, length, perSeason, count: perSeason * types };
}

/** The slot of a time. */
export function slotAt({ season, length, perSeason }: Slots, time: number): number {
  if (season === "none") return 0;
  const within = modulo(season === "week" ? time - FIRST_MONDAY : time, length) / length;
  const slot = Math.min(perSeason - 1, Math.floor(within * perSeason));
  return season === "day-type" && isWeekend(time) ? slot + perSeason : slot;
}

function suited(samples: SeriesSamples): Season {
  const span = samples.count * samples.step;
  if (samples.isClock && samples.step <= MS_PER_DAY / 4) {
    if (span >= MIN_SEASONS * MS_PER_WEEK) return "day-type";
    if (span >= MIN_SEASONS * MS_PER_DAY) return "day";
  }
  if (samples.isClock && samples.step <= MS_PER_DAY && span >= MIN_SEASONS * MS_PER_WEEK) return "week";
  return possible(samples, "period");
}

function possible(samples: SeriesSamples, season: Season): Season {
  if (season === "period") return samples.period === null ? "none" : season;
  return season === "none" || samples.isClock ? season : possible(samples, "period");
}

function lengthOf({ period, step }: SeriesSamples, season: Season): number {
  switch (season) {
    case "day-type":
    case "day":
      return MS_PER_DAY;
    case "week":
      return MS_PER_WEEK;
    case "period":
      return (period ?? 1) * step;
    case "none":
      return 1;
    default:
      return season satisfies never;
  }
}

function isWeekend(time: number): boolean {
  return modulo(time - FIRST_MONDAY, MS_PER_WEEK) >= 5 * MS_PER_DAY;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
