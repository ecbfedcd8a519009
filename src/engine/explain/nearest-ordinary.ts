import type { SamplesBase } from "../../core/detect/samples-base";

/** Numbers looked at together: windows are wide and laid out when they are asked for. */
const NUMBERS_AT_ONCE = 500_000;

/**
 * The sample closest to `target` (Euclidean, in the model's input) among those that `isOrdinary`
 * accepts; null when there is none.
 */
export function nearestOrdinary(
  samples: SamplesBase,
  target: number,
  isOrdinary: (sample: number) => boolean,
): number | null {
  const { width } = samples;
  const wanted = samples.block(target, target + 1).slice();
  let best: number | null = null;
  let least = Infinity;
  const atOnce = Math.max(1, Math.floor(NUMBERS_AT_ONCE / width));
  for (let from = 0; from < samples.count; from += atOnce) {
    const to = Math.min(samples.count, from + atOnce);
    const block = samples.block(from, to);
    for (let sample = from; sample < to; sample++) {
      if (sample === target || !isOrdinary(sample)) continue;
      const distance = squaredDistance(block, (sample - from) * width, wanted, least);
      if (distance < least) {
        least = distance;
        best = sample;
      }
    }
  }
  return best;
}

function squaredDistance(values: Float32Array, offset: number, wanted: Float32Array, enough: number): number {
  let sum = 0;
  for (let j = 0; j < wanted.length && sum < enough; j++) {
    const difference = values[offset + j]! - wanted[j]!;
    sum += difference * difference;
  }
  return sum;
}
