import type { Column } from "../../core/data/column";
import { columnNamesOf } from "../../core/data/column-names";
import { ContentHash } from "../../core/data/content-hash";
import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { PlanOf } from "../../core/data/read-plan";
import type { CellsMet, ReadReport } from "../../core/data/read-report";
import { CellTable } from "../delimited/cell-table";
import { builderOf, replan, type ColumnPlan, unitOf } from "../delimited/plan-columns";
import type { ReadTableOf, ReadWatch } from "../read/table-reader";
import { planCells, textPlanOf } from "./cell-plan";
import type { CellSettings, CellSource } from "./cell-source";
import { checkShape } from "./inspect-cells";
import { RowSampler } from "./row-sampler";

interface BuiltSoFar {
  readonly columns: (Column | null)[];
  readonly unreadable: CellsMet[];
  readonly emptied: CellsMet[];
  readonly kindWhy: Note[];
  readonly notes: Note[];
  readonly units: string[];
  pending: Map<number, ColumnPlan>;
}

/**
 * Reads cells into typed columns, piece by piece. As with a text, a column that turns out to be another kind further on
 * is read again, it alone.
 *
 * @throws Failure `header-only`, `no-rows`, `too-many-columns`, `out-of-memory`; what the source and
 *   `watch.checkpoint` reject with
 */
export async function readCells(
  name: string,
  source: CellSource,
  plan: PlanOf<string, CellSettings>,
  watch: ReadWatch,
): Promise<ReadTableOf<ReadReport>> {
  const started = performance.now();
  checkShape(source.names.length, source.head.length);
  const { names, renamed } = columnNamesOf(source.names);
  const textPlan = textPlanOf(plan);
  const so: BuiltSoFar = {
    columns: names.map(() => null),
    unreadable: names.map(() => ({ count: 0, examples: [] })),
    emptied: names.map(() => ({ count: 0, examples: [] })),
    kindWhy: names.map(() => ({ code: "kind.all-missing" })),
    notes: [],
    units: names.map(() => ""),
    pending: new Map(planCells(source, names, plan).entries()),
  };
  const hash = new ContentHash();
  const rows = await pass(hash);
  while (so.pending.size > 0) await pass(null);
  if (rows.seen === 0) throw new Failure({ code: "header-only", values: { columns: names.length } });
  if (rows.kept === 0) throw new Failure({ code: "no-rows", values: { rows: rows.seen } });

  const columns = so.columns.filter((column) => column !== null);
  const none = { count: 0, first: [] };
  return {
    dataset: { name, rowCount: rows.kept, columns, sourceRows: rows.sourceRows() },
    report: {
      rowsSeen: rows.seen,
      rowsKept: rows.kept,
      shortRows: none,
      longRows: none,
      emptyRows: 0,
      renamed,
      unreadable: so.unreadable,
      emptied: so.emptied,
      notes: [...source.notes(), ...so.notes],
      seconds: (performance.now() - started) / 1000,
    },
    kindWhy: so.kindWhy,
    units: so.units,
    content: hash.finish(),
  };

  async function pass(heard: ContentHash | null): Promise<RowSampler> {
    const { pending } = so;
    const sampler = new RowSampler(plan.sample);
    const builders = [...pending].map(([column, one]) => ({ column, one, builder: builderOf(one, textPlan) }));
    const table = new CellTable();
    try {
      for await (const piece of source.pass((_, bytes) => heard?.add(bytes))) {
        const { typed } = piece;
        if (typed) {
          const kept = sampler.among(typed.rows);
          for (const { column, builder } of builders) builder.take(typed, kept, column);
        } else if (piece.rows.length > 0) {
          const kept = piece.rows.filter(() => sampler.takes());
          table.fill(kept);
          const all = Int32Array.from(kept, (_, row) => row);
          for (const { column, builder } of builders) builder.append(table, all, column);
        }
        watch.onProgress({ stage: "read", done: Math.min(1, piece.done), rows: sampler.seen });
        await watch.checkpoint();
      }
      so.pending = new Map();
      for (const { column, one, builder } of builders) {
        const built = builder.finish(one.name);
        if (built.demoted) so.pending.set(column, replan(one, built.demoted.why, built.demoted.sample, textPlan));
        else if (built.reordered) so.pending.set(column, { ...one, order: built.reordered });
        else {
          so.notes.push(...built.notes);
          so.columns[column] = built.column;
          so.unreadable[column] = built.unreadable;
          so.emptied[column] = built.emptied;
          so.units[column] = unitOf(one);
          so.kindWhy[column] = built.changed ?? one.why;
        }
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Failure({ code: "out-of-memory", values: { rows: sampler.seen }, detail: error.message });
    }
    return sampler;
  }
}
