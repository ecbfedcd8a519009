import type { ClassesOfRows } from "../detect/class-answers";

/** How often rows of each class were taken for each class. */
export interface Confusion {
  readonly names: readonly string[];
  /** Rows counted: [class in the table][class that they were taken for]. */
  readonly counts: readonly (readonly number[])[];
  readonly rows: number;
  readonly right: number;
  /** Rows of the most frequent class: who always names it gets these right. */
  readonly mostFrequent: number;
  /** Whether none of the rows was learned from. */
  readonly unseen: boolean;
}

/** Of the rows that were not learned from, where there are some of a known class, else of those that were; null where no class is known. */
export function confusionOf({ names, own, likeliest, unseen }: ClassesOfRows): Confusion | null {
  const known = [...own.keys()].filter((row) => own[row]! >= 0 && likeliest[row]! >= 0); // one for each row
  const fresh = known.filter((row) => unseen[row] === 1);
  const rows = fresh.length > 0 ? fresh : known;
  if (rows.length === 0) return null;
  const counts = names.map(() => new Array<number>(names.length).fill(0));
  for (const row of rows) counts[own[row]!]![likeliest[row]!]!++; // places in the names
  return {
    names,
    counts,
    rows: rows.length,
    right: counts.reduce((sum, line, at) => sum + line[at]!, 0), // a square
    mostFrequent: Math.max(...counts.map((line) => line.reduce((sum, count) => sum + count, 0))),
    unseen: fresh.length > 0,
  };
}
