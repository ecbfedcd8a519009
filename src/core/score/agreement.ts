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

/** How many rows are in exactly these sets and in no other. */
export interface Part {
  /** Positions of the sets, ascending. */
  readonly members: readonly number[];
  readonly count: number;
}

/** All rows of some sets, part after part, each part in the order of the first set that holds it. */
export interface Parts {
  /** Largest first, of equal ones those of fewer sets first; none is empty. */
  readonly parts: readonly Part[];
  readonly rows: Uint32Array;
}

/** Sets that can be told apart: a bit each in 32. */
const MAX_SETS_COMPARED = 32;

/**
 * The rows of all sets, split by which sets they are in: what an UpSet chart draws (Lex, Gehlenborg, Strobelt,
 * Vuillemot & Pfister 2014). At most 32 sets of rows below `rowCount`; later ones are left out.
 */
export function exclusiveParts(sets: readonly Uint32Array[], rowCount: number): Parts {
  const used = sets.slice(0, MAX_SETS_COMPARED);
  const masks = new Uint32Array(rowCount);
  used.forEach((rows, at) => {
    for (const row of rows) masks[row]! |= 1 << at;
  });
  const counts = new Map<number, number>();
  eachRowOnce(used, masks, (mask) => counts.set(mask, (counts.get(mask) ?? 0) + 1));
  const sorted = [...counts]
    .map(([mask, count]) => ({ mask, count, members: used.flatMap((_, at) => (mask & (1 << at) ? [at] : [])) }))
    .sort(
      (a, b) =>
        b.count - a.count || a.members.length - b.members.length || (a.members.join() < b.members.join() ? -1 : 1),
    );
  const places = new Map<number, number>();
  let total = 0;
  for (const { mask, count } of sorted) {
    places.set(mask, total);
    total += count;
  }
  const rows = new Uint32Array(total);
  eachRowOnce(used, masks, (mask, row) => {
    const place = places.get(mask)!; // counted before
    rows[place] = row;
    places.set(mask, place + 1);
  });
  return { parts: sorted.map(({ members, count }) => ({ members, count })), rows };
}

/** Visits every row of the sets with its mask, when the first set that holds it is walked through. */
function eachRowOnce(
  sets: readonly Uint32Array[],
  masks: Uint32Array,
  visit: (mask: number, row: number) => void,
): void {
  sets.forEach((rows, at) => {
    const earlier = (1 << at) - 1;
    for (const row of rows) {
      const mask = masks[row]!; // rows are below the row count
      if ((mask & earlier) === 0) visit(mask, row);
    }
  });
}

/**
 * Overlap of two of the sets (Jaccard 1901), told by the parts of all: shared rows over all rows of both, 0 to 1;
 * two empty sets are alike.
 */
export function overlapOf(parts: readonly Part[], one: number, other: number): number {
  let [shared, all] = [0, 0];
  for (const { members, count } of parts) {
    const [inOne, inOther] = [members.includes(one), members.includes(other)];
    if (inOne && inOther) shared += count;
    if (inOne || inOther) all += count;
  }
  return all === 0 ? 1 : shared / all;
}

/** How many of the sets hold each row; 255 at most. */
export function votesByRow(sets: readonly Uint32Array[], rowCount: number): Uint8Array {
  const votes = new Uint8Array(rowCount);
  for (const rows of sets) for (const row of rows) votes[row] = Math.min(255, votes[row]! + 1);
  return votes;
}
