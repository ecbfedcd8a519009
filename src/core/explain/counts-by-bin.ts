import { quantileOfSorted } from "../math/quantile";

/** Where a column of numbers is cut, as shares of its rows; finer at its ends, where strange rows are. Ranges are unions of neighbouring bins. */
const CUTS = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];
const EDGE_SAMPLE = 20_000;

/** Quantiles of the values, ascending, without repeats; fewer than three where there is nothing to tell apart. */
export function edgesOf(values: Float64Array, rows: Uint32Array): number[] {
  const step = Math.max(1, Math.floor(rows.length / EDGE_SAMPLE));
  let [min, max] = [Infinity, -Infinity];
  const some: number[] = [];
  rows.forEach((row, at) => {
    const value = values[row]!;
    if (!Number.isFinite(value)) return;
    min = Math.min(min, value);
    max = Math.max(max, value);
    if (at % step === 0) some.push(value);
  });
  if (some.length === 0 || min === max) return [];
  const sorted = Float64Array.from(some).sort();
  const edges = CUTS.map((share) => quantileOfSorted(sorted, share));
  return [...new Set([min, ...edges, max])].sort((a, b) => a - b);
}

/** How many of the rows lie in each bin between neighbouring edges; the last one holds its upper edge, too. */
export function binCounts(values: Float64Array, rows: Uint32Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0);
  for (const row of rows) {
    const value = values[row]!;
    if (!(value >= edges[0]! && value <= edges.at(-1)!)) continue;
    let bin = 0;
    while (bin + 2 < edges.length && value >= edges[bin + 1]!) bin += 1;
    counts[bin]! += 1;
  }
  return counts;
}

/** How many of the rows have each level, by its code; those without a value count nowhere. */
export function levelCounts(
  codes: Int32Array,
  rows: Uint32Array,
  { levels }: { readonly levels: readonly string[] },
): number[] {
  const counts = new Array<number>(levels.length).fill(0);
  for (const row of rows) {
    const code = codes[row]!;
    if (code >= 0) counts[code]! += 1;
  }
  return counts;
}

/** How many rows lie in the bins `from` to `to`, both included. */
export function sumOf(counts: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let at = from; at <= to; at++) total += counts[at]!;
  return total;
}
