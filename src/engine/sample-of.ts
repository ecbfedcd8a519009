import type { SamplesBase } from "../core/detect/samples-base";

/** The sample made of a row of the table, or -1 where the recipe dropped it. `origin` ascends. */
export function sampleOf({ origin }: SamplesBase, row: number): number {
  if (origin[row] === row) return row;
  let low = 0;
  let high = origin.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = origin[middle]!;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
