import type { HeaderLines } from "../../core/data/dialect";
import type { Note } from "../../core/data/note";
import { firstRowOf, MAX_LINES_ABOVE } from "./first-row";
import { guessHeader } from "./guess-header";
import { headerAbove } from "./header-block";
import { isUnitLine } from "./header-names";
import { isPresentValue } from "./known-cell";
import { namesCutOtherwise } from "./names-cut";
import { factsOf, type RowFacts, shapeOf, type TableShape, votesOf } from "./row-facts";

export interface TableGuess {
  readonly value: HeaderLines;
  readonly sure: boolean;
  readonly why: Note;
}

/** Rows that are compared with the line of names. */
const ROWS_BELOW = 60;
/** Further down than this, a line of names belongs to another table. */
const MAX_PAIRS_ABOVE = 30;

/**
 * Guesses where the table begins: what its rows look like is learnt further down; the first row like them ends what
 * stands above, and of that, the lines right above it that look like names are its header.
 */
export function findTable(rows: readonly (readonly string[])[]): TableGuess {
  const facts = rows.map(factsOf);
  const declared = facts.slice(0, MAX_LINES_ABOVE).findLastIndex(endsHeader);
  const top = facts.findIndex((row, at) => at > declared && row.filled > 0);
  const shape = shapeOf(facts.slice(declared + 1));
  if (!shape || top < 0) return plainGuess(facts, 0, 0);
  const first = firstRowOf(facts, top, shape);
  if (first < 0) return ofWords(facts, top, shape);
  if (first === top)
    return unitsBelow(facts, top, shape) ?? pairsAbove(facts, top, shape) ?? plainGuess(facts, top, top);

  if (beginsAtTop(facts, top, first, shape)) return plainGuess(facts, top, top);
  const above = facts.slice(top, first).filter((row) => row.filled > 0);
  if (above.length === 1 && !isTitle(facts[top]!, shape)) return plainGuess(facts, top, first);
  const block = headerAbove(facts, first, shape);
  if (block) return headerGuess(block.from, first);
  const nearest = facts.slice(0, first).findLastIndex((row) => row.filled > 0);
  if (!isTitle(facts[nearest]!, shape)) return plainGuess(facts, nearest, first);
  const isCutOtherwise = namesCutOtherwise(facts[nearest]!.cells, shape.width) !== null;
  return isCutOtherwise ? headerGuess(nearest, first) : headerGuess(first, first);
}

/** A line that says that what stands above it only describes the file: `***End_of_Header***`. */
function endsHeader({ cells }: RowFacts): boolean {
  return /^\W{0,4}end[_ ]?(?:of[_ ]?)?header\W{0,4}$/i.test(cells[0] ?? "");
}

/** `from`: the first line of names; `to`: the first row. */
function headerGuess(from: number, to: number): TableGuess {
  const value = { first: from + 1, count: to - from };
  if (to === from) return { value, sure: false, why: { code: "dialect.header.below-title", values: { line: to + 1 } } };
  return {
    value,
    sure: true,
    why:
      value.count > 1
        ? { code: "dialect.header.lines", values: { from: from + 1, to } }
        : { code: "dialect.header.line", values: { line: from + 1 } },
  };
}

/** The line at `from` is compared with the rows from `to` on, as where nothing stands above a table. */
function plainGuess(facts: readonly RowFacts[], from: number, to: number): TableGuess {
  const below = facts.slice(Math.max(to, from + 1)).filter((row) => row.filled > 0);
  const guess = guessHeader([facts[from]?.cells ?? [], ...below.slice(0, ROWS_BELOW).map((row) => row.cells)]);
  const gap = guess.value ? Math.max(1, to - from) : 0;
  return { ...guess, value: { first: from + 1, count: gap } };
}

/**
 * Names over the whole width, then rows with gaps in the columns that tell a row, titles of sections, or one row that is
 * cut into other cells by mistake: nothing stands above.
 */
