import { seededRandom } from "../core/math/random";
import { below, type Drawing, type DrawColumn, type MadeUpColumn, oneOf, type Writing } from "./made-up-cells";
import { numberColumns } from "./made-up-numbers";
import { timeColumns } from "./made-up-times";
import { wordColumns } from "./made-up-words";

/** A file as some program exports it, with the right reading of every column. */
export interface MadeUpExport {
  readonly text: string;
  readonly columns: readonly MadeUpColumn[];
}

const WRITINGS: readonly Writing[] = [
  { delimiter: ",", decimal: ".", thousands: "", groups: "threes" },
  { delimiter: "\t", decimal: ".", thousands: ",", groups: "threes" },
  { delimiter: ";", decimal: ",", thousands: ".", groups: "threes" },
  { delimiter: ";", decimal: ".", thousands: "'", groups: "threes" },
  { delimiter: ";", decimal: ",", thousands: "\u00a0", groups: "threes" },
  { delimiter: "|", decimal: ".", thousands: ",", groups: "twos" },
];
const NEEDS_QUOTES = /["\r\n]/;

/** The made-up export of that number: the same one every time. */
export function madeUpExport(seed: number): MadeUpExport {
  const random = seededRandom(seed);
  const writing = oneOf(WRITINGS, { random });
  const drawing: Drawing = { random, writing, rows: 40 + below(60, { random }) };
  const kinds: readonly (readonly DrawColumn[])[] = [numberColumns, wordColumns, numberColumns, timeColumns];
  const columns: MadeUpColumn[] = [];
  // One number in the style of the file, so that it has one.
  for (const all of [numberColumns.slice(0, 1), ...kinds.filter((_, at) => at === 0 || random() < 0.6)]) {
    const column = oneOf(all, drawing)(drawing);
    columns.push({ ...column, name: `${column.name}${columns.length > 0 ? ` ${columns.length}` : ""}` });
  }
  const lines = [columns.map(({ name }) => name), ...rowsOf(columns)];
  return { text: lines.map((row) => lineOf(row, writing.delimiter)).join("\n") + "\n", columns };
}

function rowsOf(columns: readonly MadeUpColumn[]): string[][] {
  return (columns[0]?.cells ?? []).map((_, row) => columns.map(({ cells }) => cells[row] ?? ""));
}

function lineOf(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) => (cell.includes(delimiter) || NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}
