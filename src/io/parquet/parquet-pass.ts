import type { PlanOf } from "../../core/data/read-plan";
import type { CellSettings } from "../cells/cell-source";
import type { ReadWatch } from "../read/table-reader";
import type { ColumnCollector } from "./column-collector";
import type { Footer } from "./footer";
import type { KeptRows } from "./kept-rows";
import { piecesOf } from "./pieces";
import { collectorOf, type ParquetColumnPlan } from "./plan-parquet";

interface Collected {
  readonly planned: ParquetColumnPlan;
  /** Null once it turned out that the column has to be read in another way. */
  collector: ColumnCollector | null;
}

/** One way through the file, for some of its columns. */
export class ParquetPass {
  readonly columns: ReadonlyMap<number, Collected>;

  constructor(
    private readonly blob: Blob,
    private readonly footer: Footer,
    /** By row group. */
    private readonly kept: readonly KeptRows[],
    plan: PlanOf<string, CellSettings>,
    planned: ReadonlyMap<number, ParquetColumnPlan>,
  ) {
    this.columns = new Map(
      [...planned].map(([at, one]) => [at, { planned: one, collector: collectorOf(one, plan) }] as const),
    );
  }

  /** Fills the collectors. Rejects with what is wrong with the file, and with what the checkpoint does. */
  async run(hear: (bytes: Uint8Array) => void, { onProgress, checkpoint }: ReadWatch): Promise<void> {
    const cells = this.footer.rows * this.columns.size;
    let [rows, done] = [0, 0];
    for (const [at, group] of this.footer.groups.entries()) {
      for (const one of this.columns.values()) {
        const { leaf, at: column } = one.planned.column;
        let row = 0;
        for await (const piece of piecesOf(this.blob, { leaf, at: column, groups: [group] }, hear)) {
          const part = this.kept[at]?.among(piece, row) ?? piece;
          if (one.collector && !one.collector.add(part)) one.collector = null;
          row += piece.places.length;
          done += piece.places.length;
          onProgress({ stage: "read", done: done / cells, rows: rows + Math.floor(row / this.columns.size) });
          await checkpoint();
        }
      }
      rows += group.rows;
    }
  }
}
