import type { Column } from "../../core/data/column";
import { columnNamesOf } from "../../core/data/column-names";
import { ContentHash } from "../../core/data/content-hash";
import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { PlanOf } from "../../core/data/read-plan";
import type { CellsMet, ReadReport } from "../../core/data/read-report";
import { textPlanOf } from "../cells/cell-plan";
import type { CellSettings } from "../cells/cell-source";
import { RowSampler } from "../cells/row-sampler";
import { replan } from "../delimited/plan-columns";
import type { ReadTableOf, ReadWatch } from "../read/table-reader";
import { KeptRows } from "./kept-rows";
import { openParquet } from "./open-parquet";
import { ParquetPass } from "./parquet-pass";
import { asWords, type ParquetColumnPlan, planParquet, replanned } from "./plan-parquet";

/**
 * Reads a Parquet file, row group by row group and in each column by column, straight into typed columns. A column that
 * turns out to be something else further on is read again, it alone.
 *
 * @throws Failure `bad-format`, `header-only`, `no-rows`, `out-of-memory`, `file-vanished`; what `watch.checkpoint`
 *   rejects with
 */
export async function readParquet(
  { name, blob }: { readonly name: string; readonly blob: Blob },
  plan: PlanOf<string, CellSettings>,
  watch: ReadWatch,
): Promise<ReadTableOf<ReadReport>> {
  const started = performance.now();
  const open = await openParquet(blob);
  const { footer } = open;
  const { names, renamed } = columnNamesOf(open.columns.map(({ leaf }) => leaf.name));
  const columns: (Column | null)[] = names.map(() => null);
  const unreadable: CellsMet[] = names.map(() => ({ count: 0, examples: [] }));
  const emptied = [...unreadable];
  const kindWhy: Note[] = names.map(() => ({ code: "kind.all-missing" }));
  const notes: Note[] = [...open.notes];
  const hash = new ContentHash();
  hash.add(footer.bytes);

  let pending = new Map(planParquet(open, plan).entries());
  const rows = new RowSampler(plan.sample);
  const kept = footer.groups.map(() => new KeptRows(rows));
  for (let first = true; pending.size > 0; first = false) {
    const hear = first ? (bytes: Uint8Array) => hash.add(bytes) : () => undefined;
    pending = await pass(hear, first ? watch : { ...watch, onProgress: () => undefined });
  }
  if (rows.kept === 0) throw new Failure({ code: "no-rows", values: { rows: rows.seen } });
  if (plan.sample && rows.kept < rows.seen)
    notes.push({ code: "read.sampled", values: { kept: rows.kept, seen: rows.seen } });
  const none = { count: 0, first: [] };
  return {
    dataset: {
      name,
      rowCount: rows.kept,
      columns: columns.filter((column) => column !== null),
      sourceRows: rows.sourceRows(),
    },
    report: {
      rowsSeen: rows.seen,
      rowsKept: rows.kept,
      shortRows: none,
      longRows: none,
      emptyRows: 0,
      renamed,
      unreadable,
      emptied,
      notes,
      seconds: (performance.now() - started) / 1000,
    },
    kindWhy,
    content: hash.finish(),
  };

  /** Reads what is pending; returns what has to be read once more, in another way. */
  async function pass(hear: (bytes: Uint8Array) => void, by: ReadWatch): Promise<Map<number, ParquetColumnPlan>> {
    const again = new Map<number, ParquetColumnPlan>();
    try {
      const all = new ParquetPass(blob, footer, kept, plan, pending);
      await all.run(hear, by);
      for (const [at, { planned, collector }] of all.columns) {
        if (!collector) {
          again.set(at, asWords(planned));
          continue;
        }
        const built = collector.finish(planned.cells.name);
        const next = built.demoted
          ? replan(planned.cells, built.demoted.why, built.demoted.sample, textPlanOf(plan))
          : built.reordered && { ...planned.cells, order: built.reordered };
        if (next) again.set(at, replanned(planned, next));
        else {
          columns[at] = built.column;
          unreadable[at] = built.unreadable;
          emptied[at] = built.emptied;
          kindWhy[at] = built.changed ?? planned.why;
          notes.push(...built.notes);
        }
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Failure({ code: "out-of-memory", values: { rows: footer.rows }, detail: error.message });
    }
    return again;
  }
}
