import type { Dialect } from "./dialect";

export type NumberStyle = Pick<Dialect, "decimal" | "thousands">;

/** The number written in `text` from `start` (included) to `end` (excluded); NaN when it is none. */
export type ParseNumber = (text: string, start: number, end: number) => number;

const SPACE = 32;
const PLUS = 43;
const MINUS = 45;
const MINUS_SIGN = 0x2212;
const DIGIT_ZERO = 48;
const LOWER_E = 101;
const LOWER_CASE_BIT = 32;

/** Powers of ten that a double holds exactly. */
const EXACT_POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const MAX_EXACT_INTEGER = 2 ** 53;

const WORDS_FOR_INFINITY = new Set(["inf", "infinity", "∞"]);
const THOUSANDS_PATTERNS: Readonly<Record<Dialect["thousands"], string>> = {
  "": "",
  ",": ",",
  ".": "\\.",
  " ": "[ \\u00a0\\u2009\\u202f]",
  "'": "['’]",
};

/**
 * A parser of decimal numbers: sign, digits, decimal mark, exponent, infinities (`inf`, `Infinity`,
 * `∞`), blanks around. It reads in place and allocates nothing for numbers of up to 15 digits:
 * a mantissa below 2^53 times or over a power of ten up to 1e22 is correctly rounded (Clinger 1990,
 * "How to read floating point numbers accurately", PLDI). Marks between thousands are only accepted
 * where they stand between groups of digits (2 or 3, the last always 3).
 */
export function numberParser(style: NumberStyle): ParseNumber {
  const point = style.decimal.charCodeAt(0);
  const parseGrouped = style.thousands === "" ? null : groupedParser(style);

  return (text, start, end) => {
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    let at = start;
    const sign = text.charCodeAt(at);
    const negative = at < end && (sign === MINUS || sign === MINUS_SIGN);
    if (negative || (at < end && sign === PLUS)) at++;
    const body = at;

    let mantissa = 0;
    let digit = 0;
    while (at < end && (digit = text.charCodeAt(at) - DIGIT_ZERO) >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      at++;
    }
    let digits = at - body;
    let power = 0;
    if (at < end && text.charCodeAt(at) === point) {
      at++;
      const from = at;
      while (at < end && (digit = text.charCodeAt(at) - DIGIT_ZERO) >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        at++;
      }
      power = from - at;
      digits += at - from;
    }
    if (digits > 0 && at < end && (text.charCodeAt(at) | LOWER_CASE_BIT) === LOWER_E) {
      const exponent = exponentOf(text, at + 1, end);
      if (Number.isNaN(exponent)) return Number.NaN;
      power += exponent;
      at = end;
    }
    if (digits === 0 || at !== end) {
      const rest = digits > 0 && parseGrouped ? parseGrouped(text.slice(body, end)) : infinityOf(text, body, end);
      return negative ? -rest : rest;
    }

    let value: number;
    if (mantissa < MAX_EXACT_INTEGER && power >= -22 && power <= 22) {
      const scale = EXACT_POWERS[power < 0 ? -power : power] ?? 1;
      value = power < 0 ? mantissa / scale : mantissa * scale;
    } else value = Number(text.slice(body, end).replace(",", "."));
    return negative ? -value : value;
  };
}

function isBlank(code: number): boolean {
  return code === SPACE || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f;
}

/** The digits after the `e`, with sign; NaN when there is anything else. */
function exponentOf(text: string, start: number, end: number): number {
  let at = start;
  const sign = text.charCodeAt(at);
  if (sign === MINUS || sign === PLUS) at++;
  if (at >= end) return Number.NaN;
  let exponent = 0;
  for (; at < end; at++) {
    const digit = text.charCodeAt(at) - DIGIT_ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    exponent = exponent * 10 + digit;
  }
  return sign === MINUS ? -exponent : exponent;
}

function infinityOf(text: string, start: number, end: number): number {
  if (end - start > 8 || end === start) return Number.NaN;
  return WORDS_FOR_INFINITY.has(text.slice(start, end).toLowerCase()) ? Number.POSITIVE_INFINITY : Number.NaN;
}

function groupedParser(style: NumberStyle): (text: string) => number {
  const mark = THOUSANDS_PATTERNS[style.thousands];
  const point = style.decimal === "." ? "\\." : style.decimal;
  const grouped = new RegExp(`^\\d{1,3}(?:${mark}\\d{2,3})*${mark}\\d{3}(?:${point}\\d*)?(?:[eE][+-]?\\d+)?$`);
  const marks = new RegExp(mark, "g");
  return (text) => (grouped.test(text) ? Number(text.replace(marks, "").replace(style.decimal, ".")) : Number.NaN);
}
