import type { Note } from "../../core/data/note";
import { isValueCell } from "./known-cell";
import { arePeriodNames, countedColumns, countsOn, isPeriodName } from "./period-names";

export interface HeaderGuess {
  readonly value: boolean;
  readonly sure: boolean;
  readonly why: Note;
}

const MAX_ROWS_READ = 50;
/** Names are shorter than the lines of a log. */
const MIN_LINE = 20;

/**
 * Guesses whether the first row names the columns: each column whose values are numbers or dates
 * votes by whether its first cell is one too; a column of words votes against when its first cell
 * comes again below. Without a vote, distinct words that are all filled in are names.
 */
export function guessHeader(rows: readonly (readonly string[])[]): HeaderGuess {
  const first = (rows[0] ?? []).map((cell) => cell.trim());
  const body = rows.slice(1, 1 + MAX_ROWS_READ);
  const hasValues = first.some((cell) => cell !== "" && isValueCell(cell));
  if (body.length === 0)
    return { value: !hasValues, sure: hasValues, why: { code: `dialect.header.${hasValues ? "values" : "only"}` } };

  const periods = periodNamesIn(first, body);
  let names = 0;
  let repeats = 0;
  let values = 0;
  first.forEach((cell, column) => {
    const below = body.map((row) => (row[column] ?? "").trim()).filter((value) => value !== "");
    if (below.length === 0 || cell === "") return;
    const share = below.filter(isValueCell).length / below.length;
    const isValueColumn = share >= 0.9;
    // Notes behind numbers do not make them words.
    if (share >= 0.5 && periods.includes(column)) names++;
    else if (isValueColumn && isValueCell(cell)) values++;
    else if (isValueColumn) names++;
    else if (below.includes(cell)) repeats++;
  });
  if (names > values + repeats)
    return {
      value: true,
      sure: values + repeats === 0,
      why: { code: "dialect.header.names", values: { columns: names } },
    };
  if (values + repeats > 0) return { value: false, sure: names === 0, why: { code: "dialect.header.values" } };
  if (first.length === 1 && isLineLike(first[0] ?? "", body))
    return { value: false, sure: false, why: { code: "dialect.header.values" } };
  const distinct = new Set(first).size === first.length && !first.includes("");
  return {
    value: distinct && !hasValues,
    sure: false,
    why: { code: distinct && !hasValues ? "dialect.header.words" : "dialect.header.unclear" },
  };
}

/** Columns that the first row names by years or months, or counts: those below it hold something else. */
function periodNamesIn(first: readonly string[], body: readonly (readonly string[])[]): readonly number[] {
  const counted = countedColumns(first);
  if (counted.length > 0 && !body.slice(0, 3).some((row) => countsOn(row.map(trimmed)))) return counted;
  const columns = first.flatMap((cell, column) => {
    const below = body.map((row) => (row[column] ?? "").trim()).filter((value) => value !== "");
    return isPeriodName(cell) && below.filter(isPeriodName).length * 2 < below.length ? [column] : [];
  });
  return arePeriodNames(columns.map((column) => first[column] ?? "")) ? columns : [];
}

function trimmed(cell: string): string {
  return cell.trim();
}

/** Whether the first line of a text that is not cut is one like the others: as long, and with digits as they have. */
function isLineLike(first: string, body: readonly (readonly string[])[]): boolean {
  const below = body.map((row) => (row[0] ?? "").trim()).filter((line) => line !== "");
  const lengths = below.map((line) => line.length).sort((a, b) => a - b);
  const withDigits = below.filter((line) => /\d/.test(line)).length;
  const isLong = first.length >= MIN_LINE && first.length * 2 > (lengths[lengths.length >> 1] ?? 0);
  return isLong && /\d/.test(first) && withDigits >= below.length * 0.8;
}
