import type { Column } from "../../core/data/column";
import { runsAsFormula } from "../../io/write/formula";
import type { RowsToWrite } from "../../io/write/file-writer";
import type { CallTools } from "../calls/host";
import { preparing } from "../preparing";
import type { FormulasRequest } from "../protocol";
import type { StoredRun } from "../stored-run";
import { createCheckpoint } from "../yield-to-events";
import { inPortions } from "./in-portions";
import { rowsAsWritten } from "./rows-as-written";
import { rowsInOrder } from "./rows-in-order";

/** How many cells and names of an export a spreadsheet would run as formulas. Throws what `exportRows` throws. */
export async function countFormulas(run: StoredRun, request: FormulasRequest, tools: CallTools): Promise<number> {
  const checkpoint = createCheckpoint(tools, () => "read");
  const reading = preparing(tools);
  const { columns } = run.table.dataset;
  const rows = rowsInOrder(run, request).toSorted();
  const wanted = { rows, asWritten: request.cells === "as-written", isPreview: false };
  const way = await rowsAsWritten(run.table, wanted, () => reading(null));
  const asRead = columns.map(wordsOf);
  let count = way.names.filter(runsAsFormula).length;
  let passed = 0;
  for await (const piece of way.pieces)
    for (const some of inPortions(piece, columns.length, () => false)) {
      count += formulasIn(some, columns.length, asRead);
      await checkpoint((passed += some.rows.length) / rows.length);
    }
  return count;
}

function formulasIn({ rows, cell }: RowsToWrite, columns: number, asRead: readonly ((row: number) => string)[]) {
  let count = 0;
  for (const [at, row] of rows.entries())
    for (let column = 0; column < columns; column++)
      if (runsAsFormula(cell ? cell(at, column) : asRead[column]!(row))) count++; // one for each column
  return count;
}

/** The words of a column as they were read; numbers and times are no formulas. */
function wordsOf(column: Column): (row: number) => string {
  if (column.kind === "category") return (row) => column.levels[column.codes[row] ?? -1] ?? "";
  return column.kind === "text" ? (row) => column.values[row] ?? "" : () => "";
}
