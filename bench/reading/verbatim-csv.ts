import type { DelimitedPlan } from "../../src/core/data/dialect";
import type { CellTable } from "../../src/io/delimited/cell-table";
import type { BuiltColumn, ColumnBuilder } from "../../src/io/delimited/column-builder";
import { headRows, headText } from "../../src/io/delimited/head-rows";
import { readHead } from "../../src/io/delimited/read-head";
import { RowReading } from "../../src/io/delimited/read-rows";
import { layoutOf } from "../../src/io/delimited/table-layout";

/** Cells as they stand in the file, by the way that every table is read. */
class VerbatimBuilder implements ColumnBuilder {
  readonly cells: string[] = [];

  append({ text, starts, ends, firsts }: CellTable, rows: Int32Array, column: number): void {
    for (const row of rows) {
      const cell = row < 0 ? -1 : firsts[row]! + column;
      this.cells.push(row < 0 || cell >= firsts[row + 1]! ? "" : text.slice(starts[cell], ends[cell]));
    }
  }

  finish(): BuiltColumn {
    throw new Error("these cells become no column");
  }
}

/** The table of a file as RFC 4180: names as the file has them, and every cell as it was cut. */
export async function verbatimCsv(blob: Blob, plan: DelimitedPlan): Promise<string> {
  const head = await readHead({ name: "", blob }, plan.settings.compression);
  const { rows } = headRows(headText(head, plan.settings.encoding), head.whole, plan.settings);
  const layout = layoutOf(rows, plan.settings.header);
  const builders = layout.names.map(() => new VerbatimBuilder());
  const reading = new RowReading(blob, plan, layout.width, builders);
  await reading.run({ onProgress: () => undefined, checkpoint: () => Promise.resolve() }, null);

  const names = [...layout.names];
  for (const { column, from } of layout.renamed) names[column] = from;
  const lines = [lineOf(names)];
  for (let row = 0; row < reading.gate.kept; row++) lines.push(lineOf(builders.map(({ cells }) => cells[row]!)));
  return `${lines.join("\n")}\n`;
}

/** Quoted where it must be; a line of one empty cell, too, which else would be no line. */
function lineOf(cells: readonly string[]): string {
  if (cells.length === 1 && cells[0] === "") return '""';
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}
