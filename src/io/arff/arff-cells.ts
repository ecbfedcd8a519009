import type { Dialect } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import { type CellSource, HEAD_ROWS, MAX_COLUMNS, type RowsPiece } from "../cells/cell-source";
import { linesOf } from "../cells/lines-of";
import type { OnBytes } from "../read/open-bytes";
import { attributeOf, rowOfLine, type ArffAttribute, type ArffRow } from "./arff-line";

/** A file of Weka: lines that name the attributes, then rows, whole or as "{place value, ...}". */
export async function arffCells(blob: Blob, compression: Dialect["compression"]): Promise<CellSource> {
  const attributes: ArffAttribute[] = [];
  const head: string[][] = [];
  let bytesRead = 0;
  let whole = true;
  for await (const rows of rowsOf((read) => (bytesRead = read), attributes)) {
    for (const row of rows) if (row && head.length < HEAD_ROWS) head.push(row.cells);
    whole = head.length < HEAD_ROWS;
    if (!whole) break;
  }
  if (attributes.length === 0) throw new Failure({ code: "bad-format", values: { format: "ARFF", why: "no-table" } });
  let left = 0;
  let leftOut = 0;
  return {
    names: attributes.map(({ name }) => name),
    head,
    whole,
    rows: whole ? head.length : Math.round((blob.size / Math.max(1, bytesRead)) * head.length),
    pass,
    notes,
  };

  function notes(): readonly Note[] {
    return [
      ...(left > 0 ? [{ code: "arff.bad-rows" as const, values: { rows: left } }] : []),
      ...(leftOut > 0 ? [{ code: "arff.left-out" as const, values: { count: leftOut } }] : []),
    ];
  }

  async function* pass(onBytes: OnBytes): AsyncGenerator<RowsPiece> {
    left = 0;
    leftOut = 0;
    let heard = 0;
    const listen: OnBytes = (read, bytes) => {
      heard = read;
      onBytes(read, bytes);
    };
    for await (const rows of rowsOf(listen, [])) {
      const good = rows.filter((row) => row !== null);
      left += rows.length - good.length;
      leftOut += good.reduce((sum, row) => sum + row.leftOut, 0);
      yield { rows: good.map(({ cells }) => cells), done: heard / blob.size };
    }
  }

  /** Rows of cells, null for one that does not fit; what the attributes are is added to `named` on the way. */
  async function* rowsOf(onBytes: OnBytes, named: ArffAttribute[]): AsyncGenerator<readonly (ArffRow | null)[]> {
    let isData = false;
    for await (const lines of linesOf(blob, compression, "ARFF", onBytes)) {
      const rows: (ArffRow | null)[] = [];
      for (const line of lines) {
        const text = line.trim();
        if (text === "" || text.startsWith("%")) continue;
        if (isData) rows.push(rowOfLine(text, named));
        else if (/^@data\b/i.test(text)) isData = true;
        else if (/^@attribute\b/i.test(text)) named.push(attributeOf(text));
        if (named.length > MAX_COLUMNS)
          throw new Failure({ code: "too-many-columns", values: { columns: named.length, limit: MAX_COLUMNS } });
      }
      yield rows;
    }
  }
}
