import { seededRandom } from "../math/random";

/** e^-1: how often a row does not come at all. */
const NONE = Math.exp(-1);

/**
 * Draws how often each row comes in a sample as long as the rows (a Poisson number of mean 1). Rows of one unit, such as
 * a series, come and go together, because they depend on each other. `base`: how many rows each of them stands for.
 */
export function createResamples(units: Int32Array | null, base: Float64Array, seed: number) {
  const random = seededRandom(seed);
  const ofUnit = units && new Float64Array(units.reduce((most, unit) => Math.max(most, unit), -1) + 1);
  const weights = new Float64Array(base.length);
  return function next(): Float64Array {
    if (!units || !ofUnit) {
      for (let row = 0; row < weights.length; row++) weights[row] = base[row]! * drawn(random);
      return weights;
    }
    for (let unit = 0; unit < ofUnit.length; unit++) ofUnit[unit] = drawn(random);
    for (let row = 0; row < weights.length; row++) weights[row] = base[row]! * ofUnit[units[row]!]!;
    return weights;
  };
}

function drawn(random: () => number): number {
  let left = random();
  let share = NONE;
  let count = 0;
  while (left >= share && count < 12) {
    left -= share;
    count += 1;
    share /= count;
  }
  return count;
}
