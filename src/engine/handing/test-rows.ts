import { csvFile } from "../../io/write/csv-file";
import { rowsAsWritten } from "../rows/rows-as-written";
import type { StoredRun } from "../stored-run";
import type { Checkpoint } from "../yield-to-events";
import type { SeenCells } from "./column-reading";
import type { FileReading } from "./file-reading";

/** Rows that the scripts are checked by: the strangest, and others down to the most ordinary. */
const CHECKED = 20;
const STRANGEST = 8;
/** Rows whose cells say how columns are read. */
const LOOKED_AT = 2000;

/** Rows of a table with their cells as the source writes them, where it has text. */
export interface TestRows {
  /** The names of the columns as they are written. */
  readonly names: readonly string[];
  readonly csv: Blob;
  /** The score of each of them in all its digits, and whether it is flagged. */
  readonly scores: string;
  /** Cells of a column that say how it is read; null where the source has no text of its own. */
  readonly seen: ((column: number) => SeenCells) | null;
}

/** Goes through the source once. Throws as `rowsAsWritten` does. */
export async function testRowsOf(
  { table, result }: StoredRun,
  threshold: number,
  { style, format }: FileReading,
  checkpoint: Checkpoint,
): Promise<TestRows> {
  const { dataset } = table;
  const checked = checkedRows(result.order);
  const rows = Uint32Array.from(new Set([...checked, ...evenly(dataset.rowCount, LOOKED_AT)])).sort();
  const way = await rowsAsWritten(table, { rows, asWritten: true, isPreview: false }, () => checkpoint(null));
  const cells = new Map<number, readonly string[]>();
  for await (const { rows: some, cell } of way.pieces) {
    if (cell) some.forEach((row, at) => cells.set(row, dataset.columns.map((_, column) => cell(at, column)))); // prettier-ignore
    await checkpoint(null);
  }
  const columns = dataset.columns.map((column, at) => ({ name: way.names[at] ?? column.name, column }));
  const writer = await csvFile(format).begin({
    columns,
    added: [],
    rowCount: checked.length,
    isQuoted: way.isQuoted,
    numbers: style,
  });
  const hasText = cells.size > 0;
  const cellAt = (at: number, column: number) => cells.get(checked[at]!)?.[column] ?? ""; // at < length
  const parts = await writer.add({ rows: Uint32Array.from(checked), cell: hasText ? cellAt : null });
  const lines = checked.map((row) => `${result.scores[row]!},${Number(result.scores[row]! >= threshold)}`); // a scored row
  const places = [...cells.keys()];
  return {
    names: columns.map(({ name }) => name),
    csv: new Blob([...parts, ...(await writer.finish())]),
    scores: ["score,flagged", ...lines, ""].join("\n"),
    seen: hasText ? (column) => ({ rows: places, cells: places.map((row) => cells.get(row)?.[column] ?? "") }) : null,
  };
}

function checkedRows(order: Uint32Array): readonly number[] {
  const most = Array.from(order.subarray(0, STRANGEST));
  const others = evenly(order.length, CHECKED - most.length).map((place) => order[place]!); // places of the order
  return [...new Set([...most, ...others])];
}

/** So many of `count` places at most, as far apart as they can be. */
function evenly(count: number, most: number): number[] {
  const all = Math.min(count, most);
  return Array.from({ length: all }, (_, at) => Math.floor(((at + 0.5) * count) / all));
}
