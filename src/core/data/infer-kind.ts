import type { ColumnKind } from "./column";
import { isDigitCode, isDigits, isExponentCode, isPhoneLike, losesDigits } from "./digit-code";
import { missingTest } from "./missing-words";
import { areQuantities, isMostly } from "./mostly";
import type { Note } from "./note";
import { NO_FORM, type NumberForm, numberFormOf } from "./number-form";
import { type DurationForm, durationFormOf, durationOf } from "./duration";
import { ownStyleOf } from "./own-style";
import { numberParser, type NumberStyle } from "./parse-number";
import { timeParser } from "./parse-time";
import { saysId, saysNaming, saysNumbering } from "./role-names";
import { bareClockOf } from "./bare-clock";
import { withoutArmour } from "./written-number";
import { timeOfDay } from "./time-of-day";
import { isTimeSpan } from "./time-span";
import { type CellStyle, type Clock, numberReader } from "./value-parser";

/** What a column holds, why, and how its cells are to be read. */
export interface KindGuess {
  readonly kind: ColumnKind;
  readonly why: Note;
  /** The unit that the numbers carry. */
  readonly form: NumberForm;
  readonly clock: Clock;
  /** False when no cell of the sample had a value. */
  readonly seen: boolean;
}

/** Digits are codes from this share of codes on. */
export const MAX_CODE_SHARE = 0.02;

/** Values this long on average are read by people, not compared. */
const MIN_PROSE_LENGTH = 60;
const MANY_LEVELS = 20;
const MAX_VECTOR_LENGTH = 10_000;

