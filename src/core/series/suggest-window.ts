import { autocorrelationOf, firstPeakOf } from "./autocorrelation";

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

/** What repeats more often than twice within the shortest window looks the same in every window. */
const MIN_PERIOD_STEPS = 25;
/** A window that holds many periods hides what happens within one. */
const PERIODS_PER_WINDOW = 1.5;

/** With fewer windows side by side than this nothing tells which of them are usual. */
const MIN_WINDOWS_SIDE_BY_SIDE = 5;

/**
 * A twentieth of a series, from 50 (a fifth of all steps where there are few) to 400 steps, but at most one and a half
 * periods where it repeats itself, and half of what lies between two gaps. Of many series, that of the one in which the
 * middle step of all lies. The length of the window matters more than any other choice.
 */
export function suggestedWindow(
  { starts, seriesOf }: Pick<Laid, "starts" | "seriesOf">,
  period: number | null,
): number {
  const parts = Array.from(seriesOf, (_, part) => starts[part + 1]! - starts[part]!); // one more start than parts
  const wholes = new Map<number, number>();
  parts.forEach((length, part) => wholes.set(seriesOf[part]!, (wholes.get(seriesOf[part]!) ?? 0) + length));
  const twentieth = Math.round(middleLength([...wholes.values()]) / 20);
  const half = Math.floor(middleLength(parts) / 2);
  const least = Math.min(50, Math.round((starts.at(-1) ?? 0) / MIN_WINDOWS_SIDE_BY_SIDE));
  const periods = period !== null && period >= MIN_PERIOD_STEPS ? Math.round(PERIODS_PER_WINDOW * period) : Infinity;
  return Math.max(1, Math.min(400, half, Math.max(least, Math.min(twentieth, periods))));
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

/** Steps until the longest part repeats itself, as the channel that does so most clearly says; null where none does. */
export function periodOf({ values, channels, starts }: Laid): number | null {
  let longest = 0;
  for (let part = 1; part + 1 < starts.length; part++)
    if (starts[part + 1]! - starts[part]! > starts[longest + 1]! - starts[longest]!) longest = part; // part < length - 1
  const from = starts[longest] ?? 0;
  const to = starts[longest + 1] ?? 0;
  let clearest: { period: number; height: number } | null = null;
  for (let channel = 0; channel < Math.min(channels, MAX_CHANNELS_READ); channel++) {
    const correlation = autocorrelationOf(channelOf(values, channels, channel, from, to));
    const period = firstPeakOf(correlation, to - from);
    const height = correlation[period ?? -1] ?? 0;
    if (period !== null && height > (clearest?.height ?? 0)) clearest = { period, height };
  }
  return clearest?.period ?? null;
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
