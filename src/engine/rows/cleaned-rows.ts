import { cellChanges, type CellChange } from "../../core/clean/cell-changes";
import { changedColumns } from "../../core/data/changed-columns";
import { MS_PER_DAY } from "../../core/data/civil-time";
import type { Cell, Column, TimeColumn } from "../../core/data/column";
import { sourceRowOf } from "../../core/data/dataset";
import type { Dialect } from "../../core/data/dialect";
import { CellWriter, timeCell } from "../../io/write/csv-cell";
import type { RowsToWrite } from "../../io/write/file-writer";
import type { CallTools } from "../calls/host";
import type { Kinds } from "../kinds/kinds";
import { quiet } from "../preparing";
import type { ExportRequest } from "../protocol";
import type { StoredRun } from "../stored-run";
import { inWords } from "./export-reasons";

/** Reasons of so many rows are worked out before others get their turn. */
const EXPLAINED_AT_ONCE = 100;

/** A table whose telling cells are changed: its columns, what is laid over the text of its source, and the list of changes. */
export async function cleanedRows(
  run: StoredRun,
  kinds: Kinds,
  request: ExportRequest & Required<Pick<ExportRequest, "clean">>,
  rows: Uint32Array,
  { decimal }: Pick<Dialect, "decimal">,
  tools: CallTools,
) {
  const { dataset } = run.table;
  const flagged = rows.filter((row) => run.result.scores[row]! >= request.threshold); // a score for each row
  const found: CellChange[] = [];
  for (let from = 0; from < flagged.length; from += EXPLAINED_AT_ONCE) {
    const some = flagged.slice(from, from + EXPLAINED_AT_ONCE);
    const explanations = await kinds.of(run.request.recipe).explain(run, some, quiet(tools));
    found.push(...cellChanges(explanations, dataset.columns, request.clean.how));
  }
  const columns = changedColumns(
    dataset.columns,
    found.map(({ row, column, becomes: cell }) => ({ row, column, cell })),
  );
  const texts = new Map<number, Map<number, string>>();
  for (const { row, column, becomes } of found) {
    const own = texts.get(row) ?? new Map<number, string>();
    texts.set(row, own.set(column, textOf(becomes, columns[column], decimal)));
  }
  return {
    columns,
    /** The cells of the source, but for those that are changed. */
    overlay({ rows: piece, cell }: RowsToWrite): RowsToWrite {
      if (!cell) return { rows: piece, cell };
      return { rows: piece, cell: (at, column) => texts.get(piece[at]!)?.get(column) ?? cell(at, column) }; // at < length
    },
    changes: { file: listOf(run, found, request), count: found.length },
  };
}

/** A cell as the source would write it: what stands in front of the writer is taken for its text. */
function textOf(cell: Cell, column: Column | undefined, decimal: Dialect["decimal"]): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (column?.kind === "time") return timeCell(cell, isOfDays(column), column.zone);
  return decimal === "," ? String(cell).replace(".", ",") : String(cell);
}

function isOfDays({ values }: TimeColumn): boolean {
  return values.every((time) => Number.isNaN(time) || time % MS_PER_DAY === 0);
}

function listOf(run: StoredRun, changes: readonly CellChange[], request: Parameters<typeof cleanedRows>[2]): Blob {
  const { dataset } = run.table;
  const { words } = request.clean;
  const writer = new CellWriter(request.format);
  const value = (cell: Cell, column: Column | undefined) =>
    column?.kind === "time" && typeof cell === "number"
      ? timeCell(cell, isOfDays(column), column.zone)
      : writer.value(cell);
  const lines = changes.map(({ row, column, was, becomes, why }) => {
    const own = dataset.columns[column];
    const cells = [
      writer.value(sourceRowOf(dataset, row)),
      writer.text(own?.name ?? ""),
      value(was, own),
      value(becomes, own),
      writer.text(inWords({ contributions: [why] }, run, request.words)),
    ];
    return cells.join(request.format.separator);
  });
  const names = [words.row, words.column, words.was, words.becomes, words.why].map((name) => writer.text(name));
  const text = [names.join(request.format.separator), ...lines].join("\r\n");
  return new Blob([`${request.format.bom ? "\uFEFF" : ""}${text}\r\n`], { type: "text/csv" });
}
