import type { Draw } from "../draw";
import { between, type Drawn, type Field, type Planted } from "../made-up-file";
import { clockOf, field, someStart, times } from "../write-file";

/** Something that is measured again and again. */
export interface Course {
  readonly steps: number;
  /** Milliseconds between two steps. */
  readonly step: number;
  readonly start: number;
}

export function courseOf(draw: Draw, steps: number, step: number): Course {
  return { steps, step, start: Math.floor(someStart(draw) / 3_600_000) * 3_600_000 };
}

/** A file of one row a step; `moments` where the clock does not run as it should. */
export function seriesFile(
  draw: Draw,
  { steps, step, start }: Course,
  channels: readonly Field[],
  planted: Planted,
  moments: readonly number[] = times(steps, (at) => start + at * step),
): Drawn {
  const clock = clockOf(draw);
  return { fields: [field(draw.oneOf(["time", "timestamp", "Zeit"]), moments.map(clock)), ...channels], planted };
}

/** A stretch of so many steps, away from both ends and from earlier ones. */
export function stretchIn(draw: Draw, steps: number, length: number): number[] {
  const from = draw.whole(Math.floor(steps / 5), Math.max(Math.floor(steps / 5), Math.floor(0.9 * steps) - length));
  return between(from, Math.min(steps, from + length));
}

export function stretches(parts: readonly (readonly number[])[], ...columns: string[]): Planted {
  return { as: "stretches", parts, columns };
}

/** A soft wave with so many steps a turn, from -1 to 1, its form drawn once. */
export function waveOf(draw: Draw, period: number): (step: number) => number {
  const [second, shift, turn] = [draw.uniform(-0.4, 0.4), draw.uniform(0, 6), draw.uniform(0, 6)];
  return (step) =>
    (Math.sin((2 * Math.PI * step) / period + shift) + second * Math.sin((4 * Math.PI * step) / period + turn)) / 1.2;
}

/** Noise that remembers the step before: `memory` from 0 to 1, deviation 1. */
export function rememberingNoise(draw: Draw, steps: number, memory: number): number[] {
  const fresh = Math.sqrt(1 - memory * memory);
  let last = draw.normal();
  return times(steps, () => (last = memory * last + fresh * draw.normal()));
}

/** Places of single steps, well apart. */
export function singleSteps(draw: Draw, steps: number, count: number): number[] {
  const room = Math.floor(steps / (count + 1));
  return times(count, (at) => (at + 1) * room + draw.whole(-Math.floor(room / 4), Math.floor(room / 4)));
}
