import type { ColumnKind } from "../../core/data/column";
import type { DelimitedPlan } from "../../core/data/dialect";
import { type KindGuess, clockOf, kindInference } from "../../core/data/infer-kind";
import { missingTest } from "../../core/data/missing-words";
import type { Note } from "../../core/data/note";
import { numberParser } from "../../core/data/parse-number";
import { type Clock, numberReader, timeReader } from "../../core/data/value-parser";
import type { ColumnBuilder } from "./column-builder";
import { MAX_ROWS_FOR_KINDS } from "./inspect-table";
import type { TableLayout } from "./table-layout";
import { ValueBuilder } from "./value-builder";
import { CategoryBuilder, TextBuilder } from "./word-builder";

/** How one column is to be read. */
export interface ColumnPlan {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly why: Note;
  readonly affix: string;
  readonly clock: Clock;
  /** A person chose the kind, or it was found by reading the whole column. */
  readonly fixed: boolean;
  /** False when the first rows had no value to infer a kind from. */
  readonly seen: boolean;
}

/** Plans the columns from the first rows and from what a person chose. */
export function planColumns(layout: TableLayout, plan: DelimitedPlan): readonly ColumnPlan[] {
  const infer = kindInference(plan.settings);
  const rows = layout.body.slice(0, MAX_ROWS_FOR_KINDS);
  return layout.names.map((name, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    const guess = infer(name, cells);
    const chosen = plan.kinds[column];
    if (chosen === undefined || chosen === guess.kind) return { ...guess, name, fixed: chosen !== undefined };
    const clock = chosen === "time" ? clockAmong(cells, plan) : guess.clock;
    return { ...guess, name, kind: chosen, why: { code: "kind.chosen" }, clock, fixed: true };
  });
}

/** The plan for a column that could not be read as planned; it gets its kind from the cells that failed. */
export function replan(before: ColumnPlan, why: Note, sample: readonly string[], plan: DelimitedPlan): ColumnPlan {
  const guess: KindGuess | null = before.seen ? null : kindInference(plan.settings)(before.name, sample);
  if (guess?.kind === "time") return { ...guess, name: before.name, fixed: false, seen: true };
  return { ...before, kind: "category", why, fixed: false, seen: true };
}

/** The builder of a planned column. */
export function builderOf(column: ColumnPlan, { settings }: DelimitedPlan): ColumnBuilder {
  switch (column.kind) {
    case "number":
      return new ValueBuilder("number", numberReader(settings, column.affix), settings, column.fixed);
    case "time":
      return new ValueBuilder("time", timeReader(settings, column.clock), settings, column.fixed);
    case "category":
      return new CategoryBuilder(missingTest(settings.missing), column.fixed);
    case "text":
      return new TextBuilder(missingTest(settings.missing));
    default:
      return column.kind satisfies never;
  }
}

/** For a column that a person called a time: how its bare numbers, if they are bare, say it. */
function clockAmong(cells: readonly string[], { settings }: DelimitedPlan): Clock {
  const parse = numberParser(settings);
  const isMissing = missingTest(settings.missing);
  const values = cells.filter((cell) => !isMissing(cell, 0, cell.length));
  const numbers = values.map((cell) => parse(cell, 0, cell.length)).filter((value) => !Number.isNaN(value));
  return numbers.length > values.length / 2 ? (clockOf(numbers) ?? "seconds") : "text";
}
