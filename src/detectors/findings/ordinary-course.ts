import type { Context } from "../../core/detect/context";
import { ordinaryLanes, type OrdinaryLane } from "../../core/series/course/lanes-of";
import type { SeriesSamples } from "../../core/series/series-samples";

/**
 * What trend and season make of every step, [count, channels] in the units of the samples: what the members measure from.
 * NaN where a channel has no such course.
 */
export async function ordinaryCourse(samples: SeriesSamples, context: Context): Promise<Float32Array> {
  const expected = new Float32Array(samples.count * samples.width).fill(NaN);
  for (const lane of await ordinaryLanes(samples, context)) {
    if (lane.kind !== "ordinary") continue;
    const { channel, from, to } = lane;
    for (let step = from; step < to; step++)
      expected[step * samples.width + channel] = inSamples(samples, lane, step, lane.expectedAt(step - from));
  }
  return expected;
}

/** Units are a scale and a zero, so two values tell the way back. */
function inSamples(samples: SeriesSamples, { channel }: OrdinaryLane, step: number, value: number): number {
  if (!samples.inUnits) return value;
  const zero = samples.inUnits(step, channel, 0);
  const one = samples.inUnits(step, channel, 1) - zero;
  return one === 0 ? NaN : (value - zero) / one;
}