/** A number, then letters; `10E0`, `1a2b3c` and `4th` are codes or words. */
const NUMBER_THEN_WORD = /^[-+−–(~]?\s*\d[\d.,'’]*\s*(?![eE]\d)(?!(?:st|nd|rd|th)\b)[\p{L}'"°′″]/u;
const MAX_NUMBER_WORDS = 40;
/** As many as there are months. */
const MAX_FORMS = 12;
const MIN_SHARE_OF_FORMS = 0.9;

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
    const form = numberFormOf(values);
    return numbersIn(name, values, form) ?? writtenOtherwise(name, values, form);
  }

  /** Numbers that are written in another way than those of other columns, and lengths of time. */
  function writtenOtherwise(name: string, values: readonly string[], form: NumberForm): KindGuess | null {
    const own = ownStyleOf(values, style);
    if (own) return numbersIn(name, values, { ...form, style: own });
    const duration = durationFormOf(name, values);
    return duration ? numbersIn(name, values, { unit: "s", factors: {}, duration }) : null;
  }

  function numbersIn(name: string, values: readonly string[], form: NumberForm): KindGuess | null {
    const parse = numberReader(style, form);
    const numbers = values.map((value) => parse(value, 0, value.length));
    const readable = numbers.filter((value) => !Number.isNaN(value));
    const odd = oddOf(values, numbers);
    if (!isMostly(readable.length, odd, () => areQuantities(readable))) return null;
    const of = { read: readable.length, of: values.length };
    if (form.duration) return guess("number", durationNote(values, form.duration), { form });
    if (form.style) return guess("number", otherMarksNote(form.style, of), { form });
    if (form.marks) return guess("number", marksNote(form, of), { form });
    if (Object.keys(form.factors).length > 0) return guess("number", unitsNote(form, of), { form });
    if (form.unit !== "")
      return guess("number", { code: "kind.numbers-with-sign", values: { sign: form.unit, ...of } }, { form });

    const clock = bareClockOf(name, readable);
    if (clock) return guess("time", { code: `kind.${clock}`, values: { example: values[0] ?? "" } }, { clock });
    const code = codeAmong(name, values.map(withoutArmour));
    if (code) return { ...wordsOf(values), why: code };
    return guess("number", { code: "kind.numbers", values: of });
  }

  function timesOf(values: readonly string[]): KindGuess | null {
    const times = values.map((value) => parseTime(value, 0, value.length));
    const readable = values.filter((_, i) => !Number.isNaN(times[i]));
    if (!isMostly(readable.length, oddOf(values, times), () => true)) return null;
    if (readable.filter(isTimeSpan).length > readable.length / 2)
      return guess("time", { code: "kind.time-spans", values: { example: readable[0] ?? "" } });
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
    const isUnlike = distinct > MANY_LEVELS && distinct > values.length / 2;
    const kind = isUnlike ? "text" : "category";
    const most = (test: (value: string) => boolean) => values.filter(test).length > values.length / 2;
    if (most(isClockTime)) return guess(kind, { code: "kind.times-of-day", values: { example: values[0] ?? "" } });
    if (most(isVector))
      return guess(kind, { code: "kind.vectors", values: { example: values[0]?.slice(0, 40) ?? "" } });
    const of = { distinct, of: values.length };
    if (distinct > MANY_LEVELS && isNumberInWords(values))
      return guess(kind, { code: "kind.number-words", values: { example: values[0] ?? "" } });
    if (isUnlike) return guess("text", { code: "kind.many-words", values: of });
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

/**
 * Whether cells begin with a number and go on in a few ways, as `3d 4h` or `12.5 brl` do: they may well be measured, though
 * nobody here knows how they are written.
 */
function isNumberInWords(values: readonly string[]): boolean {
  const forms = new Map<string, number>();
  for (const value of values) {
    if (value.length > MAX_NUMBER_WORDS || !NUMBER_THEN_WORD.test(value)) continue;
    const form = value.replace(/[\d.,'’]+/g, "0");
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  const often = [...forms.values()].sort((a, b) => b - a).slice(0, MAX_FORMS);
  return often.reduce((sum, count) => sum + count, 0) >= values.length * MIN_SHARE_OF_FORMS;
}

function isClockTime(cell: string): boolean {
  return cell.includes(":") && !Number.isNaN(timeOfDay(cell));
}

/** Several numbers in one cell, apart by blanks: `0.5 0 3`. */
function isVector(cell: string): boolean {
  return cell.length <= MAX_VECTOR_LENGTH && /^[-+]?[\d.]+(?:e[-+]?\d+)?(?: +[-+]?[\d.]+(?:e[-+]?\d+)?)+$/i.test(cell);
}

function guess(kind: ColumnKind, why: Note, more: Partial<KindGuess> = {}): KindGuess {
  return { kind, why, form: NO_FORM, clock: "text", seen: true, ...more };
}

function marksNote(form: NumberForm, of: { readonly read: number; readonly of: number }): Note {
  const marks = Object.keys(form.factors);
  if (form.marks === "notes") return { code: "kind.numbers-with-marks", values: { ...of, others: marks.slice(0, 5) } };
  return { code: "kind.debit-credit", values: { ...of, credit: marks[0] ?? "", debit: marks[1] ?? "" } };
}

function durationNote(values: readonly string[], form: DurationForm): Note {
  const example = values.find((value) => durationOf(value, form) > 0) ?? "";
  return { code: "kind.durations", values: { example, seconds: durationOf(example, form) || 0 } };
}

function otherMarksNote({ decimal }: NumberStyle, of: { readonly read: number; readonly of: number }): Note {
  return { code: "kind.numbers-other-mark", values: { ...of, decimal } };
}

function unitsNote(form: NumberForm, of: { readonly read: number; readonly of: number }): Note {
  const others = Object.entries(form.factors).map(([unit, factor]) => `${unit} × ${factor}`);
  return form.unit === ""
    ? { code: "kind.numbers-shortened", values: { ...of, others } }
    : { code: "kind.numbers-in-units", values: { ...of, sign: form.unit, others } };
}

function oddOf(values: readonly string[], read: readonly number[]): { count: number; distinct: number } {
  const odd = values.filter((_, i) => Number.isNaN(read[i]));
  return { count: odd.length, distinct: new Set(odd).size };
}

/** The reason why digits are codes and not quantities; null when they are quantities. */
function codeAmong(name: string, values: readonly string[]): Note | null {
  const powers = values.filter(isExponentCode);
  if (powers[0] !== undefined && !values.some((value) => value.includes(".")))
    return { code: "kind.exponent-code", values: { example: powers[0] } };
  const codes = values.filter((value) => isDigitCode(value, 0, value.length));
  const padded = codes.find((value) => value.startsWith("0"));
  // Among whole numbers a single 007 tells that all are codes; among measurements it is a number.
  if (padded !== undefined && (codes.length > values.length * MAX_CODE_SHARE || values.every(isDigits)))
    return { code: "kind.leading-zeros", values: { example: padded } };
  const [long] = codes;
  const isMany = codes.length > values.length * MAX_CODE_SHARE || saysId(name) || saysNumbering(name);
  // Among whole numbers one that would lose a digit tells that all are codes; a measurement may be rounded.
  if (long !== undefined && (isMany || (codes.some(losesDigits) && values.every(isDigits))))
    return { code: "kind.long-digits", values: { example: long } };
  const phones = values.filter(isPhoneLike);
  if (phones.length > values.length / 2) return { code: "kind.phone", values: { example: phones[0] ?? "" } };
  return saysNaming(name) && values.every((value) => /^[\d\s+-]+$/.test(value))
    ? { code: "kind.code-name", values: { example: values[0] ?? "" } }
    : null;
}

/** `2024-03-04` and `2025-01-01` have one shape, `4.3.2024` another. */
function shapeOf(value: string): string {
  return value
    .replace(/(:\d+)[.,]\d+/, "$1")
    .replace(/\d+/g, "0")
    .replace(/[a-z]+/gi, "a");
}
