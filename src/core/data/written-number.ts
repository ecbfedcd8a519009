import { isCurrency, isKnownUnit } from "./unit-words";

/** A number as people write it: what stands around the digits, taken apart. */
export interface WrittenNumber {
  /** The number with its sign, as `numberParser` reads it. */
  readonly number: string;
  /** The unit before or behind it; empty: none. */
  readonly unit: string;
  /** Set when the number is a limit that the value lies below or above: `<0.05`. */
  readonly limit: "" | "<" | ">";
  /** False for a word behind a blank that is no unit of the list: the column decides whether it is one. */
  readonly known: boolean;
}

/** No number that a person writes is longer. */
const MAX_LENGTH = 64;
const MAX_UNIT_LENGTH = 16;
const ARMOURED_CELL = /^=?"([^"]*)"$/;
const LIMIT_SIGN = /^(?:<=?|>=?|≤|≥|&lt;|&gt;)\s*/;
const SIGN_OR_PREFIX = /^([-+−]?)\s*([^\d\s.,()+−-]{1,4}\.?)?\s*([-+−]?)\s*(?=[.,]?\d)/u;
const DIGITS = /^(?:\d|[.,](?=\d))[\d.,'’ \u00a0\u2009\u202f]*(?:[eE][-+]?\d+(?![\d.,\p{L}]))?/u;
/** One number: grouped by one mark, or with a decimal mark only; `1.2.3` and `0.5 0 3` are several. */
const ONE_NUMBER =
  /^(?:\d{1,3}([.,'’ \u00a0\u2009\u202f])(?:\d{2,3}\1)*\d{3}(?:[.,]\d*)?|\d*[.,]\d+|\d+[.,]?)(?:[eE][-+]?\d+)?$/;
const UNIT_PATTERN = /^\p{L}[\p{L}\d/²³·*^.%°-]*(?: \p{L}[\p{L}\d/²³]*)?$/u;
/** Words behind a number that make it something else. */
const NO_UNITS = /^(?:am|pm|a\.m\.|p\.m\.|st|nd|rd|th|e\d*)$/i;

/**
 * Takes a cell apart into number, unit and limit: `12.5 °C`, `$64.47`, `EUR 12`, `(1,230.00)`, `12.00-`,
 * `<0.05`, `="12.5"`, `'12.5`. Null when it is no number so written. Cells of any length take the same time.
 */
export function writtenNumberOf(cell: string): WrittenNumber | null {
  if (cell.length > MAX_LENGTH) return null;
  let rest = cell.trim();
  const armoured = ARMOURED_CELL.exec(rest);
  if (armoured) rest = (armoured[1] ?? "").trim();
  else if (rest.startsWith("'")) rest = rest.slice(1);

  const limited = LIMIT_SIGN.exec(rest);
  if (limited) rest = rest.slice(limited[0].length);
  const limit = limited === null ? "" : /[<≤l]/.test(limited[0]) ? "<" : ">";

  const bracketed = rest.startsWith("(") && rest.endsWith(")");
  if (bracketed) rest = rest.slice(1, -1).trim();
  const lead = SIGN_OR_PREFIX.exec(rest);
  if (!lead) return null;
  rest = rest.slice(lead[0].length);
  const core = DIGITS.exec(rest)?.[0] ?? "";
  const digits = core.trimEnd();
  if (!ONE_NUMBER.test(digits)) return null;
  let behind = rest.slice(digits.length);
  const spaced = behind !== behind.trimStart();
  behind = behind.trim();

  const trailing = behind === "-" || behind === "−";
  if (trailing) behind = "";
  const signs = [lead[1] !== "", lead[3] !== "", trailing, bracketed].filter(Boolean).length;
  if (signs > 1) return null;

  const before = lead[2] ?? "";
  if (before !== "" && (!isCurrency(before) || behind !== "")) return null;
  const unit = before || behind;
  const known = unit === "" || isKnownUnit(unit);
  if (!known && (!spaced || unit.length > MAX_UNIT_LENGTH || !UNIT_PATTERN.test(unit) || NO_UNITS.test(unit)))
    return null;
  const negative = trailing || bracketed || isMinus(lead[1]) || isMinus(lead[3]);
  return { number: `${negative ? "-" : ""}${digits}`, unit, limit, known };
}

function isMinus(sign: string | undefined): boolean {
  return sign === "-" || sign === "−";
}
