import { ContentHash } from "../../core/data/content-hash";
import type { DelimitedPlan } from "../../core/data/dialect";
import type { CellsPiece, ReadWatch, SourceCells } from "../read/table-reader";
import type { TextFile } from "./read-head";
import { readLayout } from "./read-layout";
import { type KeptRows, RowReading } from "./read-rows";

/** The cells of a delimited file as they are written, in the rows and columns of `readTable`. Throws what it throws. */
export async function cellsOfTable(source: TextFile, plan: DelimitedPlan, watch: ReadWatch): Promise<SourceCells> {
  const { layout, header, isQuoted } = await readLayout(source, plan);
  const hash = new ContentHash();
  const reading = new RowReading(source.blob, plan, layout, []);
  return {
    names: header.length === layout.width ? header : layout.names,
    isQuoted,
    pieces: pieces(),
    content: () => hash.finish(),
  };

  async function* pieces(): AsyncGenerator<CellsPiece> {
    for await (const kept of reading.pieces(watch, hash)) yield pieceOf(kept);
  }
}

function pieceOf({ table: { text, starts, ends, firsts }, rows }: KeptRows): CellsPiece {
  return {
    rows: rows.length,
    text(at, column) {
      const row = rows[at]!; // asked of its rows only
      if (row < 0) return "";
      const cell = firsts[row]! + column;
      return cell < firsts[row + 1]! ? text.slice(starts[cell], ends[cell]) : "";
    },
  };
}
