import type { Dialect } from "../../core/data/dialect";
import type { Note } from "../../core/data/note";
import { writtenNumberOf } from "../../core/data/written-number";
import { isValueCell } from "./known-cell";

interface StyleGuess<T> {
  readonly value: T;
  readonly sure: boolean;
  readonly why: Note;
}

export interface NumberStyleGuess {
  readonly decimal: StyleGuess<Dialect["decimal"]>;
  readonly thousands: StyleGuess<Dialect["thousands"]>;
}

type Fixed = Partial<Pick<Dialect, "decimal" | "thousands">>;

/** Only columns that are nearly all values are asked: addresses such as 192.168.100.200 are none. */
const MIN_VALUE_SHARE = 0.8;
/** So few different words, again and again, say that a value is not there: "unavailable", "k.A.". */
const MAX_WORDS = 3;

/** What the marks in the first numbers prove, counted, each with an example. */
class Evidence {
  count = 0;
  example = "";
  add(cell: string): void {
    if (this.count++ === 0) this.example = cell;
  }
}

const GROUPED_ONCE = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** So many numbers without a mark, and with one, show what it stands for. */
const MIN_SHORT = 5;
const LEADING_SIGN = /^[-+−]/;
/** By commas also as in India: 12,34,567. */
const GROUPED_NUMBER = { ",": /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/, ".": /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/ };
const DECIMAL_NUMBER = { ",": /^[\d\s'’]*,\d+(?:[eE][-+]?\d+)?$/, ".": /^[\d\s'’]*\.\d+(?:[eE][-+]?\d+)?$/ };
const BLANK_GROUPED = /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d*)?$/;
const QUOTE_GROUPED = /^\d{1,3}(?:['’]\d{3})+(?:[.,]\d*)?$/;

/**
 * Guesses the decimal mark and the mark between thousands from numbers that can be read in one way
 * only: `1,5`, `0,123` and `1.234,5` prove a decimal comma; `1,234,567` and `1,234.5` prove a comma
 * between thousands. `1,234` alone proves nothing.
 */
export function guessNumberStyle(
  rows: readonly (readonly string[])[],
  delimiter: string,
  fixed: Fixed,
): NumberStyleGuess {
  const decimal = { ",": new Evidence(), ".": new Evidence() };
  const thousands = { ",": new Evidence(), ".": new Evidence(), " ": new Evidence(), "'": new Evidence() };
  const open = { ",": new Evidence(), ".": new Evidence() };

  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const cells = rows.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
    if (!areMostlyValues(cells)) continue;
    let short = 0;
    let long = 0;
    const grouped: Record<"," | ".", string[]> = { ",": [], ".": [] };
    for (const cell of cells) {
      const body = (writtenNumberOf(cell)?.number ?? cell).replace(LEADING_SIGN, "");
      if (/^\d{1,3}$/.test(body)) short++;
      else if (GROUPED_ONCE.test(body)) grouped[body.includes(",") ? "," : "."].push(body);
      else long++;
      if (!/^[\d.,]/.test(body) || !/[.,'’\s]/.test(body)) continue;
      if (BLANK_GROUPED.test(body)) thousands[" "].add(cell);
      if (QUOTE_GROUPED.test(body)) thousands["'"].add(cell);
      weigh(body, ",", ".");
      weigh(body, ".", ",");
    }
    // Numbers up to 999 have no mark and all others have one before their last three digits: it stands for thousands.
    if (short >= MIN_SHORT && long <= cells.length * 0.02)
      for (const mark of [",", "."] as const)
        if (grouped[mark].length >= MIN_SHORT) thousands[mark].add(grouped[mark][0] ?? "");
  }
  return { decimal: decimalGuess(), thousands: thousandsGuess() };

  function weigh(body: string, mark: "," | ".", other: "," | "."): void {
    if (GROUPED_NUMBER[mark].test(body)) {
      const sure = body.includes(other) || body.indexOf(mark) !== body.lastIndexOf(mark);
      if (body.startsWith("0")) decimal[mark].add(body);
      else if (sure) {
        thousands[mark].add(body);
        if (body.includes(other)) decimal[other].add(body);
      } else open[mark].add(body);
    } else if (DECIMAL_NUMBER[mark].test(body)) decimal[mark].add(body);
  }

  function decimalGuess(): NumberStyleGuess["decimal"] {
    const comma = decimal[","];
    const point = decimal["."];
    if (fixed.decimal) return { value: fixed.decimal, sure: true, why: { code: "dialect.chosen" } };
    if (comma.count + point.count > 0) {
      const value = comma.count > point.count ? "," : ".";
      const sure = Math.min(comma.count, point.count) < 0.05 * Math.max(comma.count, point.count);
      const code = `dialect.decimal.${sure ? "seen" : "both"}` as const;
      return {
        value,
        sure,
        why: { code, values: { example: decimal[value].example, other: decimal[value === "," ? "." : ","].example } },
      };
    }
    if (thousands["."].count > 0)
      return {
        value: ",",
        sure: true,
        why: { code: "dialect.decimal.seen", values: { example: thousands["."].example } },
      };
    if (open[","].count > 0 && thousands[","].count === 0 && (fixed.thousands ?? "") !== ",") {
      const value = delimiter === ";" ? "," : ".";
      return { value, sure: false, why: { code: "dialect.decimal.open", values: { example: open[","].example } } };
    }
    if (open["."].count > 0)
      return {
        value: ".",
        sure: delimiter !== ";",
        why: { code: "dialect.decimal.open", values: { example: open["."].example } },
      };
    return { value: ".", sure: delimiter !== ";", why: { code: "dialect.decimal.none" } };
  }

  function thousandsGuess(): NumberStyleGuess["thousands"] {
    const point = decimalGuess().value;
    if (fixed.thousands !== undefined) return { value: fixed.thousands, sure: true, why: { code: "dialect.chosen" } };
    const marks = ([",", ".", " ", "'"] as const).filter((mark) => mark !== point);
    const best = marks.reduce((a, b) => (thousands[b].count > thousands[a].count ? b : a));
    if (thousands[best].count > 0)
      return {
        value: best,
        sure: best !== " ",
        why: { code: "dialect.thousands.seen", values: { example: thousands[best].example } },
      };
    const other = point === "." ? "," : ".";
    if (open[other].count > 0)
      return {
        value: other,
        sure: false,
        why: { code: "dialect.thousands.open", values: { example: open[other].example } },
      };
    return { value: "", sure: true, why: { code: "dialect.thousands.none" } };
  }
}

function areMostlyValues(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => !isValueCell(cell) && writtenNumberOf(cell) === null);
  if (words.length <= cells.length * (1 - MIN_VALUE_SHARE)) return true;
  return words.length < cells.length / 2 && new Set(words).size <= MAX_WORDS;
}
