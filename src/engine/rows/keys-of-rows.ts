import { isoTime } from "../../core/data/civil-time";
import { cellOf, type Cell } from "../../core/data/column";
import { Failure } from "../../core/data/failure";
import { RecordHash } from "../../core/marks/record-hash";
import { RowKeys } from "../../core/marks/row-keys";
import type { Table } from "../tables";
import type { Checkpoint } from "../yield-to-events";
import { rowsAsWritten } from "./rows-as-written";

const ROWS_PER_YIELD = 5000;

/**
 * What tells the rows of a table apart: their records as the source writes them, which is read once more for it, so that
 * another way of reading leaves them what they are; what was read of them where the source has no text, or is no longer
 * what was read.
 */
export async function keysOfRows(table: Table, checkpoint: Checkpoint): Promise<RowKeys> {
  try {
    return await keysOf(table, true, checkpoint);
  } catch (error) {
    const isGone =
      error instanceof Failure && (error.info.code === "file-changed" || error.info.code === "file-vanished");
    if (!isGone) throw error;
    return keysOf(table, false, checkpoint);
  }
}

async function keysOf(table: Table, asWritten: boolean, checkpoint: Checkpoint): Promise<RowKeys> {
  const { columns, rowCount } = table.dataset;
  const rows = Uint32Array.from({ length: rowCount }, (_, row) => row);
  const way = await rowsAsWritten(table, { rows, asWritten, isPreview: false }, () => checkpoint(null));
  const high = new Uint32Array(rowCount);
  const low = new Uint32Array(rowCount);
  const hash = new RecordHash();
  for await (const { rows: here, cell } of way.pieces)
    for (let at = 0; at < here.length; at++) {
      if (at % ROWS_PER_YIELD === 0) await checkpoint(null);
      const row = here[at]!;
      hash.begin();
      for (let column = 0; column < columns.length; column++)
        hash.add(cell ? cell(at, column) : textOf(cellOf(columns[column]!, row), columns[column]!.kind));
      hash.finish();
      high[row] = hash.high;
      low[row] = hash.low;
    }
  return new RowKeys(high, low);
}

function textOf(cell: Cell, kind: string): string {
  if (typeof cell === "number") return kind === "time" ? isoTime(cell) : String(cell);
  return cell ?? "";
}
