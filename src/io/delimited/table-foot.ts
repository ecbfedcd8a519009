import { isEmptyCell, isPresentValue } from "./known-cell";
import { factsOf, type TableShape } from "./row-facts";
import { isRule } from "./rule-line";
import { lacksFull, type TableForm } from "./table-form";
import { isTotalMark, saysSummary, saysTotal } from "./total-words";

const MIN_ROWS_SUMMED = 3;
/** Lines at the foot that are looked at below a drawn line. */
const MAX_LINES_BELOW = 30;

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
    const isOther = isRemark(row, rows[at - 1], shape) || isOtherFact(row, rows[at - 1], form);
    if (isSum || isRule(row) || isTotal(row, form, shape) || isOther) {
      isOpen &&= !isRule(row);
      if (!isOpen) foot = rows.length - at;
    } else if (isShort(row, shape) && rows.length - at < MAX_LINES_BELOW) isOpen = true;
    else break;
  }
  return foot;
}

/** Below an empty line, a shorter line with a word where rows have a value: `Overdraft limit,2024-05-01`. */
function isOtherFact(row: readonly string[], before: readonly string[] | undefined, form: TableForm): boolean {
  const cell = row[form.lead]?.trim() ?? "";
  if (row.length >= form.width || form.shape?.isValues[form.lead] !== true || !isEmptyRow(before)) return false;
  return cell !== "" && !isEmptyCell(cell) && !isPresentValue(cell);
}

/** Fewer cells than rows have, and few of them filled. */
function isShort(row: readonly string[], { width, filled }: TableShape): boolean {
  return row.length < width && factsOf(row).filled * 2 <= filled;
}

function isTotal(row: readonly string[], { totals, lead }: TableForm, shape: TableShape): boolean {
  const { cells } = factsOf(row);
  const first = cells.findIndex((cell) => cell !== "");
  return cells.some((cell, column) => {
    const isOverValues = shape.isValues[column] === true;
    const lacksLead = column !== lead && lead >= 0 && cells[lead] === "";
    if (isTotalMark(cell)) return column === first && (lacksLead || lacksFull(cells, shape));
    if (saysTotal(cell)) return (column === first || isOverValues) && !totals.has(cell.toLowerCase());
    const isSummary = isOverValues || lacksLead;
    return column === first && isSummary && saysSummary(cell);
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
