import type { Column } from "../../core/data/column";
import { runsAsFormula } from "../../io/write/formula";
import type { RowsToWrite } from "../../io/write/file-writer";
import { EXCEL_LIMITS } from "../../core/data/excel-limits";
import type { CallTools } from "../calls/host";
import { preparing } from "../preparing";
import type { CountRequest } from "../protocol";
import type { StoredRun } from "../stored-run";
import { createCheckpoint } from "../yield-to-events";
import { inPortions } from "./in-portions";
import { rowsAsWritten } from "./rows-as-written";
import { rowsInOrder } from "./rows-in-order";

const TEST_BY_NAME: Readonly<Record<CountRequest["of"], (text: string) => boolean>> = {
  formulas: runsAsFormula,
  "long-cells": (text) => text.length > EXCEL_LIMITS.characters,
};

/** How many cells and names of an export are of a kind. Throws what `exportRows` throws. */
export async function countCells(run: StoredRun, request: CountRequest, tools: CallTools): Promise<number> {
  const checkpoint = createCheckpoint(tools, () => "read");
  const reading = preparing(tools);
  const { columns } = run.table.dataset;
  const rows = rowsInOrder(run, request).toSorted();
  const wanted = { rows, asWritten: request.cells === "as-written", isPreview: false };
  const way = await rowsAsWritten(run.table, wanted, () => reading(null));
  const asRead = columns.map(wordsOf);
  const isCounted = TEST_BY_NAME[request.of];
  let count = way.names.filter(isCounted).length;
  let passed = 0;
  for await (const piece of way.pieces)
    for (const some of inPortions(piece, columns.length, () => false)) {
      count += countIn(some, asRead, isCounted);
      await checkpoint((passed += some.rows.length) / rows.length);
    }
  return count;
}

function countIn(
  { rows, cell }: RowsToWrite,
  asRead: readonly ((row: number) => string)[],
  isCounted: (text: string) => boolean,
): number {
  let count = 0;
  for (const [at, row] of rows.entries())
    asRead.forEach((wordOf, column) => {
      if (isCounted(cell ? cell(at, column) : wordOf(row))) count++;
    });
  return count;
}

/** The words of a column as they were read; numbers and times are neither formulas nor long. */
function wordsOf(column: Column): (row: number) => string {
  if (column.kind === "category") return (row) => column.levels[column.codes[row] ?? -1] ?? "";
  return column.kind === "text" ? (row) => column.values[row] ?? "" : () => "";
}
