import { seededRandom } from "../../core/math/random";

/** How many rows are ragged, and the positions (counted from 1) of the first ones. */
export interface RowCount {
  count: number;
  readonly first: number[];
}

const MAX_POSITIONS_KEPT = 5;

/** Counts the row at a position. */
export function note(rows: RowCount, position: number): void {
  rows.count++;
  if (rows.first.length < MAX_POSITIONS_KEPT) rows.first.push(position);
}

/** A seeded coin that shows heads with a given probability. */
export function coin(probability: number, seed: number): () => boolean {
  const random = seededRandom(seed);
  return () => random() < probability;
}