function beginsAtTop(facts: readonly RowFacts[], top: number, first: number, shape: TableShape): boolean {
  const isWide = (row: RowFacts) => row.cells.length === shape.width;
  const names = facts[top]!;
  if (!isWide(names) || names.filled < shape.filled * 0.75 || names.cells.some(isPresentValue)) return false;
  const between = facts.slice(top + 1, first).filter((row) => row.filled > 0);
  const [broken] = between;
  if (between.length === 1 && broken && !isWide(broken) && /\d/.test(broken.cells.join(""))) return true;
  if (between.length > 1 && isOtherNames(between.at(-1), names)) return false;
  if (between.some((row) => isWide(row) && row.cells.some(isPresentValue))) return true;
  return between.length > 0 && between.every((row) => isWide(row) && isTitle(row, shape));
}

/** Names of their own right above the rows: what stands between them and the first line describes the file. */
function isOtherNames(row: RowFacts | undefined, names: RowFacts): boolean {
  if (row?.cells.length !== names.cells.length || row.filled * 4 < names.filled * 3) return false;
  const said = row.cells.filter((cell) => cell !== "");
  return (
    new Set(said).size === said.length && !said.some(isPresentValue) && !said.some((cell) => names.cells.includes(cell))
  );
}

/** Nothing but one cell at the left, over a table of several columns. */
function isTitle(row: RowFacts, shape: TableShape): boolean {
  if (shape.width < 2 || row.filled !== 1 || row.used !== 1) return false;
  if (isPresentValue(row.cells[0] ?? "")) return false;
  // R writes no name over the names of the rows.
  const mayBeOnlyName = shape.width === 2 && row.cells.length === 1 && !/\s/.test(row.cells[0] ?? "");
  return !mayBeOnlyName && shape.filled > 1;
}

/** Names that are numbers, such as those of the channels of an instrument, over a line of units. */
function unitsBelow(facts: readonly RowFacts[], top: number, shape: TableShape): TableGuess | null {
  const below = facts[top + 1];
  if (!below || below.cells.length !== shape.width || votesOf(below, shape).values > 0) return null;
  return below.filled > 1 && isUnitLine(below.cells) ? headerGuess(top, top + 2) : null;
}

/** Pairs such as `Height,120` look like rows of a table of words and numbers, until a line of names follows. */
function pairsAbove(facts: readonly RowFacts[], top: number, shape: TableShape): TableGuess | null {
  if (plainGuess(facts, top, top).value.count > 0) return null;
  const names = facts.slice(0, top + MAX_PAIRS_ABOVE).findIndex((row) => {
    const { values, words } = votesOf(row, shape);
    return words > 0 && values === 0 && row.filled >= shape.width && new Set(row.cells).size === row.cells.length;
  });
  if (names < 0 || (names - top) * 2 > facts.length - names) return null;
  return headerGuess(names, names + 1);
}

/** Where no column holds values, what stands above has fewer cells than the rows have. */
function ofWords(facts: readonly RowFacts[], top: number, shape: TableShape): TableGuess {
  if (shape.filled < 2) return plainGuess(facts, top, top);
  const isAbove = (row: RowFacts) =>
    row.filled === 0 ||
    isTitle(row, shape) ||
    (row.cells.length < shape.width - 1 && row.filled * 2 < shape.filled) ||
    (row.cells[0]?.startsWith("#") === true && row.cells.length !== shape.width);
  const from = facts.slice(0, top + MAX_LINES_ABOVE).findIndex((row) => !isAbove(row));
  if (from <= top) return plainGuess(facts, top, top);
  const guess = plainGuess(facts, from, from);
  const { cells } = facts[from]!;
  const named = cells.filter((cell) => cell !== "");
  // Below a title, words that are all different name the columns.
  if (guess.value.count === 0 && guess.why.code === "dialect.header.unclear" && new Set(named).size === named.length)
    return { ...headerGuess(from, from + 1), sure: false };
  return guess.value.count > 0 ? { ...headerGuess(from, from + 1), sure: guess.sure } : guess;
}
