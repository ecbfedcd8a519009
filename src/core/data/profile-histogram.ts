import { between, quantileOfSorted } from "../math/quantile";
import { lowerBound } from "../math/sort";

export interface Histogram {
  /**
   * Bin borders, strictly ascending; one more than there are bins. Of heavy-tailed data they span the
   * bulk: the first and the last bin also count what lies beyond them.
   */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

const bins = 40;
const largestExactInteger = 2 ** 52;

/** Counts in about 40 bins of finite values in ascending order (at least one); whole numbers never share a border. */
export function histogramOf(sorted: Float64Array): Histogram {
  const { low, high } = bordersOf(sorted);
  const whole =
    Math.abs(low) < largestExactInteger && Math.abs(high) < largestExactInteger && sorted.every(Number.isInteger);
  const edges = whole ? integerEdges(low, high) : evenEdges(low, high);
  const starts = edges.map((edge, i) =>
    i === 0 ? 0 : i === edges.length - 1 ? sorted.length : lowerBound(sorted, edge),
  );
  return { edges, counts: starts.slice(1).map((start, i) => start - (starts[i] ?? 0)) };
}

/** The whole range, or without a tail that is longer than everything else. */
function bordersOf(sorted: Float64Array): { low: number; high: number } {
  const last = sorted.length - 1;
  const min = sorted[0]!; // callers have at least one value
  const max = sorted[last]!;
  const q25 = quantileOfSorted(sorted, 0.25);
  const q75 = quantileOfSorted(sorted, 0.75);
  const reach = 5 * (q75 - q25);
  const low = Math.max(min, Math.min(sorted[Math.ceil(last * 0.01)] ?? min, q25 - reach));
  const high = Math.min(max, Math.max(sorted[Math.floor(last * 0.99)] ?? max, q75 + reach));
  const bulk = high - low;
  if (!(bulk > 0)) return { low: min, high: max };
  return { low: low - min > bulk ? low : min, high: max - high > bulk ? high : max };
}

function integerEdges(low: number, high: number): number[] {
  const first = Math.floor(low);
  const count = Math.ceil(high) - first + 1;
  const width = Math.ceil(count / bins);
  return Array.from({ length: Math.ceil(count / width) + 1 }, (_, i) => first + i * width - 0.5);
}

function evenEdges(low: number, high: number): number[] {
  if (low === high) {
    const margin = Math.max(Math.abs(low) * 1e-6, 0.5);
    return [Math.max(-Number.MAX_VALUE, low - margin), Math.min(Number.MAX_VALUE, high + margin)];
  }
  // Neighbouring doubles leave no room for 40 bins: borders that fall together are one border.
  return Array.from({ length: bins + 1 }, (_, i) => between(low, high, i / bins)).filter(
    (edge, i, all) => i === 0 || edge > all[i - 1]!,
  );
}
