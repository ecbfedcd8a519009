import type { CsvFormat } from "../../core/data/csv-format";

/** What a spreadsheet would run as a formula, in its full-width forms too (OWASP, "CSV Injection"). */
const runsAsFormula = /^[=+\-@\t\r\n＝＋－＠]/;
/** A signed number is no formula: -3.2, +1,5e-7. */
const isPlainNumber = /^[+-]?(\d+([.,]\d+)*|[.,]\d+)(e[+-]?\d+)?$/i;
/** RFC 4180, for every separator: a file may be opened with another than it was written with. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * Text as a cell: quoted as RFC 4180 says, and with a leading apostrophe where a spreadsheet would
 * otherwise run it.
 */
export function textCell(text: string): string {
  const safe = runsAsFormula.test(text) && !isPlainNumber.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number as a cell, in the fewest digits that read back as the same number; NaN is empty. */
export function numberCell(value: number, { decimal, separator }: CsvFormat): string {
  if (Number.isNaN(value)) return "";
  const digits = String(value);
  if (decimal === "." || !digits.includes(".")) return digits;
  const localised = digits.replace(".", ",");
  return separator === "," ? `"${localised}"` : localised;
}

/** Epoch milliseconds as ISO 8601 in UTC, without a fraction that is zero; the day alone where `day` says so. */
export function timeCell(time: number, day: boolean): string {
  if (Number.isNaN(time)) return "";
  if (Math.abs(time) > 8.64e15) return String(time);
  const iso = new Date(time).toISOString();
  if (day) return iso.slice(0, iso.indexOf("T"));
  return iso.endsWith(".000Z") ? `${iso.slice(0, -5)}Z` : iso;
}
