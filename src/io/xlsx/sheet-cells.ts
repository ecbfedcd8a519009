import type { Note } from "../../core/data/note";
import { type CellSource, HEAD_ROWS, type RowsPiece } from "../cells/cell-source";
import { footOf, isTotalRow, ROWS_OF_FOOT } from "../cells/table-foot";
import { openBytes, type OnBytes } from "../read/open-bytes";
import type { SheetHead } from "./sheet-head";
import { sheetRows } from "./sheet-rows";
import type { SheetRow, SheetTally } from "./sheet-sink";
import type { Sheet, Workbook } from "./workbook";

/** A table on a sheet: its names, its columns and the rows below them. */
export function sheetCells(blob: Blob, workbook: Workbook, sheet: Sheet, head: SheetHead): CellSource {
  const { columns, names, below, body } = head;
  const bodyHasTotals = body.slice(0, -ROWS_OF_FOOT).some(isTotalRow);
  const isPlain = columns.every((column, at) => column === at);
  let tally: SheetTally | null = null;
  let foot: readonly (readonly string[])[] = [];
  let beside = 0;
  return { names, head: body.slice(0, HEAD_ROWS).map(within), whole: head.isAll, rows: head.rows, pass, notes };

  async function* pass(onBytes: OnBytes): AsyncGenerator<RowsPiece> {
    yield* heard(blob, onBytes);
    beside = 0;
    // The last rows wait until it is known whether they belong to the table.
    let held: SheetRow[] = [];
    const pieces = sheetRows(workbook, sheet);
    for (let next = await pieces.next(); ; next = await pieces.next()) {
      if (next.done) {
        tally = next.value;
        break;
      }
      for (const row of next.value.rows) if (row.number > below && isFilled(row)) held.push(row);
      const ready = held.slice(0, -ROWS_OF_FOOT);
      held = held.slice(-ROWS_OF_FOOT);
      yield { rows: ready.map(counted), done: next.value.done };
    }
    const last = held.map(({ cells }) => cells);
    const gaps = held.map(({ number }, at) => at > 0 && number - held[at - 1]!.number > 1); // the one before
    const cut = last.length - footOf(last, gaps, bodyHasTotals);
    foot = last.slice(cut);
    yield { rows: held.slice(0, cut).map(counted), done: 1 };
  }

  function counted({ cells }: SheetRow): readonly string[] {
    const row = within(cells);
    const filled = (one: readonly string[]) => one.reduce((sum, cell) => sum + (cell === "" ? 0 : 1), 0);
    if (columns.length < cells.length) beside += filled(cells) - filled(row);
    return row;
  }

  function within(cells: readonly string[]): readonly string[] {
    // Most tables begin in column A and fill every column.
    if (isPlain && cells.length === columns.length) return cells;
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

function isFilled({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell.trim() !== "");
}

function aboveNotes({ above }: SheetHead): readonly Note[] {
  if (above.length === 0) return [];
  return [{ code: "xlsx.above", values: { count: above.length, example: exampleOf(above) } }];
}

function footNotes(foot: readonly (readonly string[])[]): readonly Note[] {
  return foot.length === 0 ? [] : [{ code: "xlsx.foot", values: { count: foot.length, example: exampleOf(foot) } }];
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
