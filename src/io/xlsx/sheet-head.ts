import type { Note } from "../../core/data/note";
import { HEAD_ROWS } from "../cells/cell-source";
import { findTable } from "../delimited/find-table";
import { readHeaderLines } from "../delimited/header-names";
import { headerNotes } from "../delimited/table-layout";
import { type FirstRows, firstRows, type LookLimit, type SheetRow } from "./sheet-rows";
import type { Sheet, Workbook } from "./workbook";

/** What the first rows of a sheet tell of the table on it. */
export interface SheetHead {
  /** The row of the sheet that holds the names, or the first of several, from 1; 0: none does. */
  readonly header: number;
  readonly guess: { readonly row: number; readonly sure: boolean; readonly why: Note };
  readonly names: readonly string[];
  /** The columns of the sheet that belong to the table, from 0. */
  readonly columns: readonly number[];
  /** The first rows of the table, as they stand in the sheet. */
  readonly body: readonly (readonly string[])[];
  /** Rows that stand above the table. */
  readonly above: readonly (readonly string[])[];
  /** The table has the rows of the sheet after this one. */
  readonly below: number;
  readonly isAll: boolean;
  /** Rows of the table, as far as they are known. */
  readonly rows: number;
  /** How a header of several rows was read. */
  readonly notes: readonly Note[];
}

/** Rows above a table, beside those that are looked at for kinds. */
const ROWS_ABOVE = 100;
/** A sheet may be wide and nearly empty: no more cells than that are kept of its beginning. */
const MAX_CELLS = 2_000_000;
/** As much as is looked at of a text. */
const MAX_CHARACTERS = 256 * 1024;
/** Rows that a table is looked for among, and empty ones that count between two of them. */
const ROWS_COMPARED = 300;
const MAX_GAP = 20;

/** Looks at the beginning of a sheet. `fixed`: the row of the names, as a person chose it. */
export async function sheetHead(workbook: Workbook, sheet: Sheet, fixed: number | undefined): Promise<SheetHead> {
  const { rows: filled, isAll, share } = await keptRows(workbook, sheet, limitFor(fixed ?? 0));
  const found = tableAmong(filled);
  const guessed = found.header[0]?.number ?? 0;
  const header = fixed ?? guessed;
  const lines = header === guessed ? found.header : filled.filter(({ number }) => number === header);
  const below = header === 0 ? found.first - 1 : (lines.at(-1)?.number ?? header);
  const body = filled.filter(({ number }) => number > below).map(({ cells }) => cells);
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length));
  const said = readHeaderLines(lines.map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at] ?? "")));
  const columns = columnsOf(said.names, body);
  const above = filled.filter((row) => row.number <= below && !lines.includes(row));
  return {
    header,
    guess: { row: guessed, sure: found.sure, why: found.why },
    names: columns.map((column) => said.names[column] ?? ""),
    columns,
    body,
    above: above.map(({ cells }) => cells),
    below,
    isAll,
    rows: isAll ? body.length : Math.round(body.length / Math.max(share, 1e-6)),
    notes: lines.length > 1 ? headerNotes(said, { first: header, count: lines.length }) : [],
  };
}

/** The first rows of sheets: a file is read right after it was looked at. */
const kept = new WeakMap<Sheet, { readonly rows: number; readonly first: Promise<FirstRows> }>();

function keptRows(workbook: Workbook, sheet: Sheet, limit: LookLimit): Promise<FirstRows> {
  const known = kept.get(sheet);
  if (known?.rows === limit.rows) return known.first;
  const first = firstRows(workbook, sheet, limit);
  kept.set(sheet, { rows: limit.rows, first });
  // What failed may not fail again: the file may be back.
  first.catch(() => kept.delete(sheet));
  return first;
}

/** The rows that are looked at where a person chose that of the names: the same for all that stand near the top. */
function limitFor(fixed: number): LookLimit {
  const above = Math.max(ROWS_ABOVE, Math.min(fixed, HEAD_ROWS));
  return { enough: 2 * above, rows: HEAD_ROWS + above, cells: MAX_CELLS, characters: MAX_CHARACTERS };
}

interface FoundTable {
  readonly header: readonly SheetRow[];
  /** The number of the first row of the table, without a header. */
  readonly first: number;
  readonly sure: boolean;
  readonly why: Note;
}

/** Looks for the table as in a text, whose lines the rows would be. */
function tableAmong(filled: readonly SheetRow[]): FoundTable {
  const lines: SheetRow[] = [];
  for (const row of filled.slice(0, ROWS_COMPARED)) {
    const last = lines.at(-1)?.number ?? row.number - 1;
    const gap = Math.min(MAX_GAP, Math.max(0, row.number - last - 1));
    for (let empty = 1; empty <= gap; empty++) lines.push({ number: last + empty, cells: [] });
    lines.push(row);
  }
  // A table may begin further to the right.
  const left = lines.reduce((least, { cells }) => Math.min(least, firstFilled(cells)), Infinity);
  const { value, sure, why } = findTable(lines.map(({ cells }) => cells.slice(Number.isFinite(left) ? left : 0)));
  const header = lines.slice(value.first - 1, value.first - 1 + value.count).filter(({ cells }) => cells.length > 0);
  return { header, first: lines[value.first - 1]?.number ?? 1, sure, why };
}

function firstFilled(cells: readonly string[]): number {
  const at = cells.findIndex((cell) => cell.trim() !== "");
  return at < 0 ? Infinity : at;
}

/** Columns with a name, and those without one that more than a lone cell fills. */
function columnsOf(names: readonly string[], body: readonly (readonly string[])[]): readonly number[] {
  const counts: number[] = [];
  for (const row of body)
    row.forEach((cell, column) => {
      if (cell.trim() !== "") counts[column] = (counts[column] ?? 0) + 1;
    });
  const enough = Math.min(2, body.length);
  return Array.from({ length: Math.max(names.length, counts.length) }, (_, column) => column).filter(
    (column) => (names[column] ?? "").trim() !== "" || (counts[column] ?? 0) >= Math.max(1, enough),
  );
}
