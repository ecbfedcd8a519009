/** Beyond so many deviations a bell curve is nothing. */
const REACH = 3;

/**
 * A map [side, side] blurred by a bell curve of `deviation` cells. Places that count nothing in `looked` (0 to 1 for
 * each cell), and those beyond the edge, take no part; they become 0.
 */
export function smoothMap(map: Float32Array, side: number, deviation: number, looked: Float32Array): Float32Array {
  const weighted = map.map((value, cell) => value * looked[cell]!); // as large
  const [sums, shares] = deviation > 0 ? [weighted, looked].map((one) => blurred(one, side, deviation)) : [weighted, looked]; // prettier-ignore
  return map.map((_, cell) => (looked[cell]! > 0 ? sums![cell]! / shares![cell]! : 0)); // as large
}

function blurred(map: Float32Array, side: number, deviation: number): Float32Array {
  const reach = Math.min(side - 1, Math.ceil(REACH * deviation));
  const bell = Float64Array.from({ length: reach + 1 }, (_, far) => Math.exp(-0.5 * (far / deviation) ** 2));
  return along(along(map, side, bell, 1, side), side, bell, side, 1);
}

/** Sums along lines whose cells lie `step` apart and which begin `next` apart, weighted by the distance. */
function along(map: Float32Array, side: number, bell: Float64Array, step: number, next: number): Float32Array {
  const out = new Float32Array(map.length);
  for (let line = 0; line < side; line++)
    for (let i = 0; i < side; i++) {
      let sum = 0;
      const last = Math.min(side - 1, i + bell.length - 1);
      for (let j = Math.max(0, i - bell.length + 1); j <= last; j++)
        sum += bell[Math.abs(i - j)]! * map[line * next + j * step]!; // within reach and line
      out[line * next + i * step] = sum;
    }
  return out;
}
