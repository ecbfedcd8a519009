import { ContentHash } from "../../core/data/content-hash";
import type { PlanOf } from "../../core/data/read-plan";
import type { CellsPiece, ReadWatch, SourceCells } from "../read/table-reader";
import type { CellSettings, CellSource } from "./cell-source";
import { RowSampler } from "./row-sampler";
import { textAt } from "./typed-rows";

/** The cells of a source as its format gives them, in the rows and columns of `readCells`. */
export function writtenCells(source: CellSource, plan: PlanOf<string, CellSettings>, watch: ReadWatch): SourceCells {
  const hash = new ContentHash();
  const sampler = new RowSampler(plan.sample);
  return { names: source.names, pieces: pieces(), content: () => hash.finish() };

  async function* pieces(): AsyncGenerator<CellsPiece> {
    for await (const piece of source.pass((_, bytes) => hash.add(bytes))) {
      const { rows, typed } = piece;
      const kept = sampler.among(typed?.rows ?? rows.length);
      const text = (row: number, column: number) => (typed ? textAt(typed, row, column) : (rows[row]?.[column] ?? ""));
      yield { rows: kept.length, text: (at, column) => text(kept[at] ?? -1, column) };
      watch.onProgress({ stage: "read", done: Math.min(1, piece.done), rows: sampler.seen });
      await watch.checkpoint();
    }
  }
}
