import type { Context } from "../../core/detect/context";
import { normalDeviates } from "../../core/math/random";

/** Distances are kept well enough by so many random directions (Johnson & Lindenstrauss 1984). */
const RANDOM_DIRECTIONS = 32;

/**
 * Numbers of at most `size` of the patches [count, width], chosen one after the other as the one that is farthest from
 * those chosen before (Gonzalez 1985), by distances along random directions. Patches that repeat a chosen one are left out.
 */
export async function coresetOf(
  patches: Float32Array,
  width: number,
  size: number,
  context: Context,
): Promise<Uint32Array> {
  const count = patches.length / width;
  const projected = await projectionOf(patches, width, context);
  const gaps = new Float64Array(count).fill(Infinity);
  const chosen: number[] = [];
  let next = Math.floor(context.random() * count);
  while (chosen.length < size && gaps[next]! > 0) {
    if (chosen.length % 4 === 0) await context.checkpoint(0.2 + (0.8 * chosen.length) / size);
    chosen.push(next);
    const centre = next * RANDOM_DIRECTIONS;
    let widest = -1;
    for (let patch = 0, at = 0; patch < count; patch++) {
      let square = 0;
      for (let i = centre; i < centre + RANDOM_DIRECTIONS; i++) square += (projected[at++]! - projected[i]!) ** 2; // both inside
      if (square < gaps[patch]!) gaps[patch] = square;
      if (gaps[patch]! > widest) [widest, next] = [gaps[patch]!, patch];
    }
  }
  return Uint32Array.from(chosen);
}

async function projectionOf(patches: Float32Array, width: number, context: Context): Promise<Float32Array> {
  const count = patches.length / width;
  const directions = Float32Array.from({ length: RANDOM_DIRECTIONS * width }, normalDeviates(context.random));
  const projected = new Float32Array(count * RANDOM_DIRECTIONS);
  for (let patch = 0; patch < count; patch++) {
    if (patch % 1000 === 0) await context.checkpoint((0.2 * patch) / count);
    for (let direction = 0; direction < RANDOM_DIRECTIONS; direction++) {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += patches[patch * width + i]! * directions[direction * width + i]!; // both inside
      projected[patch * RANDOM_DIRECTIONS + direction] = sum;
    }
  }
  return projected;
}
