import type { Column } from "../../core/data/column";
import { CellWriter, timeCell } from "../../io/write/csv-cell";
import type { TextRequest } from "../calls/rows";
import type { Table } from "../tables";
import type { Checkpoint } from "../yield-to-events";

const MS_PER_DAY = 86_400_000;
const ROWS_PER_YIELD = 5000;

/**
 * Rows as text that a spreadsheet takes as cells when it is pasted: tabs between cells, a line for each row, quotes where a
 * cell holds one of these, and an apostrophe where it would be run.
 */
export async function rowsAsText({ dataset }: Table, request: TextRequest, checkpoint: Checkpoint): Promise<string> {
  const { rows, decimal, withNames } = request;
  const writer = new CellWriter({ separator: "\t", quote: '"', decimal, bom: false, guard: true });
  const columns = request.columns?.flatMap((at) => dataset.columns[at] ?? []) ?? dataset.columns;
  const cells = columns.map((column) => cellText(column, writer));
  const lines = withNames ? [columns.map(({ name }) => writer.text(name)).join("\t")] : [];
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_PER_YIELD === 0) await checkpoint(at / rows.length);
    lines.push(cells.map((cell) => cell(row)).join("\t"));
  }
  return lines.join("\n");
}

function cellText(column: Column, writer: CellWriter): (row: number) => string {
  switch (column.kind) {
    case "number":
      return (row) => writer.number(column.values[row] ?? NaN);
    case "time": {
      const onlyDays = column.values.every((time) => Number.isNaN(time) || time % MS_PER_DAY === 0);
      return (row) => timeCell(column.values[row] ?? NaN, onlyDays, column.zone).replace("T", " ");
    }
    case "category":
      return (row) => writer.text(column.levels[column.codes[row] ?? -1] ?? "");
    case "text":
      return (row) => writer.text(column.values[row] ?? "");
    default:
      return column satisfies never;
  }
}
