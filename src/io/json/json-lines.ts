import type { Dialect } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import { type CellSource, HEAD_ROWS, type RowsPiece } from "../cells/cell-source";
import { linesOf } from "../cells/lines-of";
import type { OnBytes } from "../read/open-bytes";
import { JsonCells, parseJson } from "./json-cells";

const HEAD_CHARACTERS = 4 * 1024 * 1024;

/** JSON Lines: one object, or one list, a line. */
export async function jsonLines(blob: Blob, compression: Dialect["compression"]): Promise<CellSource> {
  const cells = new JsonCells();
  const head: unknown[] = [];
  let characters = 0;
  let bytesRead = 0;
  let whole = true;
  let broken = 0;
  for await (const lines of linesOf(blob, compression, "JSON Lines", (read) => (bytesRead = read))) {
    for (const line of lines) {
      characters += line.length + 1;
      if (line.trim() === "") continue;
      const value = valueOf(line);
      if (value === undefined) broken++;
      else if (head.length < HEAD_ROWS) {
        cells.learn(value);
        head.push(value);
      }
    }
    whole = head.length < HEAD_ROWS && characters < HEAD_CHARACTERS;
    if (!whole) break;
  }
  if (broken > head.length) throw new Failure({ code: "bad-format", values: { format: "JSON Lines", why: "broken" } });
  const rows = head.map((value) => cells.rowOf(value));
  let bad = { count: 0, first: 0 };

  return {
    names: cells.names,
    head: rows,
    whole,
    rows: whole ? rows.length : Math.max(rows.length, Math.round((blob.size / Math.max(1, bytesRead)) * rows.length)),
    pass,
    notes(): readonly Note[] {
      const lines: Note = { code: "json.bad-lines", values: { lines: bad.count, first: bad.first } };
      return bad.count > 0 ? [...cells.notes(), lines] : cells.notes();
    },
  };

  async function* pass(onBytes: OnBytes): AsyncGenerator<RowsPiece> {
    cells.forget();
    bad = { count: 0, first: 0 };
    let line = 0;
    let heard = 0;
    const listen: OnBytes = (read, bytes) => {
      heard = read;
      onBytes(read, bytes);
    };
    for await (const lines of linesOf(blob, compression, "JSON Lines", listen)) {
      const piece: string[][] = [];
      for (const text of lines) {
        line++;
        if (text.trim() === "") continue;
        const value = valueOf(text);
        if (value !== undefined) piece.push(cells.rowOf(value));
        else if (bad.count++ === 0) bad.first = line;
      }
      yield { rows: piece, done: heard / blob.size };
    }
  }
}

/** What a line says; undefined where it is neither an object nor a list, or broken. */
function valueOf(line: string): unknown {
  try {
    const value = parseJson(line);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
