/**
 * Spearman's rank correlation, -1 to 1, from ranks with ties averaged (as `rankSharesOf` gives them): Pearson's
 * correlation of the ranks, over the rows that both have. 0 where one of them tells no rows apart.
 */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  let [count, meanA, meanB] = [0, 0, 0];
  for (let row = 0; row < a.length; row++) {
    if (Number.isNaN(a[row]!) || Number.isNaN(b[row]!)) continue;
    count++;
    meanA += a[row]!;
    meanB += b[row]!;
  }
  meanA /= count;
  meanB /= count;
  let [ofA, ofB, both] = [0, 0, 0];
  for (let row = 0; row < a.length; row++) {
    const x = a[row]! - meanA;
    const y = b[row]! - meanB;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    ofA += x * x;
    ofB += y * y;
    both += x * y;
  }
  // Below this the ranks differ by rounding alone.
  const nothing = Number.EPSILON * Math.max(1, count);
  if (!(ofA > nothing && ofB > nothing)) return 0;
  return Math.min(1, Math.max(-1, both / Math.sqrt(ofA * ofB)));
}

/** Rows that are in exactly these sets and in no other. */
export interface Intersection {
  /** Positions of the sets, ascending. */
  readonly members: readonly number[];
  /** In the order of the first set that holds them. */
  readonly rows: Uint32Array;
}

/** Sets that can be told apart: a bit each in 32. */
const MOST_SETS = 32;

/**
 * The rows of all sets, split by which sets they are in: what an UpSet chart draws (Lex, Gehlenborg, Strobelt,
 * Vuillemot & Pfister 2014). Largest first, of equal ones those of fewer sets first. At most 32 sets.
 */
export function exclusiveIntersections(sets: readonly Uint32Array[]): Intersection[] {
  const masks = new Map<number, number>();
  sets.slice(0, MOST_SETS).forEach((rows, at) => {
    for (const row of rows) masks.set(row, (masks.get(row) ?? 0) | (1 << at));
  });
  const rowsOf = new Map<number, number[]>();
  for (const [row, mask] of masks) {
    const known = rowsOf.get(mask);
    if (known) known.push(row);
    else rowsOf.set(mask, [row]);
  }
  return [...rowsOf]
    .map(([mask, rows]) => ({
      members: sets.flatMap((_, at) => (at < MOST_SETS && mask & (1 << at) ? [at] : [])),
      rows: Uint32Array.from(rows),
    }))
    .sort(
      (a, b) =>
        b.rows.length - a.rows.length ||
        a.members.length - b.members.length ||
        (a.members.join() < b.members.join() ? -1 : 1),
    );
}

/** Overlap of two sets of rows (Jaccard 1901): shared rows over all rows of both, 0 to 1; two empty sets are alike. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  const ofA = new Set(a);
  let shared = 0;
  for (const row of b) if (ofA.has(row)) shared++;
  const all = a.length + b.length - shared;
  return all === 0 ? 1 : shared / all;
}

/** How many of the sets hold each row. */
export function votesByRow(sets: readonly Uint32Array[], rowCount: number): Uint8Array {
  const votes = new Uint8Array(rowCount);
  for (const rows of sets) for (const row of rows) votes[row] = Math.min(255, votes[row]! + 1);
  return votes;
}
