import { exclusiveParts, overlapOf, votesByRow } from "./agreement";

/** How far the flags of runs that differ only in their seed agree. */
export interface Stability {
  /** By row of the table: in how many of the runs it is flagged. */
  readonly counts: Uint8Array;
  /** How many runs there are. */
  readonly runs: number;
  /** Mean overlap (Jaccard) of the flagged rows of two runs, 0 to 1; null where no run flags any. */
  readonly overlap: number | null;
}

/** Hennig (2007), Cluster-wise assessment of cluster stability, takes a mean Jaccard of .75 and more for stable. */
const MIN_STABLE_JACCARD = 0.75;

/** The stability of the rows that each of at least two runs flags; at most 32 runs count for the overlap. */
export function stabilityOf(flagged: readonly Uint32Array[], rowCount: number): Stability {
  const { parts } = exclusiveParts(flagged, rowCount);
  let [sum, pairs] = [0, 0];
  for (let one = 1; one < flagged.length; one++)
    for (let other = 0; other < one; other++) {
      sum += overlapOf(parts, one, other);
      pairs++;
    }
  return {
    counts: votesByRow(flagged, rowCount),
    runs: flagged.length,
    overlap: parts.length === 0 ? null : sum / pairs,
  };
}

/** "stable" from a mean overlap of .75 on, "nothing" where no run flags any row. */
export function stabilityVerdict({ overlap }: Stability): "stable" | "shaky" | "nothing" {
  if (overlap === null) return "nothing";
  return overlap >= MIN_STABLE_JACCARD ? "stable" : "shaky";
}
