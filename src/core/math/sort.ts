import { sortNumbers } from "./sort-numbers";

/** The finite entries of `values` in ascending order, in a new array. */
export function sortedFinite(values: ArrayLike<number>): Float64Array {
  const finite = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!; // i < length
    if (Number.isFinite(value)) finite[count++] = value;
  }
  return sortNumbers(finite.subarray(0, count));
}

/** Index of the first entry of the ascending `sorted` that is >= `value`; its length when there is none. */
export function lowerBound(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first entry of the ascending `sorted` that is > `value`; its length when there is none. */
export function upperBound(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
