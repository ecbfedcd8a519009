import type { ColumnKind } from "../../core/data/column";
import { columnNamesOf } from "../../core/data/column-names";
import type { Note } from "../../core/data/note";
import type { PlanOf } from "../../core/data/read-plan";
import { textPlanOf } from "../cells/cell-plan";
import type { CellSettings } from "../cells/cell-source";
import { builderOf, planColumns, type ColumnPlan } from "../delimited/plan-columns";
import { CellCollector, type ColumnCollector, ValueCollector } from "./column-collector";
import type { OpenColumn, OpenParquet } from "./open-parquet";

/** How one column of a Parquet file is read. */
export interface ParquetColumnPlan {
  readonly column: OpenColumn;
  /** How it is read like the cells of a text. */
  readonly cells: ColumnPlan;
  /** Its values are taken as the file stores them, and not as cells. */
  readonly isStored: boolean;
  readonly kind: ColumnKind;
  readonly why: Note;
}

/**
 * Plans the columns. What the file says of a column holds, but for two things that no type can say: numbers that are
 * times by their name and size, and numbers that are codes by their name. Words are looked at as in a text.
 */
export function planParquet(
  { columns, head }: OpenParquet,
  plan: PlanOf<string, CellSettings>,
): readonly ParquetColumnPlan[] {
  const { names } = columnNamesOf(columns.map(({ leaf }) => leaf.name));
  const asText = planColumns({ names, body: head }, textPlanOf(plan));
  return columns.map((column, at) => {
    const cells = asText[at]!; // One per name.
    const chosen = plan.kinds[at];
    const { kind, why } = column.type;
    const declared = kind === "words" || (kind === "number" && meansMore(column, cells)) ? null : kind;
    const wanted = chosen ?? declared;
    const isStored = wanted !== null && (wanted === kind || (wanted === "number" && kind === "time"));
    if (!isStored) return { column, cells, isStored, kind: cells.kind, why: cells.why };
    return { column, cells, isStored, kind: wanted, why: wanted === declared ? why : cells.why };
  });
}

/** The plan for a column with a value that has more digits than a number keeps. */
export function asWords(planned: ParquetColumnPlan): ParquetColumnPlan {
  const { cells } = planned;
  if (cells.fixed) return { ...planned, isStored: false };
  const why: Note = { code: "parquet.long-digits" };
  return { ...planned, isStored: false, kind: "category", why, cells: { ...cells, kind: "category", why, seen: true } };
}

/** The plan for a column that turned out to be no number or time further on. */
export function replanned(planned: ParquetColumnPlan, cells: ColumnPlan): ParquetColumnPlan {
  return { ...planned, cells, isStored: false, kind: cells.kind, why: cells.why };
}

/** Whether numbers are something else by their name, or more than a number keeps. */
function meansMore({ leaf, head }: OpenColumn, guess: ColumnPlan): boolean {
  if (!guess.seen || guess.kind === "number") return false;
  const isWhole = leaf.element.type === "INT32" || leaf.element.type === "INT64";
  if (guess.kind === "time" || !isWhole) return guess.kind === "time";
  return guess.why.code === "kind.code-name" || head.some((cell) => Math.abs(Number(cell)) > Number.MAX_SAFE_INTEGER);
}

/** The collector of a planned column. */
export function collectorOf(
  { column, kind, cells, isStored }: ParquetColumnPlan,
  plan: PlanOf<string, CellSettings>,
): ColumnCollector {
  if (!isStored) return new CellCollector(builderOf(cells, textPlanOf(plan)), column.type);
  return new ValueCollector(kind === "time" ? "time" : "number", column.type, {
    missing: plan.settings.missing,
    noValue: cells.noValue,
  });
}
