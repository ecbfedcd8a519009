/** What a spreadsheet would run as a formula, in its full-width forms too (OWASP, "CSV Injection"). */
const BEGINS_AS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** A signed number is no formula: -3.2, +1,5e-7, -4 %, -Infinity. Nor are signs alone, which often mean "no value". */
const IS_HARMLESS = /^(?:[+-]?(?:\d+(?:[.,]\d+)*|[.,]\d+)(?:e[+-]?\d+)?[ \u00a0]?%?|[+-]inf(?:inity)?|[+-]+)$/i;
/** Longer than any number; a test of every character of a long cell is not needed to tell. */
const MAX_NUMBER_LENGTH = 400;

/** Whether a spreadsheet that opens the cell would take it for a formula. */
export function runsAsFormula(text: string): boolean {
  return BEGINS_AS_FORMULA.test(text) && !(text.length <= MAX_NUMBER_LENGTH && IS_HARMLESS.test(text));
}
