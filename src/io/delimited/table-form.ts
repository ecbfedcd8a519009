import { isPresentValue } from "./known-cell";
import { factsOf, type RowFacts, shapeOf, type TableShape } from "./row-facts";
import { isRule } from "./rule-line";
import { isTotalBehind, isTotalWord, saysTotal } from "./total-words";

/** What tells a row of the table from a line that only stands among its rows. */
export interface TableForm {
  /** Null where the first rows hold nothing. */
  readonly shape: TableShape | null;
  readonly width: number;
  /** The lines of the header, trimmed, without empty ones. */
  readonly header: readonly (readonly string[])[];
  /** The lines right above it, which a program that begins anew writes again. */
  readonly above: readonly (readonly string[])[];
  /** Rows or names begin with `#`, so that it marks no comment. */
  readonly hasHash: boolean;
  /** Words such as "Total" that the first rows have as values. */
  readonly totals: ReadonlySet<string>;
  /** The first column that nearly every row has something in, and that says what a row is; -1: none. */
  readonly lead: number;
}

export type StrayKind = "repeated-header" | "comment" | "other-table" | "page-title" | "total" | "rule";

const MAX_LINES_ABOVE = 8;

const MAX_ROWS_SEEN = 500;
/** The column that leads has something in so many of the rows. */
const MIN_LED = 0.8;
/** It stands among so many at the left. */
const MAX_LEAD = 100;
/** Three dashes may mean "no value"; more of them are a line. */
const MAX_MARK = 3;
export function formOf(
  header: readonly (readonly string[])[],
  body: readonly (readonly string[])[],
  width: number,
  above: readonly (readonly string[])[] = [],
): TableForm {
  const facts = body.slice(0, MAX_ROWS_SEEN).map(factsOf);
  const names = header
    .map((line) => line.map((cell) => cell.trim()))
    .filter((line) => line.some((cell) => cell !== "" && !isPresentValue(cell)))
    // Names that every few rows repeat are values.
    .filter((line) => facts.filter((row) => isSameLine(line, row.cells)).length * 10 <= facts.length);
  const hashes = facts.filter((row) => row.cells[0]?.startsWith("#") && row.cells.length === width && row.filled > 1);
  const shape = shapeOf(facts);
  const lead = leadOf(facts, width);
  const totals = facts
    .slice(0, Math.floor(facts.length / 2))
    // What lacks cells that all rows have is a total, and not a row that is called so.
    .filter(({ cells }) => !lacksFull(cells, shape) && (lead < 0 || cells[lead] !== ""))
    .flatMap((row) => row.cells.filter((cell, at) => (at > 0 || shape?.isValues[0] !== true) && saysTotal(cell)));
  return {
    shape,
    width,
    header: names,
    above: above
      .map((line) => factsOf(line))
      .filter(({ filled }) => filled > 1)
      .slice(-MAX_LINES_ABOVE)
      .map(({ cells }) => cells),
    hasHash: hashes.length > 0 || names.some((line) => line[0]?.startsWith("#")),
    totals: new Set(totals.map((cell) => cell.toLowerCase())),
    lead,
  };
}

function leadOf(facts: readonly RowFacts[], width: number): number {
  const wide = facts.filter(({ cells, filled }) => cells.length === width && filled > 0);
  for (let column = 0; column < Math.min(width, MAX_LEAD); column++)
    if (wide.filter(({ cells }) => cells[column] !== "").length >= wide.length * MIN_LED) return column;
  return -1;
}

/** Whether a cell is empty that every row has something in. */
export function lacksFull(cells: readonly string[], shape: TableShape | null): boolean {
  return shape?.isFull.some((isFull, column) => isFull && (cells[column] ?? "") === "") === true;
}

/**
 * What a line among the rows is, if it is no row.
 *
 * @param afterEmpty an empty line, or titles below one, stand before it
 * @param next the line below it that holds something, where it is known
 */
export function strayOf(
  row: readonly string[],
  form: TableForm,
  afterEmpty: boolean,
  next?: readonly string[],
): StrayKind | null {
  if (form.width < 2) return null;
  if (isRule(row) && (row.length !== form.width || row.some((cell) => cell.trim().length > MAX_MARK))) return "rule";
  const { cells, filled } = factsOf(row);
  if ([...form.header, ...form.above].some((line) => isSameLine(line, cells))) return "repeated-header";
  if (!form.hasHash && cells[0]?.startsWith("#") && (cells.length !== form.width || filled === 1)) return "comment";
  if (isTotalAmong(cells, form)) return "total";
  const isOther = isOtherHeader(cells, form, afterEmpty) || (afterEmpty && begins(cells, next, form));
  return isOther ? "other-table" : null;
}

/**
 * A total among the rows, or above them: its word stands where rows have a date or a number, or it lacks what every row
 * has.
 */
function isTotalAmong(cells: readonly string[], { shape, totals, lead }: TableForm): boolean {
  const led = cells[lead] ?? "";
  const cell = led === "" ? (cells.find((other) => other !== "") ?? "") : led;
  if (!isTotalWord(cell) || totals.has(cell.toLowerCase())) return false;
  if (led === "") return lead >= 0;
  return shape?.isValues[lead] === true || (lacksFull(cells, shape) && !isTotalBehind(cell));
}

/** Names of a table of another width: nothing but words, and below them a row of as many cells with a value. */
function begins(cells: readonly string[], next: readonly string[] | undefined, { width }: TableForm): boolean {
  if (cells.length < 2 || cells.length === width || next?.length !== cells.length) return false;
  return (
    cells.every((cell) => cell !== "" && !isPresentValue(cell)) && next.some((cell) => isPresentValue(cell.trim()))
  );
}

/** Whether the last row of a table is the sum of the others, without a word for it: it lacks all the words that rows have. */
export function isWordlessSum(row: readonly string[], { shape, lead }: TableForm): boolean {
  const { cells, filled } = factsOf(row);
  if (!shape || filled === 0 || shape.isValues[lead] === true || cells[lead] !== "") return false;
  return cells.every((cell, column) =>
    shape.isValues[column] === true ? cell === "" || isPresentValue(cell) : cell === "",
  );
}

/** A single cell at the left. */
export function isTitleLine(row: readonly string[]): boolean {
  return row[0]?.trim() !== "" && row.slice(1).every((cell) => cell.trim() === "");
}

function isSameLine(line: readonly string[], cells: readonly string[]): boolean {
  return (
    line.every((name, at) => isSameName(name, cells[at] ?? "")) && cells.slice(line.length).every((cell) => cell === "")
  );
}

/** Names that are typed again by hand have other blanks, and other capitals. */
function isSameName(name: string, cell: string): boolean {
  return name === cell || (name !== "" && cell !== "" && squeezed(name) === squeezed(cell));
}

function squeezed(name: string): string {
  return name.replace(/\s+/g, "").toLowerCase();
}

/** Names of other columns: most of ours with more or fewer cells, or, below an empty line, words where values stand. */
function isOtherHeader(cells: readonly string[], { shape, header, width }: TableForm, afterEmpty: boolean): boolean {
  const named = cells.filter((cell) => cell !== "");
  if (!shape || named.length < 2 || named.some(isPresentValue)) return false;
  const ours = new Set(header.flat());
  if (cells.length !== width && named.filter((name) => ours.has(name)).length * 2 > named.length) return true;
  if (!afterEmpty || named.length * 2 < shape.filled) return false;
  const overValues = cells.filter((cell, column) => cell !== "" && shape.isValues[column]).length;
  return overValues > 0 && overValues * 2 >= shape.isValues.filter(Boolean).length;
}
