/** A typed array of numbers. */
type Numbers = Float64Array | Float32Array;

/** Squared Euclidean distance between `width` numbers of `a` from `aStart` and of `b` from `bStart`. */
export function squaredDistance(a: Numbers, aStart: number, b: Numbers, bStart: number, width: number): number {
  let sum = 0;
  for (let i = 0; i < width; i++) {
    const gap = (a[aStart + i] ?? 0) - (b[bStart + i] ?? 0);
    sum += gap * gap;
  }
  return sum;
}
