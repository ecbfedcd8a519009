import type { ColumnKind } from "../data/column";
import type { NoteBelow } from "../data/note";
import type { ColumnFacts, Remark } from "./remark";

/**
 * Reasons of a kind by which a column is not what its cells look like at first: numbers that became words or times, or
 * that lost what stood around them. Each with what the column may have been meant as.
 */
const KIND_MEANT_BY_NOTE: Partial<Record<NoteBelow<"kind">, ColumnKind>> = {
  "numbers-with-sign": "category",
  "numbers-in-units": "category",
  "numbers-shortened": "category",
  "leading-zeros": "number",
  "long-digits": "number",
  "exponent-code": "number",
  phone: "number",
  "code-name": "number",
  "mixed-words": "number",
  "demoted-number": "number",
  "demoted-codes": "number",
  "demoted-time": "time",
  "mixed-times": "category",
  seconds: "number",
  milliseconds: "number",
  microseconds: "number",
  nanoseconds: "number",
  "serial-days": "number",
  datenum: "number",
  yyyymmdd: "number",
  yyyymm: "number",
  "numbers-with-marks": "category",
  "debit-credit": "category",
  durations: "category",
  "times-of-day": "number",
  "numbers-other-mark": "category",
  "time-spans": "category",
  "number-words": "number",
  outgrew: "category",
};

/** The same where no other way would serve. */
const NO_OTHER_WAY: readonly NoteBelow<"kind">[] = ["vectors"];

/** Columns whose values were read as something else than they look like, each with the other way in one click. */
export function kindRemarks(columns: readonly ColumnFacts[]): Remark[] {
  const meant: Readonly<Record<string, ColumnKind>> = KIND_MEANT_BY_NOTE;
  return columns.flatMap(({ kindWhy, roleWhy }, position): Remark[] => {
    const code = kindWhy.code.replace("kind.", "");
    // What is a part of a time is told with it.
    if (roleWhy.code === "role.joined") return [];
    if (NO_OTHER_WAY.some((one) => one === code)) return [{ columns: [position], why: kindWhy, remedies: [] }];
    const kind = Object.hasOwn(meant, code) ? meant[code] : undefined;
    return kind ? [{ columns: [position], why: kindWhy, remedies: [{ does: "read-as", kind }] }] : [];
  });
}
