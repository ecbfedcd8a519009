import type { Dialect } from "../../core/data/dialect";
import type { Note } from "../../core/data/note";
import { timeParser } from "../../core/data/parse-time";

export interface DateOrderGuess {
  readonly value: Dialect["dateOrder"];
  readonly sure: boolean;
  readonly why: Note;
}

const SHORT_DATE = /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d|[/.-])/;

const CLOCK_WITH_POINTS = /^(\d{1,2})(\.)(\d{2})\.\d{2}$/;

/**
 * Guesses how 03/04/2024 is read: a part above 12 is a day; else the order in which neighbouring rows
 * lie closer together, when one is far better; else day first for `.` and `-` and for files with a
 * decimal comma, month first for `/`.
 */
export function guessDateOrder(body: readonly (readonly string[])[], decimal: Dialect["decimal"]): DateOrderGuess {
  let dayFirst = 0;
  let monthFirst = 0;
  let separator = "";
  let example = "";
  const columns = new Set<number>();
  const clocks = clockColumnsIn(body);
  for (const row of body) {
    row.forEach((cell, column) => {
      const date = clocks.has(column) ? null : SHORT_DATE.exec(cell.trim());
      if (!date) return;
      columns.add(column);
      separator = date[2] ?? "";
      if (Number(date[1]) > 12) dayFirst++;
      else if (Number(date[3]) > 12) monthFirst++;
      else example ||= cell.trim();
    });
  }
  if (columns.size === 0) return { value: "day-first", sure: true, why: { code: "dialect.dateOrder.none" } };
  if (dayFirst + monthFirst > 0) {
    const value = dayFirst >= monthFirst ? "day-first" : "month-first";
    const sure = dayFirst === 0 || monthFirst === 0;
    return { value, sure, why: { code: `dialect.dateOrder.${sure ? value : "both"}` } };
  }
  const cells = [...columns].map((column) => body.map((row) => row[column] ?? ""));
  const asDays = travel(cells, "day-first");
  const asMonths = travel(cells, "month-first");
  if (asDays < asMonths / 3)
    return { value: "day-first", sure: false, why: { code: "dialect.dateOrder.steady", values: { example } } };
  if (asMonths < asDays / 3)
    return { value: "month-first", sure: false, why: { code: "dialect.dateOrder.steady", values: { example } } };
  const value = separator === "/" && decimal === "." ? "month-first" : "day-first";
  return { value, sure: false, why: { code: "dialect.dateOrder.open", values: { example } } };
}

/** Columns of times of day that are written with points, 18.45.00: some of them are no date in any order. */
function clockColumnsIn(body: readonly (readonly string[])[]): ReadonlySet<number> {
  const clocks = new Set<number>();
  for (const row of body)
    row.forEach((cell, column) => {
      const [, first, separator, second] = CLOCK_WITH_POINTS.exec(cell.trim()) ?? [];
      if (separator === "." && Number(first) < 24 && Number(second) > 31) clocks.add(column);
    });
  return clocks;
}

/** How far neighbouring rows lie apart, summed up. */
function travel(columns: readonly (readonly string[])[], order: Dialect["dateOrder"]): number {
  const parse = timeParser(order);
  let sum = 0;
  for (const cells of columns) {
    let before = Number.NaN;
    for (const cell of cells) {
      const now = parse(cell, 0, cell.length);
      if (Number.isNaN(now)) continue;
      if (!Number.isNaN(before)) sum += Math.abs(now - before);
      before = now;
    }
  }
  return sum;
}
