import type { Context } from "../../core/detect/context";
import type { HeatMaps } from "../../core/images/heat-maps";
import type { ImageSamples } from "../../core/images/image-samples";
import { resizedGrid } from "../../core/images/taps";
import { scoreOfMap, type MapReading } from "./map-reading";
import { smoothMap } from "./smooth-map";

/** Heat maps have no more cells a side than this. */
export const MAX_CELLS_A_SIDE = 64;

export interface Examined {
  readonly scores: Float64Array;
  readonly maps: HeatMaps;
}

/**
 * The scores and maps of images whose strangeness by place, 0 or more, `placesOf` tells: [side, side] for each of the
 * samples `from` to `to`, `step` at a time.
 */
export async function examineImages(
  images: ImageSamples,
  { counts, smoothing }: MapReading,
  context: Context,
  { side, step = 1 }: { readonly side: number; readonly step?: number },
  placesOf: (from: number, to: number) => Float32Array | Promise<Float32Array>,
): Promise<Examined> {
  const { count } = images;
  const looked = lookedAt(images, side);
  const scores = new Float64Array(count);
  const values = new Float32Array(count * side * side);
  for (let from = 0; from < count; from += step) {
    await context.checkpoint(from / count);
    const to = Math.min(count, from + step);
    const places = await placesOf(from, to);
    for (let image = from, at = 0; image < to; image++, at += side * side) {
      const map = smoothMap(places.subarray(at, at + side * side), side, smoothing * side, looked);
      scores[image] = scoreOfMap(map, looked, counts);
      values.set(map, image * side * side);
    }
  }
  await context.checkpoint(1);
  return { scores, maps: { height: side, width: side, values } };
}

/** How much of each cell of a grid of `side` over the images is looked at: 0 to 1. */
function lookedAt({ ignored, shape }: ImageSamples, side: number): Float32Array {
  const [size = 0] = shape;
  if (!ignored) return new Float32Array(side * side).fill(1);
  const looked = Float32Array.from(ignored, (one) => 1 - one);
  return resizedGrid(looked, [size, size, 1], [side, side]);
}
