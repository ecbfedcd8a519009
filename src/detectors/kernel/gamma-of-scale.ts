import type { SamplesBase } from "../../core/detect/samples-base";

/** 1 / (features x variance of all numbers together), as scikit-learn's "scale"; 1 when nothing varies. */
export function gammaOfScale(samples: Pick<SamplesBase, "block" | "count" | "width">): number {
  const all = samples.block(0, samples.count);
  let mean = 0;
  for (let i = 0; i < all.length; i++) mean += (all[i]! - mean) / (i + 1); // i < length
  let square = 0;
  for (let i = 0; i < all.length; i++) square += (all[i]! - mean) ** 2; // i < length
  const variance = square / all.length;
  return variance > 0 ? 1 / (samples.width * variance) : 1;
}
