import type { ColumnKind } from "./column";
import { isDigitCode, isPhoneLike } from "./digit-code";
import { missingTest } from "./missing-words";
import type { Note } from "./note";
import { affixedOf } from "./number-affix";
import { numberParser } from "./parse-number";
import { timeParser } from "./parse-time";
import { saysNaming } from "./role-names";
import { saysTime } from "./time-names";
import { type CellStyle, type Clock, msOfCompactDate } from "./value-parser";

/** What a column holds, why, and how its cells are to be read. */
export interface KindGuess {
  readonly kind: ColumnKind;
  readonly why: Note;
  /** The percent or currency sign that the numbers carry; empty: none. */
  readonly affix: string;
  readonly clock: Clock;
  /** False when no cell of the sample had a value. */
  readonly seen: boolean;
}

/** A column is a number or a time column while at most this share of its values cannot be read as one. */
export const MAX_UNREADABLE_SHARE = 0.02;

/** Values this long on average are read by people, not compared. */
const MIN_PROSE_LENGTH = 60;
const MANY_LEVELS = 20;

const FIRST_SECOND = 1e8;
const LAST_SECOND = 4.2e9;

/** Guesses what a column holds from its name and its first cells. */
export type InferKind = (name: string, cells: readonly string[]) => KindGuess;

/** The guess for files whose cells are written in `style`. */
export function kindInference(style: CellStyle): InferKind {
  const isMissing = missingTest(style.missing);
  const parseNumber = numberParser(style);
  const parseTime = timeParser(style.dateOrder);

  return (name, cells) => {
    const values = cells.filter((cell) => !isMissing(cell, 0, cell.length)).map((cell) => cell.trim());
    if (values.length === 0) return guess("number", { code: "kind.all-missing" }, { seen: false });
    return numbersOf(name, values) ?? timesOf(values) ?? wordsOf(values);
  };

  function numbersOf(name: string, values: readonly string[]): KindGuess | null {
    const affix = commonAffix(values);
    const plain = affix === "" ? values : values.map((value) => affixedOf(value)?.number ?? value);
    const numbers = plain.map((value) => parseNumber(value, 0, value.length));
    const readable = numbers.filter((value) => !Number.isNaN(value));
    if (unreadable(readable.length, values.length)) return null;
    const of = { read: readable.length, of: values.length };
    if (affix !== "")
      return guess("number", { code: "kind.numbers-with-sign", values: { sign: affix, ...of } }, { affix });

    const code = codeAmong(name, values);
    if (code) return { ...wordsOf(values), why: code };
    const clock = saysTime(name) ? clockOf(readable) : null;
    if (clock) return guess("time", { code: `kind.${clock}`, values: { example: values[0] ?? "" } }, { clock });
    return guess("number", { code: "kind.numbers", values: of });
  }

  function timesOf(values: readonly string[]): KindGuess | null {
    const readable = values.filter((value) => !Number.isNaN(parseTime(value, 0, value.length)));
    if (unreadable(readable.length, values.length)) return null;
    const shapes = new Set(readable.map(shapeOf)).size;
    const note: Note = {
      code: shapes > 1 ? "kind.mixed-times" : "kind.times",
      values: { example: readable[0] ?? "", shapes },
    };
    return guess("time", note);
  }

  function wordsOf(values: readonly string[]): KindGuess {
    const distinct = new Set(values).size;
    const length = values.reduce((sum, value) => sum + value.length, 0) / values.length;
    if (length > MIN_PROSE_LENGTH)
      return guess("text", { code: "kind.long-words", values: { length: Math.round(length) } });
    const of = { distinct, of: values.length };
    if (distinct > MANY_LEVELS && distinct > values.length / 2)
      return guess("text", { code: "kind.many-words", values: of });
    const numbers = values.filter((value) => !Number.isNaN(parseNumber(value, 0, value.length))).length;
    const odd = values.find((value) => Number.isNaN(parseNumber(value, 0, value.length)));
    if (numbers > values.length / 2 && odd !== undefined)
      return guess("category", {
        code: "kind.mixed-words",
        values: { ...of, percent: Math.round((100 * numbers) / values.length), example: odd },
      });
    return guess("category", { code: "kind.few-words", values: of });
  }
}

function guess(kind: ColumnKind, why: Note, more: Partial<KindGuess> = {}): KindGuess {
  return { kind, why, affix: "", clock: "text", seen: true, ...more };
}

function unreadable(readable: number, of: number): boolean {
  return readable === 0 || of - readable > of * MAX_UNREADABLE_SHARE;
}

/** The sign that nearly all values carry; empty when there is none. */
function commonAffix(values: readonly string[]): string {
  const affix = affixedOf(values[0] ?? "")?.affix ?? "";
  if (affix === "") return "";
  const carriers = values.filter((value) => affixedOf(value)?.affix === affix).length;
  return unreadable(carriers, values.length) ? "" : affix;
}

/** The reason why digits are codes and not quantities; null when they are quantities. */
function codeAmong(name: string, values: readonly string[]): Note | null {
  const codes = values.filter((value) => isDigitCode(value, 0, value.length));
  const example = codes[0];
  if (example !== undefined && codes.length > values.length * MAX_UNREADABLE_SHARE)
    return { code: example.startsWith("0") ? "kind.leading-zeros" : "kind.long-digits", values: { example } };
  const phones = values.filter(isPhoneLike);
  if (phones.length > values.length / 2) return { code: "kind.phone", values: { example: phones[0] ?? "" } };
  return saysNaming(name) && values.every((value) => /^[\d\s+-]+$/.test(value))
    ? { code: "kind.code-name", values: { example: values[0] ?? "" } }
    : null;
}

/** How bare numbers could say the time; null when their range is no plausible one. */
export function clockOf(values: readonly number[]): Exclude<Clock, "text"> | null {
  const all = (test: (value: number) => boolean) =>
    values.filter(test).length >= values.length * (1 - MAX_UNREADABLE_SHARE);
  if (values.length === 0) return null;
  if (all((value) => value >= 19_000_101 && value <= 21_001_231 && !Number.isNaN(msOfCompactDate(value))))
    return "yyyymmdd";
  if (all((value) => value >= FIRST_SECOND && value <= LAST_SECOND)) return "seconds";
  if (all((value) => value >= FIRST_SECOND * 1000 && value <= LAST_SECOND * 1000)) return "milliseconds";
  return null;
}

/** `2024-03-04` and `2025-01-01` have one shape, `4.3.2024` another. */
function shapeOf(value: string): string {
  return value
    .replace(/(:\d+)[.,]\d+/, "$1")
    .replace(/\d+/g, "0")
    .replace(/[a-z]+/gi, "a");
}
