import type { Tensor } from "@tensorflow/tfjs-core";
import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { sampleIndices } from "../../../core/math/random";
import { readNumbers, type Tf } from "../backend/tf";
import { forward, type NetworkSpec } from "../network";
import { gatherRows } from "../training/rows";
import { scaledImages, unscaledNumbers, type ImageScale } from "./image-scale";

export const MAX_IMAGES_SHOWN = 8;
const MAX_NUMBERS_SHOWN = 500_000;
/** Each look comes when this many times more steps are done: most of what there is to see happens at the start. */
const STEPS_RATIO_OF_LOOKS = 1.25;

/**
 * A look at some of the images, always the same, and what the network makes of them, ever more rarely; and
 * at images that it makes of nothing, which `make` gives as the network does, where it does so.
 */
export function rebuiltLook(
  spec: NetworkSpec,
  samples: SamplesBase,
  scale: ImageScale,
  random: () => number,
  context: Pick<Context, "show">,
  make?: (tf: Tf, weights: readonly Tensor[]) => Tensor,
): (tf: Tf, at: number, weights: readonly Tensor[]) => void {
  const [size = 0, , channels = 0] = samples.shape;
  const most = Math.max(1, Math.min(MAX_IMAGES_SHOWN, Math.floor(MAX_NUMBERS_SHOWN / samples.width)));
  const rows = sampleIndices(samples.count, most, random);
  const real = gatherRows(samples, rows, Infinity);
  const seen = gatherRows(scaledImages(samples, scale), rows, Infinity);
  let next = 0;
  return (tf, at, weights) => {
    if (at < next) return;
    next = at * STEPS_RATIO_OF_LOOKS;
    const answer = forward(tf, spec, weights, tf.tensor2d(seen, [rows.length, samples.width]));
    const rebuilt = unscaledNumbers(readNumbers(answer), scale);
    const made = make && { made: unscaledNumbers(readNumbers(make(tf, weights)), scale) };
    context.show({ kind: "rebuilt", at, size, channels, real: real.slice(), rebuilt, ...made });
  };
}
