import { autocorrelationOf, firstPeakOf } from "./autocorrelation";
import { calendarPeriodOf } from "./calendar-period";
import { periodsOf, type Period } from "./periods";
import type { SeriesPeriod } from "./series-samples";

/** More windows than this tell no detector more; a larger stride makes fewer. */
const MAX_WINDOWS = 100_000;
/** So few windows take no time, and steps that share the same windows share one score: they are flagged together. */
const MAX_WINDOWS_AT_EVERY_STEP = 400;
/** Channels whose repetition is looked at. */
const MAX_CHANNELS_READ = 8;

interface Laid {
  readonly values: Float32Array;
  readonly channels: number;
  /** Where each part begins, and the count. */
  readonly starts: Uint32Array;
  /** Which series each part is of, ascending. */
  readonly seriesOf: Uint32Array;
}

/** A season that explains little more than half of what varies does not say how long what is strange takes. */
const MIN_STRENGTH_OF_RULE = 0.6;
/** A window that holds many periods hides what happens within one. */
const PERIODS_PER_WINDOW = 1.5;
/** What is told of fewer steps than this is told by chance: of shorter periods a window holds more. */
const MIN_STEPS_OF_PERIODS = 48;
const MIN_WINDOW = 50;
const MAX_WINDOW = 400;
/** With fewer windows side by side than this nothing tells which of them are usual. */
const MIN_WINDOWS_SIDE_BY_SIDE = 8;

/** What repeats faster says nothing where it is no clear season: every window holds it many times. */
const MIN_STEPS_OF_FAINT = 25;

/**
 * A twentieth of a series, from 50 to 400 steps, but at most one and a half of the shortest of its clear periods (or as many
 * halves of it as make 48 steps), an eighth of all steps, and half of what lies between two gaps. Without a clear period
 * the lag at which it is faintly like itself again takes its place: so long do things last in it. Of many series, that
 * of the one in which the middle step of all lies. The length of the window matters more than any other choice.
 */
export function suggestedWindow(
  { starts, seriesOf }: Pick<Laid, "starts" | "seriesOf">,
  periods: readonly Period[],
  faint: number | null = null,
): number {
  const parts = Array.from(seriesOf, (_, part) => starts[part + 1]! - starts[part]!); // one more start than parts
  const wholes = new Map<number, number>();
  parts.forEach((length, part) => wholes.set(seriesOf[part]!, (wholes.get(seriesOf[part]!) ?? 0) + length));
  const whole = middleLength([...wholes.values()]);
  const steps = starts.at(-1) ?? 0;
  const twentieth = Math.max(MIN_WINDOW, Math.round(whole / 20));
  const most = Math.min(MAX_WINDOW, Math.floor(middleLength(parts) / 2), Math.floor(steps / MIN_WINDOWS_SIDE_BY_SIDE));
  const clear = periods.filter(rules).map(({ steps }) => steps);
  const ofFaint =
    faint !== null && faint >= MIN_STEPS_OF_FAINT ? Math.max(MIN_WINDOW, windowOfPeriod(faint)) : Infinity;
  return Math.max(1, Math.min(most, twentieth, clear.length > 0 ? windowOfPeriod(Math.min(...clear)) : ofFaint));
}

/** Whether a period is most of what happens: a faint one leaves the window as it would be without. */
function rules({ strength }: Period): boolean {
  return strength >= MIN_STRENGTH_OF_RULE;
}

/** The window that suits a period: one and a half of it, or as many halves as make 48 steps. */
export function windowOfPeriod(period: number): number {
  const halves = Math.max(2 * PERIODS_PER_WINDOW, Math.ceil(MIN_STEPS_OF_PERIODS / (period / 2)));
  return Number.isFinite(period) ? Math.round((halves * period) / 2) : Infinity;
}

/** Half of all steps lie in series of this length or longer. */
function middleLength(lengths: number[]): number {
  const sorted = Float64Array.from(lengths).sort().reverse();
  const half = sorted.reduce((sum, length) => sum + length, 0) / 2;
  let sum = 0;
  return sorted.find((length) => (sum += length) >= half) ?? 0;
}

/** A twentieth of the window, but less where that would leave few windows, and more where it would make too many. */
export function suggestedStride(window: number, steps: number): number {
  const twentieth = Math.min(Math.floor(window / 20), Math.floor(steps / MAX_WINDOWS_AT_EVERY_STEP));
  return Math.max(1, twentieth, Math.ceil(steps / MAX_WINDOWS));
}

/**
 * The periods of the longest part, the strongest first, as the channel says that repeats itself most clearly; by their
 * names and exact lengths where times are a clock of such steps.
 */
export function seasonsOf({ values, channels, starts }: Omit<Laid, "seriesOf">, step: number | null): SeriesPeriod[] {
  let clearest: Period[] = [];
  for (const channel of longestChannels({ values, channels, starts })) {
    const periods = periodsOf(channel);
    if ((periods[0]?.strength ?? 0) > (clearest[0]?.strength ?? 0)) clearest = periods;
  }
  return clearest.map(({ steps, strength }) => {
    const known = step === null ? null : calendarPeriodOf(steps, step);
    return { steps: known?.steps ?? steps, strength, name: known?.name ?? null };
  });
}

/** The first lag at which the longest part is like itself again, as the channel says in which it is so most; null where none is. */
export function faintPeriodOf(laid: Omit<Laid, "seriesOf">): number | null {
  let clearest: { readonly period: number; readonly height: number } | null = null;
  for (const channel of longestChannels(laid)) {
    const correlation = autocorrelationOf(channel);
    const period = firstPeakOf(correlation, channel.length);
    const height = correlation[period ?? -1] ?? 0;
    if (period !== null && height > (clearest?.height ?? 0)) clearest = { period, height };
  }
  return clearest?.period ?? null;
}

/** The first channels of the part with the most steps. */
function longestChannels({ values, channels, starts }: Omit<Laid, "seriesOf">): Float32Array[] {
  let longest = 0;
  for (let part = 1; part + 1 < starts.length; part++)
    if (starts[part + 1]! - starts[part]! > starts[longest + 1]! - starts[longest]!) longest = part; // part < length - 1
  const [from, to] = [starts[longest] ?? 0, starts[longest + 1] ?? 0];
  return Array.from({ length: Math.min(channels, MAX_CHANNELS_READ) }, (_, channel) =>
    channelOf(values, channels, channel, from, to),
  );
}

/** One channel of the steps `from` to before `to`, by itself. */
export function channelOf(
  values: Float32Array,
  channels: number,
  channel: number,
  from: number,
  to: number,
): Float32Array {
  return Float32Array.from({ length: to - from }, (_, i) => values[(from + i) * channels + channel]!); // i < to - from
}
