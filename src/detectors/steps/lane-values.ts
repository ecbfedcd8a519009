import type { OrdinaryLane } from "../../core/series/course/lanes-of";
import type { SeriesSamples } from "../../core/series/series-samples";
import type { Stray } from "./stray";
import { said } from "./said";

/** What a number loses at most as Float32, on its way to the scale of samples and back, as a share of it. */
const FLOAT32_SHARE = 1e-6;

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

/** The value of a channel at a step, in its units: no more digits than samples hold, so that what is 0 is 0. */
export function valueAt(samples: SeriesSamples, { values, from, channel }: OrdinaryLane, step: number): number {
  const value = values[step]!; // a step of the series
  const back = samples.inUnits?.(from + step, channel, value);
  if (back === undefined) return value;
  const centre = samples.inUnits?.(from + step, channel, 0) ?? 0;
  const held = Math.max(Math.abs(centre), Math.abs(back - centre)) * FLOAT32_SHARE;
  if (Math.abs(back) < held) return 0;
  const decimals = held > 0 ? Math.ceil(-Math.log10(held)) : 0;
  return decimals > 0 && decimals <= 100 ? Number(back.toFixed(decimals)) || 0 : back; // no minus before 0
}

/** What the steps beside a step make likely: its value less the height by which it stands out. */
export function expectedBeside(samples: SeriesSamples, lane: OrdinaryLane, step: number, height: number): number {
  const { residual, size, expected } = lane.course;
  const usual = residual[step]! - height; // a step of the series
  const ahead = expected[step]! + usual * size[step]!;
  const isLogged = lane.expectedAt(step) === Math.exp(expected[step]!);
  return isLogged ? Math.exp(ahead) : (samples.inUnits?.(lane.from + step, lane.channel, ahead) ?? ahead);
}
