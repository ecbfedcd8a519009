import { isPresentValue } from "./known-cell";
import { factsOf, type RowFacts, shapeOf, type TableShape } from "./row-facts";
import { isRule } from "./rule-line";

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
  /** The first column that nearly every row has something in: it says what a row is. */
  readonly lead: number;
}

export type StrayKind = "repeated-header" | "comment" | "other-table" | "page-title" | "total" | "rule";

const MAX_LINES_ABOVE = 8;

const MAX_ROWS_SEEN = 500;
const MAX_WORD = 60;
const MIN_ROWS_SUMMED = 3;
/** The column that leads has something in so many of the rows. */
const MIN_LED = 0.8;
/** It stands among so many at the left. */
const MAX_LEAD = 100;
const TOTAL_WORDS =
  /^(?:(?:grand|sub|over ?all|running)[ -]?)?(?:totals?|gesamt(?:summe|betrag|ergebnis)?|insgesamt|zwischensumme|endsumme|totaal|totale|totali|totalt|somme|summe|suma|razem|łącznie|celkem|összesen|summa|i alt|yhteensä|toplam|итого|всего|合计|总计|總計|合計|小计)(?![\p{L}\p{N}])/iu;
/** `Service total`, as reports of costs begin. */
const TOTAL_BEHIND = /\s(?:sub)?totals?:?$/i;
/** As lists of SAP mark sums, and sums of sums. */
const TOTAL_MARK = /^\*{1,4}$/;
/** Three dashes may mean "no value"; more of them are a line. */
const MAX_MARK = 3;
/** Lines at the foot that are looked at below a drawn line. */
const MAX_LINES_BELOW = 30;
/** Words that also are names or values; where values stand, they say what the line is. */
const SUMMARY_WORDS =
  /^(?:sum(?:s|me|a)?|averages?|avg\.?|mean|mittel(?:wert)?|durchschnitt|moyenne|media|median|min(?:imum)?\.?|max(?:imum)?\.?|std\.?(?: ?dev(?:iation)?\.?)?|st\.? ?dev\.?|standard ?(?:deviation|abweichung)|standardfehler|varianz|variance|écart[ -]type|desviación|count|anzahl)(?![\p{L}\p{N}])/iu;

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
  const totals = facts
    .slice(0, Math.floor(facts.length / 2))
    // What lacks cells that all rows have is a total, and not a row that is called so.
    .filter(({ cells }) => !lacksFull(cells, shape))
    .flatMap((row) =>
      row.cells.filter((cell, at) => (at > 0 || shape?.isValues[0] !== true) && TOTAL_WORDS.test(cell)),
    );
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
    lead: leadOf(facts, width),
  };
}

function leadOf(facts: readonly RowFacts[], width: number): number {
  const wide = facts.filter(({ cells, filled }) => cells.length === width && filled > 0);
  for (let column = 0; column < Math.min(width, MAX_LEAD); column++)
    if (wide.filter(({ cells }) => cells[column] !== "").length >= wide.length * MIN_LED) return column;
  return 0;
}

/** Whether a cell is empty that every row has something in. */
function lacksFull(cells: readonly string[], shape: TableShape | null): boolean {
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
  const cell = cells[lead] ?? "";
  if (!isTotalWord(cell) || totals.has(cell.toLowerCase())) return false;
  return shape?.isValues[lead] === true || (lacksFull(cells, shape) && !TOTAL_BEHIND.test(cell));
}

/** Whether a cell says that a sum stands beside it. */
export function isTotalWord(cell: string): boolean {
  return cell.length <= MAX_WORD && (TOTAL_WORDS.test(cell) || TOTAL_BEHIND.test(cell) || TOTAL_MARK.test(cell));
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

/** How many of the last lines of a file are no rows: totals, summaries, remarks. The last lines, empty ones included. */
export function footOf(rows: readonly (readonly string[])[], form: TableForm): number {
  const { shape, width } = form;
  if (!shape || width < 2) return 0;
  let foot = 0;
  // Of lines that say nothing of themselves, a drawn line above them shows that they are no rows.
  let isOpen = false;
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at]!;
    if (row.every((cell) => cell.trim() === "")) continue;
    const isSum = foot === 0 && isUnnamedSum(row, rows.slice(0, at), shape);
    if (isSum || isRule(row) || isTotal(row, form, shape) || isRemark(row, rows[at - 1], shape)) {
      isOpen &&= !isRule(row);
      if (!isOpen) foot = rows.length - at;
    } else if (isShort(row, shape) && rows.length - at < MAX_LINES_BELOW) isOpen = true;
    else break;
  }
  return foot;
}

/** Fewer cells than rows have, and few of them filled. */
function isShort(row: readonly string[], { width, filled }: TableShape): boolean {
  return row.length < width && factsOf(row).filled * 2 <= filled;
}

function isTotal(row: readonly string[], { totals }: TableForm, shape: TableShape): boolean {
  const { cells } = factsOf(row);
  const first = cells.findIndex((cell) => cell !== "");
  return cells.some((cell, column) => {
    if (cell.length > MAX_WORD) return false;
    const isOverValues = shape.isValues[column] === true;
    if (TOTAL_MARK.test(cell)) return column === first && lacksFull(cells, shape);
    if (TOTAL_WORDS.test(cell)) return (column === first || isOverValues) && !totals.has(cell.toLowerCase());
    return column === first && isOverValues && SUMMARY_WORDS.test(cell);
  });
}

/** A last row of nothing but values that lacks all the words that every row before it has: their sum. */
function isUnnamedSum(
  row: readonly string[],
  before: readonly (readonly string[])[],
  { isValues }: TableShape,
): boolean {
  const { cells, filled } = factsOf(row);
  if (cells[0] !== "" || filled === 0 || before.length < MIN_ROWS_SUMMED) return false;
  if (cells.some((cell, column) => cell !== "" && (isValues[column] !== true || !isPresentValue(cell)))) return false;
  const lacks = isValues.flatMap((isValue, column) => (!isValue && (cells[column] ?? "") === "" ? [column] : []));
  const isSaid = (column: number) => before.every((other) => isEmptyRow(other) || (other[column] ?? "").trim() !== "");
  return lacks.includes(0) && lacks.every(isSaid);
}

/** A sentence at the left, where rows hold more; or less than half a row of words, below an empty line. */
function isRemark(row: readonly string[], before: readonly string[] | undefined, shape: TableShape): boolean {
  const { cells, filled, used } = factsOf(row);
  if (shape.filled < 2 || cells.some(isPresentValue)) return false;
  if (filled === 1)
    return used === 1 && (shape.isValues[0] === true || /\s/.test(cells[0] ?? "") || isEmptyRow(before));
  return filled * 2 < shape.filled && isEmptyRow(before);
}

function isEmptyRow(row: readonly string[] | undefined): boolean {
  return row !== undefined && row.every((cell) => cell.trim() === "");
}
