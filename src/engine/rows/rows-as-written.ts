import { Failure } from "../../core/data/failure";
import { lowerBound } from "../../core/math/sort";
import { cellsOfSource } from "../../io/read/read-source";
import type { ReadWatch, SourceCells } from "../../io/read/table-reader";
import type { RowsToWrite } from "../../io/write/file-writer";
import type { Origin, Table } from "../tables";

/** Rows of a table on their way into a file, from the first to the last. */
export interface RowsOnTheirWay {
  /** Of the columns, as the source writes them. */
  readonly names: readonly string[];
  /** Whether all cells stand in quotes there. */
  readonly isQuoted: boolean;
  readonly pieces: AsyncIterable<RowsToWrite>;
}

export interface WantedRows {
  /** Ascending. */
  readonly rows: Uint32Array;
  /** Whether the cells are wanted as the source writes them. */
  readonly asWritten: boolean;
  /** Of a preview nothing behind its last row is looked at, nor whether the source is still the same. */
  readonly isPreview: boolean;
}

/**
 * Rows with their cells as the source writes them: it is read once more, piece by piece, so that nothing of it is kept.
 * Without cells where they are not wanted so, or where the format has no text of its own.
 *
 * @throws Failure `file-vanished`, `file-changed` where the source is no longer what was read; what `checkpoint` rejects with
 */
export async function rowsAsWritten(
  table: Table,
  wanted: WantedRows,
  checkpoint: () => Promise<void>,
): Promise<RowsOnTheirWay> {
  const { dataset, origin } = table;
  const watch = { onProgress: () => undefined, checkpoint };
  const cells = wanted.asWritten ? await sourceOf(origin, watch) : null;
  if (cells) return { names: cells.names, isQuoted: cells.isQuoted === true, pieces: fromSource(table, cells, wanted) };
  return { names: dataset.columns.map(({ name }) => name), isQuoted: false, pieces: asRead(wanted.rows) };
}

async function sourceOf({ source, plan }: Origin, watch: ReadWatch): Promise<SourceCells | null> {
  try {
    return await cellsOfSource(source, plan, watch);
  } catch (error) {
    throw changed(error);
  }
}

async function* asRead(rows: Uint32Array): AsyncGenerator<RowsToWrite> {
  yield { rows, cell: null };
}

async function* fromSource(
  { dataset, origin }: Table,
  cells: SourceCells,
  { rows, isPreview }: WantedRows,
): AsyncGenerator<RowsToWrite> {
  let first = 0;
  let next = 0;
  try {
    for await (const piece of cells.pieces) {
      const before = first;
      first += piece.rows;
      const here = rows.subarray(next, lowerBound(rows, first));
      next += here.length;
      if (here.length > 0) yield { rows: here, cell: (at, column) => piece.text(here[at]! - before, column) }; // one of here
      if (isPreview && next === rows.length) return;
    }
  } catch (error) {
    throw changed(error);
  }
  if (first !== dataset.rowCount || cells.content() !== origin.content) throw new Failure({ code: "file-changed" });
}

/** What could be read before and cannot now was changed, unless it is gone. */
function changed(error: unknown): unknown {
  if (!(error instanceof Failure) || error.info.code === "file-vanished") return error;
  return new Failure({ code: "file-changed", detail: error.message });
}
