import type { SeriesSamples } from "../../core/series/series-samples";

const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
  ["ms", 1],
] as const;

const DIGITS = 4;
/** From here on the larger unit says it better: 48 h are 2 d, 36 h are 36 h. */
const ENOUGH = 2;

/** A number as it is said: no more digits than matter. */
export function said(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/** How long so many steps take: in units of time (SI) where times are a clock; else how many they are. */
export function spanOf({ isClock, step }: SeriesSamples, steps: number): string {
  if (!isClock) return `${steps} ×`;
  const length = steps * step;
  const [name, unit] = UNITS.find(([, size]) => length >= ENOUGH * size) ?? UNITS[UNITS.length - 1]!; // there are some
  return `${Number((length / unit).toFixed(length < 10 * unit ? 1 : 0))} ${name}`;
}
