import { cellOf } from "../data/column";
import type { CellsMet } from "../data/read-report";
import type { Check, LookedAt } from "./check";
import { checkOf } from "./check";

const MAX_EXAMPLE = 30;

/**
 * Cells that were not read because they are none of their column's kind: the rows without a value there. Where more rows
 * lack one, which of them could not be read is not known any more, and that is told.
 * @param unreadable how many such cells a column of that position has
 */
export function unreadableCells({ column, position }: LookedAt, unreadable: readonly CellsMet[]): Check[] {
  const met = unreadable[position];
  if (!met || met.count === 0) return [];
  const rows: number[] = [];
  const length = column.kind === "category" ? column.codes.length : column.values.length;
  for (let row = 0; row < length; row++) if (cellOf(column, row) === null) rows.push(row);
  const examples = met.examples.map((text) => (text.length > MAX_EXAMPLE ? `${text.slice(0, MAX_EXAMPLE)}…` : text));
  const code = rows.length > met.count ? "check.unreadable-among" : "check.unreadable";
  const values = { column: column.name, count: met.count, of: rows.length, examples: examples.join(" · ") };
  return rows.length === 0 ? [] : [checkOf({ code, values }, rows)];
}
