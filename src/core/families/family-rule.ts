import type { Column } from "../data/column";
import { cellOf } from "../data/column";
import type { ColumnFilter } from "../data/column-filter";
import type { ReasonFamily } from "./reason-families";

/** What rows must have in common with a family to be of its kind: each of its reasons, as far as its own rows go, and its level. */
export function familyFilters({ reasons, level, rows }: ReasonFamily, columns: readonly Column[]): ColumnFilter[] {
  const filters = reasons.map(({ column: at, direction }): ColumnFilter => {
    const column = columns[at]!; // a position of a column
    const values = Array.from(rows, (row) => cellOf(column, row));
    if (values.every((value) => value === null)) return { column: at, kind: "missing" };
    const numbers = values.filter((value) => typeof value === "number");
    if (numbers.length > 0) {
      const [least, most] = numbers.reduce(
        ([low, high], one) => [Math.min(low, one), Math.max(high, one)],
        [Infinity, -Infinity],
      );
      // Who is even farther out is of the same kind.
      return {
        column: at,
        kind: "range",
        min: direction === "low" ? null : least,
        max: direction === "high" ? null : most,
      };
    }
    return {
      column: at,
      kind: "levels",
      levels: [...new Set(values.flatMap((value) => (value === null ? [] : String(value))))],
    };
  });
  const own = level && !reasons.some(({ column }) => column === level.column) ? level : null;
  return own ? [...filters, { column: own.column, kind: "levels", levels: [own.level] }] : filters;
}
