import { isCurrency, isKnownUnit, isMagnitude } from "./unit-words";

/** A number as people write it: what stands around the digits, taken apart. */
export interface WrittenNumber {
  /** The number with its sign, as `numberParser` reads it. */
  readonly number: string;
  /** The unit before or behind it; empty: none. */
  readonly unit: string;
  /** Set when the number is a limit that the value lies below or above: `<0.05`. */
  readonly limit: "" | "<" | ">";
  /** Whether a mark stands behind it that refers to a note: `12.5*`, `12.5 [1]`. */
  readonly isNoted: boolean;
  /** False for a word behind a blank that is no unit of the list: the column decides whether it is one. */
  readonly known: boolean;
}

/** No number that a person writes is longer. */
const MAX_LENGTH = 64;
const MAX_UNIT_LENGTH = 16;
const ARMOURED_CELL = /^=?"([^"]*)"$/;
const LIMIT_SIGN = /^(?:<=?|>=?|≤|≥|&lt;|&gt;)\s*/;
/** The same behind a number, in Chinese and Japanese. */
const LIMIT_BEHIND = /(?:(未満|未满|以下)|以上|超)$/;
const SIGN_OR_PREFIX = /^([-+−–▲△]?)\s*([^\d\s.,()+−–▲△-]{1,4}\.?)?\s*([-+−–▲△]?)\s*(?=[.,]?\d)/u;
/** Brackets around an amount and not around its currency: `$ (1,230.00)`, `(1.230,00) €`. */
const BRACKETED_AMOUNT = /^([^\d\s.,()+−–-]{0,4}\.?)\s*\(([^()]*)\)\s*([^\d\s.,()+−–-]{0,4}\.?)$/u;
const IN_BRACKETS = /^[[(](.*)[\])]$/;
/** How sure the number is: `12.3 ± 0.4`. */
const UNCERTAINTY = /\s*(?:±|\+\/-)\s*[.,]?\d[\d.,]*/;
/** Letters of units that also refer to notes. */
const UNIT_IN_BRACKETS = /[[(](?:m|s|g|l|t|h)[\])]$/;
/** Accounts in Japanese mark what is negative by a triangle. */
const MINUS_SIGNS = "-−–▲△";
const NOTE_MARK = /\s*(?:[*†‡§]{1,3}|[¹²³⁴]|\[[\da-z]{1,2}\]|\([a-z]\))$/;
/** Characters as wide as ideographs, which East Asian keyboards write: ＜０．２％. */
const WIDE_CHARACTER = /[\uff01-\uff5e]/;
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
  let rest = plainOf(cell);
  const limited = limitIn(rest);
  rest = limited.rest;
  const hasNote = NOTE_MARK.test(rest) && !UNIT_IN_BRACKETS.test(rest);
  if (hasNote) rest = rest.replace(NOTE_MARK, "");
  const isUnsure = UNCERTAINTY.test(rest);
  if (isUnsure) rest = rest.replace(UNCERTAINTY, "");
  const isNoted = hasNote || isUnsure;

  const { amount, currency } = bracketsIn(rest);
  const bracketed = amount !== null;
  const lead = SIGN_OR_PREFIX.exec(amount ?? rest);
  if (!lead) return null;
  rest = (amount ?? rest).slice(lead[0].length);
  const core = DIGITS.exec(rest)?.[0] ?? "";
  const digits = core.trimEnd();
  if (!ONE_NUMBER.test(digits)) return null;
  let behind = rest.slice(digits.length);
  const spaced = behind !== behind.trimStart();
  behind = withoutBrackets(behind.trim());

  const trailing = isMinus(behind);
  // Some accounts also mark what comes in.
  if (trailing || behind === "+") behind = "";
  const signs = [lead[1] !== "", lead[3] !== "", trailing, bracketed].filter(Boolean).length;
  if (signs > 1) return null;

  const unit = unitOf(lead[2] ?? "", behind, currency);
  if (unit === null) return null;
  const known = unit === "" || isKnownUnit(unit);
  if (!known && (!spaced || unit.length > MAX_UNIT_LENGTH || !UNIT_PATTERN.test(unit) || NO_UNITS.test(unit)))
    return null;
  const negative = trailing || bracketed || isMinus(lead[1]) || isMinus(lead[3]);
  return { number: `${negative ? "-" : ""}${digits}`, unit, limit: limited.limit, isNoted, known };
}

/** A cell without its armour, in characters of usual width. */
function plainOf(cell: string): string {
  const plain = WIDE_CHARACTER.test(cell) ? cell.normalize("NFKC").trim() : cell.trim();
  return withoutArmour(plain);
}

/** Without what keeps a spreadsheet from changing a cell: `="0012"`, `'0012`. */
export function withoutArmour(cell: string): string {
  const armoured = ARMOURED_CELL.exec(cell);
  if (armoured) return (armoured[1] ?? "").trim();
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function limitIn(text: string): { readonly limit: WrittenNumber["limit"]; readonly rest: string } {
  const before = LIMIT_SIGN.exec(text);
  if (before) return { limit: /[<≤l]/.test(before[0]) ? "<" : ">", rest: text.slice(before[0].length) };
  const behind = LIMIT_BEHIND.exec(text);
  if (!behind) return { limit: "", rest: text };
  return { limit: behind[1] === undefined ? ">" : "<", rest: text.slice(0, behind.index).trimEnd() };
}

/** An amount in brackets, which is negative, and the currency beside them. */
function bracketsIn(text: string): { readonly amount: string | null; readonly currency: string } {
  const found = BRACKETED_AMOUNT.exec(text);
  const [, before = "", inside = "", behind = ""] = found ?? [];
  const currency = before || behind;
  if (!found || (before !== "" && behind !== "") || (currency !== "" && !isCurrency(currency)))
    return { amount: null, currency: "" };
  return { amount: inside.trim(), currency };
}

/** The unit that stands before or behind a number; `$1.2M` is in millions of dollars. Null where both stand and do not agree. */
function unitOf(before: string, behind: string, currency: string): string | null {
  const sign = before || currency;
  if (sign === "") return behind;
  if (!isCurrency(sign) || (before !== "" && currency !== "")) return null;
  if (behind === "") return sign;
  return isMagnitude(behind) ? `${behind}${sign}` : null;
}

/** `12.5 [V]` is `12.5 V`. */
function withoutBrackets(behind: string): string {
  const inside = IN_BRACKETS.exec(behind)?.[1]?.trim();
  return inside !== undefined && isKnownUnit(inside) ? inside : behind;
}

function isMinus(sign: string | undefined): boolean {
  return sign !== undefined && sign !== "" && MINUS_SIGNS.includes(sign);
}
