import type { ColumnKind } from "../../core/data/column";
import type { DelimitedPlan, Dialect } from "../../core/data/dialect";
import { type DateOrder, orderAmong } from "../../core/data/date-order";
import { clockOf } from "../../core/data/bare-clock";
import { colonFormOf, durationFormOf } from "../../core/data/duration";
import { type KindGuess, kindInference } from "../../core/data/infer-kind";
import { type IsMissing, mayBeLevel, missingTest } from "../../core/data/missing-words";
import type { Note } from "../../core/data/note";
import { factorOf, NO_FORM, type NumberForm, numberFormOf } from "../../core/data/number-form";
import { numberParser } from "../../core/data/parse-number";
import { timeOfDay } from "../../core/data/time-of-day";
import { type Clock, numberReader, timeReader, zoneOfClock } from "../../core/data/value-parser";
import { ZoneTally } from "../../core/data/time-zone";
import { CellTally } from "./cell-tally";
import type { ColumnBuilder } from "./column-builder";
import { OrderTally } from "./order-tally";
import { MAX_ROWS_FOR_KINDS } from "./inspect-table";
import type { TableLayout } from "./table-layout";
import { ValueBuilder } from "./value-builder";
import { CategoryBuilder, TextBuilder } from "./word-builder";

/** How one column is to be read. */
export interface ColumnPlan {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly why: Note;
  readonly form: NumberForm;
  readonly clock: Clock;
  /** How 03/04/2024 is read in this column. */
  readonly order: DateOrder;
  /** Numbers that mean "no value" in this column alone. */
  readonly noValue: readonly number[];
  /** A person chose the kind, or it was found by reading the whole column. */
  readonly fixed: boolean;
  /** False when the first rows had no value to infer a kind from. */
  readonly seen: boolean;
}

/** The unit that the numbers of a column carry in their cells; empty: none. */
export function unitOf({ kind, form }: ColumnPlan): string {
  return kind === "number" ? form.unit : "";
}

/** Plans the columns from the first rows and from what a person chose. */
export function planColumns(layout: Pick<TableLayout, "names" | "body">, plan: DelimitedPlan): readonly ColumnPlan[] {
  const infer = kindInference(plan.settings);
  const rows = layout.body.slice(0, MAX_ROWS_FOR_KINDS);
  return layout.names.map((name, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    const guess = infer(name, cells);
    const chosen = plan.kinds[column];
    const order = orderAmong(cells) ?? plan.settings.dateOrder;
    const planned = { ...guess, name, order, noValue: plan.noValue?.[column] ?? [] };
    if (chosen === undefined || chosen === guess.kind) return { ...planned, fixed: chosen !== undefined };
    const clock = chosen === "time" ? clockAmong(name, cells, plan) : guess.clock;
    const form = chosen === "number" ? chosenFormOf(name, cells) : NO_FORM;
    return { ...planned, kind: chosen, why: { code: "kind.chosen" }, clock, form, fixed: true };
  });
}

/** The form of a column that a person called numbers: times of day, too, are some then. */
function chosenFormOf(name: string, cells: readonly string[]): NumberForm {
  const values = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const clocks = values.filter((value) => value.includes(":") && !Number.isNaN(timeOfDay(value)));
  const duration =
    durationFormOf(name, values) ?? (clocks.length * 2 > values.length ? colonFormOf(name, values) : null);
  return duration ? { unit: "s", factors: {}, duration } : numberFormOf(cells);
}

/** The plan for a column that could not be read as planned; it gets its kind from the cells that failed. */
export function replan(before: ColumnPlan, why: Note, sample: readonly string[], plan: DelimitedPlan): ColumnPlan {
  const guess: KindGuess | null = before.seen ? null : kindInference(plan.settings)(before.name, sample);
  if (guess?.kind === "time" || guess?.kind === "number")
    return { ...before, ...guess, order: orderAmong(sample) ?? before.order, fixed: false, seen: true };
  return { ...before, kind: "category", why, fixed: false, seen: true };
}

/** The builder of a planned column. */
export function builderOf(column: ColumnPlan, { settings }: DelimitedPlan): ColumnBuilder {
  switch (column.kind) {
    case "number":
    case "time":
      return valueBuilderOf(column.kind, column, settings);
    case "category":
      return new CategoryBuilder(missingAmongWords(column, settings), column.fixed);
    case "text":
      return new TextBuilder(missingAmongWords(column, settings));
    default:
      return column.kind satisfies never;
  }
}

/** A mark such as `-` is a word among words, unless nothing else stands in the column or a person said otherwise. */
function missingAmongWords({ why }: ColumnPlan, { missing, missingIn }: Dialect): IsMissing {
  const isEverywhere = missingIn === "everywhere" || why.code === "kind.all-missing";
  return missingTest(isEverywhere ? missing : missing.filter((word) => !mayBeLevel(word)));
}

function valueBuilderOf(kind: "number" | "time", column: ColumnPlan, dialect: Dialect): ColumnBuilder {
  const limits = new CellTally();
  const noted = new CellTally();
  const { fixed, clock, order, noValue } = column;
  if (kind === "number") {
    const parse = numberReader(dialect, column.form, (mark, cell) => (mark === "limit" ? limits : noted).add(cell));
    const isBare = factorOf({ unit: "" }, column.form) === 1 && !column.form.duration;
    const point = isBare ? (column.form.style ?? dialect).decimal : null;
    const known = { asKnown: isBare ? kind : null, point, onKnown: () => undefined };
    return new ValueBuilder({ kind, parse, fixed, limits, noted, order: null, zone: null, noValue, ...known }, dialect);
  }
  const zones = new ZoneTally();
  const parse = timeReader({ ...dialect, dateOrder: order }, clock, zones);
  const zone = () => (clock === "text" ? zones.found : zoneOfClock(clock));
  const tally = clock === "text" ? new OrderTally(order, dialect.dateOrder) : null;
  // A moment on a calendar says no zone.
  const onKnown = () => zones.see(Number.NaN);
  const known = { asKnown: clock === "text" ? "moment" : null, point: null, onKnown } as const;
  return new ValueBuilder({ kind, parse, fixed, limits, noted, order: tally, zone, noValue, ...known }, dialect);
}

/** For a column that a person called a time: how its bare numbers, if they are bare, say it. */
function clockAmong(name: string, cells: readonly string[], { settings }: DelimitedPlan): Clock {
  const parse = numberParser(settings);
  const isMissing = missingTest(settings.missing);
  const values = cells.filter((cell) => !isMissing(cell, 0, cell.length));
  const numbers = values.map((cell) => parse(cell, 0, cell.length)).filter((value) => !Number.isNaN(value));
  return numbers.length > values.length / 2 ? (clockOf(name, numbers) ?? "seconds") : "text";
}
