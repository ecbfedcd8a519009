import { studentQuantile } from "../../math/student-tail";
import { biweights, loess } from "./loess";
import { meanSize, medianOf, minus, STEPS_THAT_ALL_COUNT, sizeAmong, sizeOf } from "./robust";
import { seasonMedians } from "./season-medians";

/** What a channel does at each phase of each of its periods, and how far it usually is from that. */
export interface Seasons {
  readonly seasons: readonly { readonly period: number; readonly profile: Float64Array }[];
  /** The usual residual at each phase of the longest period; one for all where there is none. */
  readonly sizes: Float64Array;
  /** Steps that the trend is smoothed over. */
  readonly window: number;
}

/** One channel of one series. */
export interface SeasonInput {
  readonly values: Float64Array;
  /** 0 where nothing was measured, else 1. */
  readonly measured: Float64Array;
  /** Steps from a moment that all series share. */
  readonly places: Float64Array;
}

const ROUNDS = 3;
/** A season takes this share off what trend and shorter seasons leave. */
const MIN_SHARE_TAKEN = 0.1;
const MIN_SEASONS = 3;
/** The trend is slower than so many of the longest seasons, and than this part of the series: a stretch does not bend it. */
const SEASONS_PER_TREND = 3;
const TREND_SHARE = 0.1;
const MIN_WINDOW = 25;
/** How much a median deviation tells of the size of normal noise, against all that the steps tell. */
const STEPS_WORTH_OF_MEDIANS = 0.37;
/** The share of normal noise beyond three deviations. */
const BEYOND_THREE = 0.0027;
/** No size is less than this part of what the channel itself varies: of a perfect course only rounding is left. */
const MIN_SHARE_OF_SPREAD = 0.01;

/**
 * Trend and seasons of several periods, robust: in turns the trend is smoothed with what is strange left aside, and each
 * season is the median of its phases without trend and the other seasons (STL, Cleveland et al. 1990; MSTL, Bandara et
 * al. 2021; here seasons stay as they are). Of several series the seasons are those that they share. n log n.
 */
export function seasonsOf(series: readonly SeasonInput[], periods: readonly number[]): Seasons {
  const longest = Math.max(1, ...series.map(({ values }) => values.length));
  const places = joined(series.map((one) => one.places));
  const fits = periods.filter((period) => period >= 2 && longest >= MIN_SEASONS * period).sort((a, b) => a - b);
  const window = Math.max(MIN_WINDOW, Math.round(TREND_SHARE * longest), SEASONS_PER_TREND * (fits.at(-1) ?? 0));
  const measured = joined(series.map((one) => one.measured));
  const values = joined(series.map((one) => one.values));
  let weights = measured;
  let season: Float64Array = new Float64Array(values.length);
  let seasons: Seasons["seasons"] = [];
  let residual = values;
  for (let round = 0; round < ROUNDS; round++) {
    const trend = smoothed(series, minus(values, season), weights, window);
    const flat = minus(values, trend);
    seasons = round === 0 ? chosen(flat, measured, places, fits) : refined(flat, measured, places, seasons);
    season = places.map((place) => seasonAt(seasons, place));
    residual = minus(flat, season);
    const size = sizeOf(residual.filter((_, at) => measured[at]! > 0)); // one for each
    weights = biweights(residual, size).map((weight, at) => weight * measured[at]!); // one for each
  }
  const least = MIN_SHARE_OF_SPREAD * sizeOf(values.filter((_, at) => measured[at]! > 0)); // one for each
  const sizes = sizesOf(residual, measured, places, seasons.at(-1)?.period ?? 1).map((size) => Math.max(least, size));
  return { seasons, sizes, window };
}

