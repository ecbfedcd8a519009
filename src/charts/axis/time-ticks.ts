import { positionOf, type Scale } from "./scale";
import { roundNumbers, type Tick } from "./ticks";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const steps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 3, 7, 14].map((n) => n * day),
];

/** Ticks at round UTC times, about `gap` pixels apart or more; `scale` holds epoch milliseconds. */
export function timeTicks(scale: Scale, length: number, gap: number, locale: string): Tick[] {
  const wanted = Math.max(1, Math.floor(length / gap));
  const least = (scale.max - scale.min) / wanted;
  const step = steps.find((candidate) => candidate >= least * 0.85);
  const times = step === undefined ? monthStarts(scale, least) : multiples(scale, step);
  const write = writerOf(step, least, locale);
  return times.map((time) => ({ position: positionOf(scale, time), label: write(time) }));
}

function multiples(scale: Scale, step: number): number[] {
  // Weeks start on Monday; the epoch was a Thursday.
  const offset = step % (7 * day) === 0 ? 4 * day : 0;
  const times: number[] = [];
  for (let at = Math.ceil((scale.min - offset) / step) * step + offset; at <= scale.max; at += step) times.push(at);
  return times;
}

function monthStarts(scale: Scale, least: number): number[] {
  const months = least / (30.4 * day);
  const step = [1, 2, 3, 6, 12].find((candidate) => candidate >= months);
  const from = new Date(scale.min).getUTCFullYear();
  const to = new Date(scale.max).getUTCFullYear();
  if (Number.isNaN(from) || Number.isNaN(to)) return [];
  if (step === undefined || step === 12) {
    const years = roundNumbers(from, to + 1, Math.max(1, (scale.max - scale.min) / least));
    return years
      .filter(Number.isInteger)
      .map(startOfYear)
      .filter((time) => time >= scale.min && time <= scale.max);
  }
  const times: number[] = [];
  for (let month = 0; month <= (to - from + 1) * 12; month += step) {
    const time = Date.UTC(from, month);
    if (time >= scale.min && time <= scale.max) times.push(time);
  }
  return times;
}

/** Date.UTC reads the years 0 to 99 as 1900 to 1999. */
function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

function writerOf(step: number | undefined, least: number, locale: string): (time: number) => string {
  const as = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (time: number) => format.format(time);
  };
  const date = as({ month: "short", day: "numeric" });
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  if (step === undefined) return least > 183 * day ? as({ year: "numeric" }) : as({ year: "numeric", month: "short" });
  if (step >= day) return date;
  const time =
    step >= minute
      ? as(clock)
      : as({ ...clock, second: "2-digit", ...(step < second ? { fractionalSecondDigits: 3 as const } : {}) });
  return (at) => (at % day === 0 ? date(at) : time(at));
}
