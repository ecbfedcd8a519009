import type { OrdinaryLane } from "../../core/series/course/lanes-of";
import type { SeriesSamples } from "../../core/series/series-samples";
import type { Stray } from "./stray";
import { said } from "./said";

/**
 * The mean of a channel over steps of its series (from 0), in its units, and that of what was expected there: what it is
 * less the `height`, in usual sizes, by which it stands out.
 */
export function meansIn(samples: SeriesSamples, lane: OrdinaryLane, { from, to, height }: Stray) {
  let [value, expected] = [0, 0];
  for (let step = from; step < to; step++) {
    value += valueAt(samples, lane, step) / (to - from);
    expected += expectedBeside(samples, lane, step, height) / (to - from);
  }
  return { value: said(value), expected: said(expected) };
}

export function valueAt(samples: SeriesSamples, { values, from, channel }: OrdinaryLane, step: number): number {
  const value = values[step]!; // a step of the series
  return samples.inUnits?.(from + step, channel, value) ?? value;
}

/** What the steps beside a step make likely: its value less the height by which it stands out. */
export function expectedBeside(samples: SeriesSamples, lane: OrdinaryLane, step: number, height: number): number {
  const { residual, size, expected } = lane.course;
  const usual = residual[step]! - height; // a step of the series
  const ahead = expected[step]! + usual * size[step]!;
  const isLogged = lane.expectedAt(step) === Math.exp(expected[step]!);
  return isLogged ? Math.exp(ahead) : (samples.inUnits?.(lane.from + step, lane.channel, ahead) ?? ahead);
}
