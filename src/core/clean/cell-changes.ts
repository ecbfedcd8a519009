import type { Cell, Column } from "../data/column";
import type { Contribution, RowExplanation } from "../explain/explanation";

/** What becomes of the cells that make flagged rows strange: emptied, or what was expected in their place. */
export type Cleaning = "emptied" | "expected";

/** A cell that is changed, and why. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly was: Cell;
  readonly becomes: Cell;
  readonly why: Contribution;
}

/** Reasons that count less than this part of the strongest one are no reason to change a cell. */
const MIN_PART = 0.5;
const MAX_PER_ROW = 3;
/** A row that repeats another, or has its number, has no cell that is wrong. */
const WHOLE_ROWS: ReadonlySet<string> = new Set(["column-finding.copy", "column-finding.given-twice"]);
const ROWS_LOOKED_AT = 200;
const MAX_DECIMALS = 6;

/**
 * The cells to change in flagged rows: those of the strongest reasons. What is expected is what the model said it is, else
 * the middle value or the most frequent one of the column; numbers in as many decimals as their column has.
 */
export function cellChanges(
  explanations: readonly RowExplanation[],
  columns: readonly Column[],
  how: Cleaning,
): CellChange[] {
  const decimals = new Map<number, number>();
  return explanations.flatMap(({ row, contributions, finding }): CellChange[] => {
    const strongest = contributions[0]?.share ?? 0;
    if (strongest <= 0 || (finding && WHOLE_ROWS.has(finding.code))) return [];
    // Of what is sure the first column is the one that is wrong; the others it was compared with.
    const telling = contributions.filter(({ share }, at) => share >= MIN_PART * strongest && (at === 0 || !finding));
    return telling.slice(0, MAX_PER_ROW).flatMap((why): CellChange[] => {
      const column = columns[why.column];
      const found = how === "emptied" || !column ? null : (why.expected ?? usualOf(why));
      const becomes =
        typeof found === "number" && column?.kind === "number" ? rounded(found, why.column, column) : found;
      return becomes === why.value ? [] : [{ row, column: why.column, was: why.value, becomes, why }];
    });
  });

  function rounded(value: number, at: number, column: Column): number {
    const digits = decimals.get(at) ?? decimalsIn(column);
    decimals.set(at, digits);
    return Number(value.toFixed(digits));
  }
}

function usualOf({ typical }: Contribution): Cell {
  return typical && ("level" in typical ? typical.level : typical.middle);
}

function decimalsIn(column: Column): number {
  if (column.kind !== "number") return MAX_DECIMALS;
  let most = 0;
  const step = Math.max(1, Math.floor(column.values.length / ROWS_LOOKED_AT));
  for (let row = 0; row < column.values.length; row += step) {
    const [, digits = ""] = String(column.values[row]).split(".");
    most = Math.max(most, digits.length);
  }
  return Math.min(most, MAX_DECIMALS);
}
