import type { DurationForm } from "./duration";
import type { NumberStyle } from "./parse-number";
import { scaleOf } from "./unit-words";
import { type WrittenNumber, writtenNumberOf } from "./written-number";

/** The unit that the numbers of a column carry. */
export interface NumberForm {
  /** The unit that the values are kept in; empty: none. */
  readonly unit: string;
  /** What a number in another unit of the same measure is multiplied by. */
  readonly factors: Readonly<Record<string, number>>;
  /** Why there are such factors, where they are no relatives of the unit. */
  readonly marks?: "notes" | "debit-credit";
  /** Set where the numbers are lengths of time, kept in seconds: how they are written. */
  readonly duration?: DurationForm;
  /** How they are written, where the file has another way. */
  readonly style?: NumberStyle;
}

/** Words behind amounts that come in and go out, in English and Indian, and in German accounts. */
const DEBITS_AND_CREDITS: readonly (readonly [credit: string, debit: string])[] = [
  ["Cr", "Dr"],
  ["CR", "DR"],
  ["cr", "dr"],
  ["H", "S"],
];
/** Letters behind a number that say how sure it is: estimated, provisional, revised, below a limit. */
const NOTE_LETTERS = /^(?:[abcefipqruzJUXRQP]|[A-Z]{2}|[bcdepu]{2})$/;

export const NO_FORM: NumberForm = { unit: "", factors: {} };

/** The form of the numbers among trimmed cells: the unit that most of them carry, and its relatives that occur. */
export function numberFormOf(values: readonly string[]): NumberForm {
  const counts = new Map<string, number>();
  let written = 0;
  let bare = 0;
  for (const value of values) {
    if (isBare(value)) {
      written++;
      bare++;
      continue;
    }
    const number = writtenNumberOf(value);
    if (!number) continue;
    written++;
    counts.set(number.unit, (counts.get(number.unit) ?? 0) + 1);
  }
  if (bare > 0) counts.set("", (counts.get("") ?? 0) + bare);
  const [main] = [...counts].filter(([unit]) => unit !== "").sort((a, b) => b[1] - a[1]);
  if (!main) return NO_FORM;
  const signs = debitsAmong(counts);
  if (signs) return signs;
  // `1.2k` and `3.4M` are plain numbers, shortened.
  const unit = scaleOf(main[0])?.base === "" ? "" : main[0];
  const form = { unit, factors: factorsAmong(unit, [...counts.keys()]) };
  const carriers = [unit, ...Object.keys(form.factors)].reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
  return carriers > written / 2 ? form : notesAmong(counts, written);
}

/** Amounts of which some are marked as debits and some as credits: the mark is the sign. */
function debitsAmong(counts: ReadonlyMap<string, number>): NumberForm | null {
  for (const [credit, debit] of DEBITS_AND_CREDITS)
    if (counts.has(credit) && counts.has(debit))
      return { unit: "", factors: { [credit]: 1, [debit]: -1 }, marks: "debit-credit" };
  return null;
}

/** Bare numbers of which some have letters behind them that are no units: notes about the number, which stays what it is. */
function notesAmong(counts: ReadonlyMap<string, number>, written: number): NumberForm {
  const letters = [...counts.keys()].filter((unit) => NOTE_LETTERS.test(unit));
  if (letters.length === 0 || (counts.get("") ?? 0) <= written / 2) return NO_FORM;
  return { unit: "", factors: Object.fromEntries(letters.map((letter) => [letter, 1])), marks: "notes" };
}

const [MINUS, DOT, ZERO] = [45, 46, 48];
const MAX_BARE_LENGTH = 64;

/** Whether a value is nothing but digits, perhaps with a sign and a point: nearly all are, and need no closer look. */
function isBare(value: string): boolean {
  let digits = 0;
  let points = 0;
  for (let at = value.charCodeAt(0) === MINUS ? 1 : 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code >= ZERO && code <= ZERO + 9) digits++;
    else if (code === DOT && digits > 0) points++;
    else return false;
  }
  return digits > 0 && points <= 1 && value.length <= MAX_BARE_LENGTH;
}

function factorsAmong(main: string, units: readonly string[]): Record<string, number> {
  const scale = main === "" ? { base: "", factor: 1 } : scaleOf(main);
  const factors: Record<string, number> = {};
  if (!scale) return factors;
  for (const unit of units) {
    const other = unit === "" ? null : scaleOf(unit);
    if (unit !== main && other?.base === scale.base) factors[unit] = other.factor / scale.factor;
  }
  return factors;
}

/** What a written number is multiplied by to stand in the unit of the form; NaN when its unit does not belong. */
export function factorOf({ unit }: Pick<WrittenNumber, "unit">, form: NumberForm): number {
  if (unit === form.unit) return 1;
  const factor = Object.hasOwn(form.factors, unit) ? form.factors[unit] : undefined;
  if (factor !== undefined) return factor;
  // A bare number among numbers with one unit has that unit; among several it could be any.
  return unit === "" && Object.keys(form.factors).length === 0 ? 1 : Number.NaN;
}
