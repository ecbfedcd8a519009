import { cellOf } from "../core/data/column";
import { lookAt } from "../io/read/look-at";
import { readSource } from "../io/read/read-source";
import { quiet } from "./read-text";

/** A log as a source. */
export const logSource = (...parts: BlobPart[]) => ({
  name: "server.log",
  files: [{ path: "server.log", blob: new Blob(parts) }],
});

/** What a person gets who drops the file: its format, its columns as text by name, and what was told. */
export async function openedLog(text: BlobPart, date?: string) {
  const blob = date === undefined ? new Blob([text]) : new File([text], "x", { lastModified: Date.parse(date) });
  const source = { name: "server.log", files: [{ path: "server.log", blob }] };
  const look = await lookAt(source);
  if (look.is !== "table") throw new Error("no table");
  const table = await readSource(source, look.inspection.plan, quiet);
  const { dataset, as } = table;
  if (as.format === "images") throw new Error("images");
  const columns = dataset.columns.map((column) => {
    const cells = Array.from({ length: dataset.rowCount }, (_, row) => cellOf(column, row));
    const shown = column.kind === "time" ? cells.map((ms) => ms && new Date(ms).toISOString()) : cells;
    return [column.name, shown] as const;
  });
  return {
    table,
    format: as.format,
    doubts: look.inspection.guesses.filter(({ sure }) => !sure).map(({ field }) => field),
    kinds: Object.fromEntries(dataset.columns.map(({ name, kind }) => [name, kind])),
    cells: Object.fromEntries(columns),
    notes: as.report.notes,
    rows: dataset.rowCount,
  };
}
