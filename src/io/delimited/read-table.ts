import { ContentHash } from "../../core/data/content-hash";
import type { Column } from "../../core/data/column";
import type { DelimitedPlan } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { CellsMet, ReadReport } from "../../core/data/read-report";
import type { ReadTableOf, ReadWatch } from "../read/table-reader";
import { MAX_LINES_ASIDE } from "./aside";
import type { BuiltColumn } from "./column-builder";
import { builderOf, planColumns, replan, type ColumnPlan, unitOf } from "./plan-columns";
import { quoteNotes } from "./quote-notes";
import type { TextFile } from "./read-head";
import { readLayout } from "./read-layout";
import { type Oddities, RowReading } from "./read-rows";
import type { TableLayout } from "./table-layout";

/** Columns read so far, by position, and those that have to be read again. */
interface Progress {
  readonly columns: (Column | null)[];
  readonly unreadable: CellsMet[];
  readonly emptied: CellsMet[];
  readonly kindWhy: Note[];
  readonly notes: Note[];
  /** Units, as cells have them. */
  readonly units: string[];
  pending: Map<number, ColumnPlan>;
}

/**
 * Reads a delimited text file into typed columns, as a stream: no row ever becomes an object. Kinds
 * come from the first rows; a column that turns out to be another kind further on (more than 2 % of
 * its values cannot be read) is read again, it alone, so that no text is lost. Positions in the
 * report count data rows from 1, as a person counts.
 *
 * @throws Failure `empty-file`, `header-only`, `no-rows`, `not-text`, `unclosed-quote`, `bad-gzip`,
 *   `bad-encoding`, `file-vanished`, `too-many-columns`, `out-of-memory`; whatever `watch.checkpoint`
 *   rejects with
 */
export async function readTable(
  source: TextFile,
  plan: DelimitedPlan,
  watch: ReadWatch,
): Promise<ReadTableOf<ReadReport>> {
  const started = performance.now();
  const { layout } = await readLayout(source, plan);
  const progress: Progress = {
    columns: layout.names.map(() => null),
    unreadable: layout.names.map(() => ({ count: 0, examples: [] })),
    emptied: layout.names.map(() => ({ count: 0, examples: [] })),
    kindWhy: layout.names.map(() => ({ code: "kind.all-missing" })),
    notes: [],
    units: layout.names.map(() => ""),
    pending: new Map(planColumns(layout, plan).entries()),
  };

  const hash = new ContentHash();
  const { gate, oddities } = await readColumns(source.blob, plan, layout, progress, watch, hash);
  while (progress.pending.size > 0) await readColumns(source.blob, plan, layout, progress, watch, null);
  if (gate.seen === 0) throw new Failure({ code: "header-only", values: { columns: layout.width } });
  if (gate.kept === 0) throw new Failure({ code: "no-rows", values: { rows: gate.seen } });

  const { shortRows, longRows, emptyRows, seen: rowsSeen, kept: rowsKept } = gate;
  const columns = progress.columns.filter((column) => column !== null);
  return {
    dataset: { name: source.name, rowCount: rowsKept, columns, sourceRows: gate.sourceRows() },
    report: {
      rowsSeen,
      rowsKept,
      shortRows,
      longRows,
      emptyRows,
      renamed: layout.renamed,
      unreadable: progress.unreadable,
      emptied: progress.emptied,
      notes: [
        ...layout.notes,
        ...gate.aside.notes(),
        ...notesOf(oddities, plan, rowsKept, rowsSeen),
        ...progress.notes,
      ],
      linesAside: [...layout.linesAbove, ...gate.aside.lines].slice(0, MAX_LINES_ASIDE),
      seconds: (performance.now() - started) / 1000,
    },
    kindWhy: progress.kindWhy,
    units: progress.units.map((unit, column) => unit || (layout.units[column] ?? "")),
    content: hash.finish(),
  };
}

/** Reads the pending columns; those that turn out to be another kind stay pending with a new plan. */
async function readColumns(
  blob: Blob,
  plan: DelimitedPlan,
  layout: TableLayout,
  progress: Progress,
  watch: ReadWatch,
  hash: ContentHash | null,
): Promise<RowReading> {
  const { pending } = progress;
  const builders = layout.names.map((_, column) => {
    const columnPlan = pending.get(column);
    return columnPlan ? builderOf(columnPlan, plan) : null;
  });
  const reading = new RowReading(blob, plan, layout, builders);
  try {
    await reading.run(watch, hash);
    progress.pending = new Map();
    for (const [column, columnPlan] of pending)
      settle(progress, column, columnPlan, builders[column]!.finish(columnPlan.name), plan);
  } catch (error) {
    if (error instanceof RangeError)
      throw new Failure({ code: "out-of-memory", values: { rows: reading.gate.seen }, detail: error.message });
    throw error;
  }
  return reading;
}

function settle(
  progress: Progress,
  column: number,
  columnPlan: ColumnPlan,
  built: BuiltColumn,
  plan: DelimitedPlan,
): void {
  if (built.demoted) {
    progress.pending.set(column, replan(columnPlan, built.demoted.why, built.demoted.sample, plan));
    return;
  }
  if (built.reordered) {
    progress.pending.set(column, { ...columnPlan, order: built.reordered });
    return;
  }
  progress.columns[column] = built.column;
  progress.notes.push(...built.notes);
  progress.unreadable[column] = built.unreadable;
  progress.emptied[column] = built.emptied;
  progress.units[column] = unitOf(columnPlan);
  progress.kindWhy[column] = built.changed ?? columnPlan.why;
}

function notesOf(oddities: Oddities, plan: DelimitedPlan, kept: number, seen: number): readonly Note[] {
  const notes: Note[] = [];
  if (plan.sample && kept < seen) notes.push({ code: "read.sampled", values: { kept, seen } });
  if (oddities.replaced > 0)
    notes.push({ code: "read.replaced", values: { characters: oddities.replaced, encoding: plan.settings.encoding } });
  return [...notes, ...quoteNotes(oddities)];
}
