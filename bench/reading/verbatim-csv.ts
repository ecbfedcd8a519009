import type { DelimitedPlan } from "../../src/core/data/dialect";
import { cellsOfTable } from "../../src/io/delimited/cells-of-table";
import { readLayout } from "../../src/io/delimited/read-layout";

/** The table of a file as RFC 4180: names as the file has them, none where it has none, and every cell as it was cut. */
export async function verbatimCsv(blob: Blob, plan: DelimitedPlan): Promise<string> {
  const source = { name: "", blob };
  const { layout } = await readLayout(source, plan);
  const watch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
  const { pieces } = await cellsOfTable(source, plan, watch);
  const lines = layout.written.length > 0 ? [lineOf(layout.written)] : [];
  for await (const { rows, text } of pieces)
    for (let row = 0; row < rows; row++) lines.push(lineOf(layout.names.map((_, column) => text(row, column))));
  return `${lines.join("\n")}\n`;
}

/** Quoted where it must be; a line of one empty cell, too, which else would be no line. */
function lineOf(cells: readonly string[]): string {
  if (cells.length === 1 && cells[0] === "") return '""';
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}