/** What is expected of a series of such seasons: its own trend and the seasons. */
export function expectedBy({ seasons, window }: Seasons, { values, measured, places }: SeasonInput): Float64Array {
  const season = places.map((place) => seasonAt(seasons, place));
  const flat = minus(values, season);
  let weights = measured;
  let trend = values;
  for (let round = 0; round < ROUNDS; round++) {
    trend = loess(flat, weights, window);
    const residual = minus(flat, trend);
    const size = sizeOf(residual.filter((_, at) => measured[at]! > 0)); // one for each
    weights = biweights(residual, size).map((weight, at) => weight * measured[at]!); // one for each
  }
  return trend.map((slow, at) => slow + season[at]!); // one for each
}

/** The usual residual at a place. */
export function sizeAt({ sizes }: Seasons, place: number): number {
  return sizes[phaseOf(place, sizes.length)]!; // a phase
}

function seasonAt(seasons: Seasons["seasons"], place: number): number {
  let sum = 0;
  for (const { period, profile } of seasons) sum += profile[phaseOf(place, period)]!; // a phase
  return sum;
}

function phaseOf(place: number, period: number): number {
  return ((place % period) + period) % period;
}

function smoothed(series: readonly SeasonInput[], values: Float64Array, weights: Float64Array, window: number) {
  const trend = new Float64Array(values.length);
  let from = 0;
  for (const { values: own } of series) {
    const to = from + own.length;
    trend.set(loess(values.subarray(from, to), weights.subarray(from, to), window), from);
    from = to;
  }
  return trend;
}

/** From short to long, each that says more than those before it: of each step without itself, so that chance says nothing. */
function chosen(flat: Float64Array, measured: Float64Array, places: Float64Array, periods: readonly number[]) {
  const kept: { period: number; profile: Float64Array }[] = [];
  let left = flat;
  for (const period of periods) {
    const phases = Uint32Array.from(places, (place) => phaseOf(place, period));
    const { usual } = seasonMedians(left, phases, period);
    if (!(meanSize(minus(left, usual)) < (1 - MIN_SHARE_TAKEN) * meanSize(left))) continue;
    const profile = profileOf(left, measured, places, period);
    left = left.map((value, at) => value - profile[phaseOf(places[at]!, period)]!); // one for each
    kept.push({ period, profile });
  }
  return kept;
}

function refined(flat: Float64Array, measured: Float64Array, places: Float64Array, before: Seasons["seasons"]) {
  const seasons = [...before];
  for (const [at, { period }] of before.entries()) {
    const others = seasons.filter((_, other) => other !== at);
    const own = flat.map((value, step) => value - seasonAt(others, places[step]!)); // one for each
    seasons[at] = { period, profile: profileOf(own, measured, places, period) };
  }
  return seasons;
}

/** The median of each phase, around 0. */
function profileOf(values: Float64Array, measured: Float64Array, places: Float64Array, period: number): Float64Array {
  const lists = byPhase(values, measured, places, period);
  const profile = Float64Array.from(lists, (list) => (list.length > 0 ? medianOf(list) : 0));
  const middle = profile.reduce((sum, one) => sum + one, 0) / period;
  return profile.map((one) => one - middle);
}

function sizesOf(residual: Float64Array, measured: Float64Array, places: Float64Array, period: number): Float64Array {
  const all = sizeOf(residual.filter((_, at) => measured[at]! > 0)); // one for each
  return Float64Array.from(
    byPhase(residual, measured, places, period),
    (list) => sizeAmong(list, all) * asFewTell(list.length + STEPS_THAT_ALL_COUNT),
  );
}

/** By how much a size that so many steps tell is too small at three of it, where it is taken for one that is known. */
function asFewTell(steps: number): number {
  return studentQuantile(BEYOND_THREE, STEPS_WORTH_OF_MEDIANS * steps) / 3;
}

function byPhase(values: Float64Array, measured: Float64Array, places: Float64Array, period: number): number[][] {
  const lists: number[][] = Array.from({ length: period }, () => []);
  values.forEach((value, at) => {
    if (measured[at]! > 0) lists[phaseOf(places[at]!, period)]!.push(value); // one for each; a phase
  });
  return lists;
}

function joined(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((sum, one) => sum + one.length, 0));
  let from = 0;
  for (const one of arrays) {
    all.set(one, from);
    from += one.length;
  }
  return all;
}
