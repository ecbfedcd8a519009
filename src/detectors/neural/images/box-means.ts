/** The mean of each cell of a square [size, size] and of those up to `reach` beside, above and below it, as far as they are inside. */
export function boxMeans(values: Float32Array, size: number, reach: number): Float32Array {
  return reach === 0 ? values : along(along(values, size, reach, 1, size), size, reach, size, 1);
}

/** Means along lines whose cells lie `step` apart and which begin `next` apart. */
function along(values: Float32Array, size: number, reach: number, step: number, next: number): Float32Array {
  const means = new Float32Array(values.length);
  const sums = new Float64Array(size + 1);
  for (let line = 0; line < size; line++) {
    const start = line * next;
    for (let i = 0; i < size; i++) sums[i + 1] = sums[i]! + values[start + i * step]!; // within the line
    for (let i = 0; i < size; i++) {
      const [from, to] = [Math.max(0, i - reach), Math.min(size, i + reach + 1)];
      means[start + i * step] = (sums[to]! - sums[from]!) / (to - from); // within the line
    }
  }
  return means;
}
