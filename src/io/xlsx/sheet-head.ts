import type { HeaderGuess } from "../delimited/guess-header";
import { HEAD_ROWS } from "../cells/cell-source";
import { tableStartOf } from "../cells/table-start";
import { firstRows } from "./sheet-rows";
import type { Sheet, Workbook } from "./workbook";

/** What the first rows of a sheet tell of the table on it. */
export interface SheetHead {
  /** The row of the sheet that holds the names, from 1; 0: none does. */
  readonly header: number;
  readonly guess: HeaderGuess & { readonly row: number };
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
}

/** Rows above a table, beside those that are looked at for kinds. */
const ROWS_ABOVE = 100;
/** A sheet may be wide and nearly empty: no more cells than that are kept of its beginning. */
const MAX_CELLS = 2_000_000;

/** Looks at the beginning of a sheet. `fixed`: the row of the names, as a person chose it. */
export async function sheetHead(workbook: Workbook, sheet: Sheet, fixed: number | undefined): Promise<SheetHead> {
  const from = Math.max(fixed ?? 0, 0);
  const { rows, isAll, share } = await firstRows(workbook, sheet, {
    rows: HEAD_ROWS + ROWS_ABOVE + Math.min(from, HEAD_ROWS),
    cells: MAX_CELLS,
  });
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const start = tableStartOf(filled.map(({ cells }) => cells));
  const row = start.header.value ? (filled[start.first]?.number ?? 0) : 0;
  const header = fixed ?? row;
  const named = header > 0 ? filled.find(({ number }) => number === header) : undefined;
  const below = header > 0 ? header : (filled[start.first]?.number ?? 1) - 1;
  const body = filled.filter(({ number }) => number > below).map(({ cells }) => cells);
  const columns = columnsOf(named?.cells ?? [], body);
  return {
    header,
    guess: { ...start.header, row },
    names: columns.map((column) => named?.cells[column] ?? ""),
    columns,
    body,
    above: filled.filter(({ number }) => number <= below && number !== header).map(({ cells }) => cells),
    below,
    isAll,
    rows: isAll ? body.length : Math.round(body.length / Math.max(share, 1e-6)),
  };
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
