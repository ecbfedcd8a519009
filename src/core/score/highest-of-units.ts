/** Rows counted as one by what depends on each other: the highest score of each unit, and whether all of its rows are among some. */
export interface UnitScores {
  /** Of units whose rows are all among the reference, descending. */
  readonly reference: Float64Array;
  /** Of units none of whose rows are, or were learned from, descending. */
  readonly tested: Float64Array;
}

/**
 * The highest score of each unit, apart for those that are ordinary as a whole and those of which nothing is known; what
 * lies across both says nothing. Without units each row stands for itself.
 * @param isReference, isLearned what is known of a row
 */
export function highestOfUnits(
  scores: Float64Array,
  ofRows: Int32Array | null,
  isReference: (row: number) => boolean,
  isLearned: (row: number) => boolean,
): UnitScores {
  const units = new Map<number, { highest: number; reference: number; learned: number; rows: number }>();
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!; // row < length
    const unit = ofRows ? ofRows[row]! : row; // one for each row
    if (unit < 0 || Number.isNaN(score)) continue;
    const one = units.get(unit) ?? { highest: -Infinity, reference: 0, learned: 0, rows: 0 };
    units.set(unit, {
      highest: Math.max(one.highest, score),
      reference: one.reference + Number(isReference(row)),
      learned: one.learned + Number(isLearned(row)),
      rows: one.rows + 1,
    });
  }
  const unlearned = [...units.values()].filter(({ learned }) => learned === 0);
  const scoresOf = (some: typeof unlearned) =>
    Float64Array.from(some, ({ highest }) => highest)
      .sort()
      .reverse();
  return {
    reference: scoresOf(unlearned.filter(({ reference, rows }) => reference === rows)),
    tested: scoresOf(unlearned.filter(({ reference }) => reference === 0)),
  };
}
