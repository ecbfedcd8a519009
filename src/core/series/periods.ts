import { correlationsOf, MAX_STEPS_READ } from "./autocorrelation";
import { withoutBends, withoutSlow } from "./bent-trend";
import { alikenessOf, blurred, peaksOf } from "./period-peaks";
import { sharpened } from "./sharpen-period";

/** A repetition that a series shows. */
export interface Period {
  /** Steps until it repeats itself. */
  readonly steps: number;
  /** The autocorrelation at that lag: 1 where each repetition is as the one before. */
  readonly strength: number;
}

/** A peak of a correlation. */
interface Peak extends Period {
  readonly by: Float64Array;
}

/** What repeats faster is the jitter of neighbouring steps; its multiples are no periods either. */
const MIN_STEPS = 4;
/** A longer period takes this share off what a shorter one leaves over, or it is only its multiple. */
const MIN_SHARE_TAKEN = 0.2;
/** And so much at least: the ends of a series are of another phase. */
const MIN_GAIN = 0.01;
/** And more than chance: so many standard errors. */
const MIN_GAIN_ERRORS = 3;
/** What is sharp stands so many errors above its blurred surroundings. */
const SHARPER_ERRORS = 3;
/** How near two periods are that are the same, as a share. */
const SAME_PERIOD_WITHIN = 0.1;
/** What a part of a period says has to be this share of what the whole says, or it is a harmonic. */
const MIN_PART_STRENGTH = 0.5;
/** Where slow wandering hides a season it is taken away, ever faster wandering by this factor each time. */
const SCALE_FACTOR = 5;
const MIN_SCALE = 12;
const MAX_PERIODS = 5;
/** So near, as a share, and so many times at most, for more times are near to everything. */
const WHOLE_TIMES_WITHIN = 0.04;
const MAX_TIMES = 12;

/**
 * The periods of evenly spaced `values`, the strongest first: peaks of the autocorrelation that stand out of the valleys
 * beside them, once a bent trend is taken away and spikes are cut short. A multiple of a period is one only where it
 * takes a good part off what that leaves over, as the week does over a day. n log n.
 */
export function periodsOf(values: ArrayLike<number>): Period[] {
  const read = Float64Array.from({ length: Math.min(values.length, MAX_STEPS_READ) }, (_, i) => values[i]!); // i < length
  const flat = withoutBends(read);
  let found = periodsWithin(flat, Infinity);
  for (let scale = read.length / SCALE_FACTOR; scale >= MIN_SCALE; scale /= SCALE_FACTOR) {
    const hidden = periodsWithin(withoutSlow(flat, Math.round(scale)), scale / 2);
    found = found.concat(hidden.filter(({ steps }) => !found.some((known) => isSame(steps, known.steps))));
  }
  const long = found
    .filter(({ steps }) => steps >= MIN_STEPS)
    .sort((one, other) => other.strength - one.strength || one.steps - other.steps);
  const strongest = long[0] ?? { steps: 0, strength: 0 };
  const kept = long
    .filter(({ steps, strength }) => steps >= strongest.steps || strength >= MIN_PART_STRENGTH * strongest.strength)
    .slice(0, MAX_PERIODS);
  return kept.map((one, at) => wholeTimes(one, kept.slice(0, at)));
}

/** A period that comes nearly a whole number of times within a clearer one does so exactly, as days do in a week. */
function wholeTimes(period: Period, clearer: readonly Period[]): Period {
  for (const { steps } of clearer) {
    const times = Math.round(steps / period.steps);
    const exact = Math.round(steps / times);
    const isNear = Math.abs(exact - period.steps) <= WHOLE_TIMES_WITHIN * exact;
    if (times >= 2 && times <= MAX_TIMES && isNear) return { ...period, steps: exact };
  }
  return period;
}

function periodsWithin(flat: Float64Array, most: number): Period[] {
  const count = flat.length;
  const correlation = correlationsOf(flat, Math.floor(count / 2));
  // Fewer pairs are that far apart: each lag is measured by its own.
  for (let lag = 0; lag < correlation.length; lag++) correlation[lag]! *= count / (count - lag);
  const { reach, error } = alikenessOf(correlation);
  const soft = blurred(correlation, reach);
  const chosen: Period[] = [];
  // From short to long, so that multiples meet the period that they are multiples of.
  for (const peak of peaksOfBoth(correlation, soft, { alike: error, count, most }))
    if (chosen.every((one) => !isSame(peak.steps, one.steps) && isBeyond(peak, one, { error, count })))
      chosen.push(peak);
  return chosen.map(({ steps, strength }) => ({ steps: sharpened(soft, steps), strength: Math.min(1, strength) }));
}

/** Blurred correlations tell where a soft wave repeats itself, sharp ones see what is as short as a step. Ascending. */
function peaksOfBoth(
  correlation: Float64Array,
  soft: Float64Array,
  { alike, count, most }: { alike: number; count: number; most: number },
): Peak[] {
  const peaksIn = (by: Float64Array) =>
    peaksOf({ correlation: by, alike, count }, most).map((steps): Peak => ({ steps, strength: by[steps]!, by })); // a lag
  const ofSharp = peaksIn(correlation)
    // The highest of many noisy correlations is higher than their mean by chance.
    .filter(({ steps, strength }) => strength > soft[steps]! + SHARPER_ERRORS / Math.sqrt(count - steps));
  return peaksIn(soft)
    .filter(({ steps }) => !ofSharp.some((one) => isSame(steps, one.steps)))
    .concat(ofSharp)
    .sort((one, other) => one.steps - other.steps);
}

/** Whether a period says more than `shorter` says already, of which it may be a multiple. */
function isBeyond(
  { steps, strength, by }: Peak,
  shorter: Period,
  { error, count }: { error: number; count: number },
): boolean {
  const left = Math.max(0, 1 - shorter.strength);
  // Each multiple resembles as much: a longer period stands out from those before and after it.
  const beside = Math.max(by[steps - shorter.steps] ?? 0, by[steps + shorter.steps] ?? 0);
  const gain = Math.min(strength - shorter.strength, 2 * (strength - beside));
  const least = left * Math.max(MIN_SHARE_TAKEN, MIN_GAIN_ERRORS * error * Math.sqrt(2 / (count - steps)));
  return gain >= Math.max(MIN_GAIN, least);
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(1, SAME_PERIOD_WITHIN * other);
}
