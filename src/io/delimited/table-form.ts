import { isPresentValue } from "./known-cell";
import { factsOf, shapeOf, type TableShape } from "./row-facts";
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
}

export type StrayKind = "repeated-header" | "comment" | "other-table" | "page-title" | "total";

const MAX_LINES_ABOVE = 8;

const MAX_ROWS_SEEN = 500;
const MAX_WORD = 60;
const MIN_ROWS_SUMMED = 3;
const TOTAL_WORDS =
  /^(?:(?:grand|sub|over ?all|running)[ -]?)?(?:totals?|gesamt(?:summe|betrag|ergebnis)?|insgesamt|zwischensumme|endsumme|totaal|totale|totali|totalt|somme|summe|suma|razem|łącznie|celkem|összesen|summa|i alt|yhteensä|toplam|итого|всего|合计|总计|總計|合計|小计)(?![\p{L}\p{N}])/iu;
/** `Service total`, as reports of costs begin. */
const TOTAL_BEHIND = /\s(?:sub)?totals?:?$/i;
/** Words that also are names or values; where values stand, they say what the line is. */
const SUMMARY_WORDS =
  /^(?:sum(?:me|a)?|average|avg\.?|mean|mittel(?:wert)?|durchschnitt|moyenne|media|median|min(?:imum)?\.?|max(?:imum)?\.?|std\.?(?: ?dev(?:iation)?\.?)?|st\.? ?dev\.?|standard ?(?:deviation|abweichung)|standardfehler|varianz|variance|écart[ -]type|desviación|count|anzahl)(?![\p{L}\p{N}])/iu;

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
  };
}

/** What a line among the rows is, if it is no row. `afterEmpty`: an empty line, or titles below one, stand before it. */
export function strayOf(row: readonly string[], form: TableForm, afterEmpty: boolean): StrayKind | null {
  if (form.width < 2) return null;
  const { cells, filled } = factsOf(row);
  if ([...form.header, ...form.above].some((line) => isSameLine(line, cells))) return "repeated-header";
  if (!form.hasHash && cells[0]?.startsWith("#") && (cells.length !== form.width || filled === 1)) return "comment";
  if (isTotalOverValues(cells, form)) return "total";
  return isOtherHeader(cells, form, afterEmpty) ? "other-table" : null;
}

/** A total among the rows, or above them: its word stands where rows have a date or a number. */
function isTotalOverValues([cell = ""]: readonly string[], { shape, totals }: TableForm): boolean {
  if (shape?.isValues[0] !== true || cell.length > MAX_WORD || totals.has(cell.toLowerCase())) return false;
  return TOTAL_WORDS.test(cell) || TOTAL_BEHIND.test(cell);
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
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at]!;
    if (row.every((cell) => cell.trim() === "")) continue;
    const isSum = foot === 0 && isUnnamedSum(row, rows.slice(0, at), shape);
    if (!isSum && !isRule(row) && !isTotal(row, form, shape) && !isRemark(row, rows[at - 1], shape)) break;
    foot = rows.length - at;
  }
  return foot;
}

function isTotal(row: readonly string[], { totals }: TableForm, shape: TableShape): boolean {
  const { cells } = factsOf(row);
  const first = cells.findIndex((cell) => cell !== "");
  return cells.some((cell, column) => {
    if (cell.length > MAX_WORD) return false;
    const isOverValues = shape.isValues[column] === true;
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
