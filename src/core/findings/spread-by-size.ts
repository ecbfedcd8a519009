import { madOfSorted, quantileOfSorted } from "../math/quantile";

/** How far actual values spread around what was expected, by how large that was. */
export interface SpreadBySize {
  /** Between one spread and the next, in what was expected. */
  readonly edges: Float64Array;
  readonly spreads: Float64Array;
}

const PART_COUNT = 8;
/** How many rows the spread of all counts as, beside those of one part. */
const ROWS_OF_ALL = 30;
const MIN_ROWS = 40;

/** The spread in each of eight parts of equal many rows, leaning towards that of all where they are few; all zero where nothing spreads. */
export function spreadBySizeOf(expected: Float64Array, residuals: Float64Array): SpreadBySize {
  const known = Uint32Array.from(residuals.keys()).filter((row) => Number.isFinite(residuals[row]));
  const all = madOf(Float64Array.from(known, (row) => residuals[row]!)); // a known row
  if (known.length < MIN_ROWS) return { edges: new Float64Array(), spreads: Float64Array.of(all) };
  const sorted = Float64Array.from(known, (row) => expected[row]!).sort(); // a known row
  const edges = Float64Array.from({ length: PART_COUNT - 1 }, (_, at) =>
    quantileOfSorted(sorted, (at + 1) / PART_COUNT),
  );
  const parts: number[][] = Array.from({ length: PART_COUNT }, () => []);
  for (const row of known) parts[partOf(edges, expected[row]!)]!.push(residuals[row]!); // a known row, one of the parts
  const spreads = Float64Array.from(parts, (own) => {
    const mad = madOf(Float64Array.from(own));
    return Math.sqrt((own.length * mad * mad + ROWS_OF_ALL * all * all) / (own.length + ROWS_OF_ALL));
  });
  return { edges, spreads };
}

/** The spread where so much was expected. */
export function spreadAt({ edges, spreads }: SpreadBySize, expected: number): number {
  return spreads[partOf(edges, expected)]!; // one more spread than edges
}

function partOf(edges: Float64Array, value: number): number {
  let part = 0;
  while (part < edges.length && value >= edges[part]!) part++;
  return part;
}

/** The median absolute residual: residuals of a good expectation lie around 0. */
function madOf(residuals: Float64Array): number {
  return residuals.length === 0 ? 0 : 1.4826 * madOfSorted(residuals.sort(), 0);
}
