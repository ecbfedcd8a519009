import type { SeriesSamples } from "./series-samples";

const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
  ["ms", 1],
] as const;

/** From here on the larger unit says it better: 48 h are 2 d, 36 h are 36 h. */
const MIN_UNITS = 2;

/** How long so many steps take: in units of time (SI) where it is known how long one is; else how many they are, as a number. */
export function spanOf({ unitMs, step }: Pick<SeriesSamples, "unitMs" | "step">, steps: number): string | number {
  if (unitMs === null) return steps;
  const length = steps * step * unitMs;
  const [name, unit] = UNITS.find(([, size]) => length >= MIN_UNITS * size) ?? UNITS[UNITS.length - 1]!; // there are some
  return `${Number((length / unit).toFixed(length < 10 * unit ? 1 : 0))} ${name}`;
}
