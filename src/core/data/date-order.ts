import type { Dialect } from "./dialect";

export type DateOrder = Dialect["dateOrder"];

const DIGIT_ZERO = 48;

/**
 * The order that a date such as 25/03/2024 proves, since there is no 25th month; null when the cell is no
 * such date or proves nothing.
 */
export function provenOrder(text: string, start: number, end: number): DateOrder | null {
  let at = start;
  while (at < end && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 91)) at++;
  const first = smallNumber(text, at, end);
  if (first < 0) return null;
  at += widthOf(text, at, end);
  const separator = text[at];
  if (separator !== "/" && separator !== "." && separator !== "-") return null;
  at++;
  const second = smallNumber(text, at, end);
  if (second < 0) return null;
  at += widthOf(text, at, end);
  if (text[at] !== separator) return null;
  if (first > 12 && second <= 12) return "day-first";
  return second > 12 && first <= 12 ? "month-first" : null;
}

/** The order that the dates among the cells prove; null when none does or they contradict each other. */
export function orderAmong(cells: readonly string[]): DateOrder | null {
  const orders = new Set(cells.map((cell) => provenOrder(cell, 0, cell.length)).filter((order) => order !== null));
  const [only] = orders;
  return orders.size === 1 && only ? only : null;
}

/** The number of one or two digits that stands here; -1 when none does. */
function smallNumber(text: string, at: number, end: number): number {
  const width = widthOf(text, at, end);
  return width === 0 || width > 2 ? -1 : Number(text.slice(at, at + width));
}

function widthOf(text: string, at: number, end: number): number {
  let width = 0;
  while (width < 3 && at + width < end && isDigit(text.charCodeAt(at + width))) width++;
  return width;
}

function isDigit(code: number): boolean {
  return code >= DIGIT_ZERO && code <= DIGIT_ZERO + 9;
}
