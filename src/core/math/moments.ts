export interface ViewState {
  readonly mean: number;
  /** Of the population: divided by the count, as StandardScaler and NumPy do. */
  readonly sd: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Mean, standard deviation and range of finite values. Two passes keep the digits of small spreads on
 * large offsets (epoch times); values beyond 1e140 or below 1e-140 are brought near 1 first, so that
 * their squares neither overflow nor vanish. All NaN for no values.
 */
export function momentsOf(values: ArrayLike<number>): ViewState {
  const count = values.length;
  if (count === 0) return { mean: NaN, sd: NaN, min: NaN, max: NaN };
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < count; i++) {
    const value = values[i]!; // i < count
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min === max) return { mean: min, sd: 0, min, max };
  const factor = factorNearOne(Math.max(Math.abs(min), Math.abs(max)));
  const rough = sumOf(values, factor) / count;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const deviation = values[i]! * factor - rough;
    sum += deviation;
    squares += deviation * deviation;
  }
  const shift = sum / count;
  const sd = Math.sqrt(Math.max(0, squares / count - shift * shift)) / factor;
  const mean = (rough + shift) / factor;
  return { mean: Math.min(max, Math.max(min, mean)), sd, min, max };
}

function sumOf(values: ArrayLike<number>, factor: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * factor;
  return sum;
}

/** A power of two, so that multiplying by it loses no digit. */
function factorNearOne(largest: number): number {
  if (largest > 1e-140 && largest < 1e140) return 1;
  return 2 ** Math.max(-1000, Math.min(1000, -Math.floor(Math.log2(largest))));
}
