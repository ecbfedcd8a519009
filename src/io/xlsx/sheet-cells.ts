import type { Note } from "../../core/data/note";
import { type CellSource, HEAD_ROWS, type RowsPiece } from "../cells/cell-source";
import { footOf, isTotalRow, ROWS_OF_FOOT } from "../cells/table-foot";
import { openBytes, type OnBytes } from "../read/open-bytes";
import type { SheetHead } from "./sheet-head";
import { SheetGrid } from "./sheet-grid";
import { rowsOf, sheetRows } from "./sheet-rows";
import type { SheetScanner } from "./sheet-scanner";
import type { SheetTally } from "./sheet-tally";
import type { Sheet, Workbook } from "./workbook";

/** A table on a sheet: its names, its columns and the rows below them. */
export function sheetCells(blob: Blob, workbook: Workbook, sheet: Sheet, head: SheetHead): CellSource {
  const { columns, names, below, body } = head;
  const bodyHasTotals = body.slice(0, -ROWS_OF_FOOT).some(isTotalRow);
  const grid = new SheetGrid(columns, () => beside++);
  let tally: SheetTally | null = null;
  let foot: readonly (readonly string[])[] = [];
  let beside = 0;
  return { names, head: body.slice(0, HEAD_ROWS).map(within), whole: head.isAll, rows: head.rows, pass, notes };

  async function* pass(onBytes: OnBytes): AsyncGenerator<RowsPiece> {
    yield* heard(blob, onBytes);
    beside = 0;
    for await (const { scanner, isLast, done } of sheetRows(workbook, sheet, below)) {
      tally = scanner.tally;
      // The last rows wait until it is known whether they belong to the table.
      const ready = Math.max(0, scanner.block.rows - (isLast ? footIn(scanner) : ROWS_OF_FOOT));
      for (const typed of grid.rows(scanner, ready)) yield { rows: [], typed, done };
      if (ready === 0) yield { rows: [], done };
      scanner.drop(ready);
    }
  }

  /** How many of the last rows are none of the table. */
  function footIn(scanner: SheetScanner): number {
    const { rows } = scanner.block;
    const last = rowsOf(scanner, Math.max(0, rows - ROWS_OF_FOOT));
    const gaps = last.map(({ number }, at) => at > 0 && number - last[at - 1]!.number > 1); // the one before
    const count = footOf(
      last.map(({ cells }) => cells),
      gaps,
      bodyHasTotals,
    );
    foot = last.slice(last.length - count).map(({ cells }) => cells);
    if (count > 0) leaveOut(scanner, rows - count);
    return count;
  }

  function within(cells: readonly string[]): readonly string[] {
    return columns.map((column) => cells[column] ?? "");
  }

  function notes(): readonly Note[] {
    return [...aboveNotes(head), ...head.notes, ...footNotes(foot), ...(tally ? tallyNotes(tally, beside) : [])];
  }
}

/** Lets `onBytes` hear the whole file, which the parts that are read are not. */
async function* heard(blob: Blob, onBytes: OnBytes): AsyncGenerator<RowsPiece> {
  const bytes = openBytes(blob, "none", onBytes);
  for (let next = await bytes.next(); !next.done; next = await bytes.next()) yield { rows: [], done: 0 };
}

function aboveNotes({ above }: SheetHead): readonly Note[] {
  if (above.length === 0) return [];
  return [{ code: "xlsx.above", values: { count: above.length, example: exampleOf(above) } }];
}

function footNotes(foot: readonly (readonly string[])[]): readonly Note[] {
  return foot.length === 0 ? [] : [{ code: "xlsx.foot", values: { count: foot.length, example: exampleOf(foot) } }];
}

/** Errors, and formulas without a result, in rows that are none of the table are no loss. */
function leaveOut({ block, tally }: SheetScanner, from: number): void {
  tally.errors = block.errors[from]!;
  tally.noResult = block.lacking[from]!;
}

function tallyNotes({ errors, firstError, noResult, hiddenRows, merged }: SheetTally, beside: number): readonly Note[] {
  const notes: Note[] = [];
  if (errors > 0) notes.push({ code: "xlsx.errors", values: { count: errors, example: firstError } });
  if (noResult > 0) notes.push({ code: "xlsx.no-result", values: { count: noResult } });
  if (merged > 0) notes.push({ code: "xlsx.merged", values: { count: merged } });
  if (hiddenRows > 0) notes.push({ code: "xlsx.hidden-rows", values: { count: hiddenRows } });
  if (beside > 0) notes.push({ code: "xlsx.beside", values: { count: beside } });
  return notes;
}

/** The first of some rows, to show: its cells, shortened. */
function exampleOf(rows: readonly (readonly string[])[]): string {
  const text = (rows[0] ?? []).filter((cell) => cell.trim() !== "").join(" | ");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
