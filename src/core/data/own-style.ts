import type { NumberStyle } from "./parse-number";

/** A number with a mark between thousands and another one before its fraction proves what both mean. */
const BOTH_MARKS = /^\D{0,6}\d{1,3}(?:([.,'’ \u00a0\u2009\u202f])\d{3})+([.,])\d+\D{0,6}$/;
const MAX_LENGTH = 40;

/**
 * How the numbers of one column are written where its file has another way, as where an amount has a decimal comma and a
 * clock a point. Null: none of them proves another way, or they contradict each other.
 */
export function ownStyleOf(values: readonly string[], { decimal }: NumberStyle): NumberStyle | null {
  let found: NumberStyle | null = null;
  for (const value of values) {
    const marks = value.length <= MAX_LENGTH ? BOTH_MARKS.exec(value) : null;
    if (!marks || marks[1] === marks[2]) continue;
    const own = { decimal: marks[2] === "," ? ("," as const) : ("." as const), thousands: groupMark(marks[1] ?? "") };
    if (own.decimal === decimal || (found && (found.decimal !== own.decimal || found.thousands !== own.thousands)))
      return null;
    found = own;
  }
  return found;
}

function groupMark(mark: string): NumberStyle["thousands"] {
  if (mark === "." || mark === ",") return mark;
  return mark === "'" || mark === "’" ? "'" : " ";
}
