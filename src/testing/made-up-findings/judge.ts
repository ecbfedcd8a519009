import type { MadeUpFile, Planted } from "./made-up-file";

/** What was found in a file. */
export interface Found {
  readonly rows: readonly number[];
  /** The columns that the reason of a row names. */
  columnsOf(row: number): readonly string[];
}

/** "right", or what is not: too little was found, too much else was, or the reasons speak of other columns. */
export type Verdict = "right" | "missed" | "too many" | "other reason";

/** Of the rows of an ordinary file, and of those beside what was planted. */
const MOST_OTHERS = 0.01;
/** So few others are no bother, whatever was planted. */
const FEW_ROWS = 10;
const FEW_CASES = 2;
const MOST_TIMES_PLANTED = 5;

/**
 * Whether what was found is right. Rows: at least half of those planted among at most five times as many, ten, or a
 * hundredth of all. Stretches and cases: each of them, with few others. Reasons: most of them name a column where it is.
 */
export function verdictOf({ planted, rows }: MadeUpFile, found: Found): Verdict {
  const beside = new Set(planted.beside);
  const isPlanted = new Set(planted.parts.flat());
  const hits = found.rows.filter((row) => isPlanted.has(row));
  const others = found.rows.filter((row) => !isPlanted.has(row) && !beside.has(row));
  if (planted.parts.length === 0) return others.length <= MOST_OTHERS * rows ? "right" : "too many";
  if (!isEnough(planted, new Set(hits))) return "missed";
  if (isTooMuch(planted, rows, isPlanted.size, others)) return "too many";
  if (planted.columns.length === 0) return "right";
  const named = hits.filter((row) => found.columnsOf(row).some((column) => planted.columns.includes(column)));
  return 2 * named.length >= hits.length ? "right" : "other reason";
}

function isEnough({ as, parts }: Planted, hits: ReadonlySet<number>): boolean {
  const met = parts.filter((part) => part.some((row) => hits.has(row))).length;
  return as === "rows" ? 2 * met >= parts.length : met === parts.length;
}

function isTooMuch(
  { as, parts, caseOf = [] }: Planted,
  rows: number,
  planted: number,
  others: readonly number[],
): boolean {
  const few = Math.max(FEW_ROWS, MOST_OTHERS * rows);
  switch (as) {
    case "rows":
      return others.length > Math.max(few, MOST_TIMES_PLANTED * planted) - planted;
    case "stretches":
      return others.length > Math.max(few, planted);
    case "cases": {
      const strange = new Set(parts.map(([first]) => caseOf[first ?? 0]));
      const cases = new Set(others.map((row) => caseOf[row]).filter((one) => !strange.has(one)));
      return cases.size > Math.max(FEW_CASES, parts.length);
    }
  }
}
