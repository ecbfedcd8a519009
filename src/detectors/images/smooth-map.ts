/** Beyond so many deviations a bell curve is nothing. */
const REACH_IN_DEVIATIONS = 3;

/**
 * A map [side, side] blurred by a bell curve of `deviation` cells. Places that count nothing in `looked` (0 to 1 for each
 * cell) take no part and become 0. Beyond the edge all is calm: places there are seen half, and a network fills in what it
 * does not see, so that they look strange more often than they are.
 */
export function smoothMap(map: Float32Array, side: number, deviation: number, looked: Float32Array): Float32Array {
  const weighted = map.map((value, cell) => value * looked[cell]!); // as large
  if (deviation === 0) return weighted;
  const sums = blurred(weighted, side, deviation);
  const missing = blurred(
    looked.map((share) => 1 - share),
    side,
    deviation,
  );
  return sums.map((sum, cell) => (looked[cell]! > 0 ? sum / (1 - missing[cell]!) : 0)); // as large
}

function blurred(map: Float32Array, side: number, deviation: number): Float32Array {
  const reach = Math.ceil(REACH_IN_DEVIATIONS * deviation);
  const bell = Float64Array.from({ length: reach + 1 }, (_, far) => Math.exp(-0.5 * (far / deviation) ** 2));
  const whole = bell.reduce((sum, weight, far) => sum + (far > 0 ? 2 : 1) * weight, 0);
  const parts = bell.map((weight) => weight / whole);
  return along(along(map, side, parts, 1, side), side, parts, side, 1);
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
