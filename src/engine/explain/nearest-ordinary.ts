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
  return nearestFew(samples, target, isOrdinary, 1)[0] ?? null;
}

/** The `most` closest ones, the closest first. */
export function nearestFew(
  samples: SamplesBase,
  target: number,
  isOrdinary: (sample: number) => boolean,
  most: number,
): Uint32Array {
  const { width } = samples;
  const wanted = samples.block(target, target + 1).slice();
  const best: { readonly sample: number; readonly distance: number }[] = [];
  let least = Infinity;
  const atOnce = Math.max(1, Math.floor(NUMBERS_AT_ONCE / width));
  for (let from = 0; from < samples.count; from += atOnce) {
    const to = Math.min(samples.count, from + atOnce);
    const block = samples.block(from, to);
    for (let sample = from; sample < to; sample++) {
      if (sample === target || !isOrdinary(sample)) continue;
      const distance = squaredDistance(block, (sample - from) * width, wanted, least);
      if (distance >= least) continue;
      let at = best.length;
      while (at > 0 && best[at - 1]!.distance > distance) at--; // above 0
      best.splice(at, 0, { sample, distance });
      if (best.length > most) best.pop();
      if (best.length === most) least = best[most - 1]!.distance; // there are so many
    }
  }
  return Uint32Array.from(best, ({ sample }) => sample);
}

function squaredDistance(values: Float32Array, offset: number, wanted: Float32Array, enough: number): number {
  let sum = 0;
  for (let j = 0; j < wanted.length && sum < enough; j++) {
    const difference = values[offset + j]! - wanted[j]!;
    sum += difference * difference;
  }
  return sum;
}
