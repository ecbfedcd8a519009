import { isDrawnColumns } from "../../core/data/drawn-columns";
import { CellTable } from "./cell-table";
import { newlineOf } from "./split-cells";
import { drawnSplitter } from "./split-drawn";

/** A drawn line further down than this belongs to another table. */
const MAX_LINES_ABOVE = 60;
/** So many of the lines below it have to keep to it. */
const MIN_SHARE = 0.8;

/** The line that draws the columns of a text, with names above it and rows below that keep to it; null where there is none. */
export function drawnLineOf(body: string): string | null {
  const newline = newlineOf(body);
  const lines = body.split(newline).map((line) => line.trimEnd());
  const isNames = (line: string | undefined) => line !== undefined && line !== "" && !isDrawnColumns(line);
  const at = lines
    .slice(0, MAX_LINES_ABOVE)
    .findIndex((line, position) => isDrawnColumns(line) && isNames(lines[position - 1]));
  const line = lines[at];
  if (line === undefined) return null;
  // A table ends at an empty line; what follows may be anything.
  const end = lines.findIndex((other, position) => position > at && other === "");
  const rows = [lines[at - 1] ?? "", ...lines.slice(at + 1, end < 0 ? undefined : end)];
  const table = new CellTable();
  drawnSplitter(line, newline)(rows.join(newline), true, table);
  const isWhole = (row: number) => table.firsts[row + 1]! - table.firsts[row]! > 1;
  const whole = rows.filter((_, row) => isWhole(row)).length;
  return rows.length > 1 && isWhole(0) && whole >= rows.length * MIN_SHARE ? line : null;
}
