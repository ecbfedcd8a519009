import type { Column } from "../data/column";
import { MAX_LABEL_VALUES } from "./label-values";
import { type ValueCodes, valueCodesOf } from "./value-codes";

/** That marks fall where the label is strange by chance alone must be rarer than this. */
const MAX_CHANCE = 0.05;

/**
 * Columns of marks behind a label, up to the end of the table: of their two values the rarer one is no more frequent than
 * the label's rarest, and stands only where the label is that, or begins or ends to be. Whoever wrote the label wrote them
 * too, and no sensor measured them.
 *
 * @returns position -> position of the label
 */
export function labelMarks(
  columns: readonly Column[],
  labels: readonly number[],
  mayBe: (position: number) => boolean,
): Map<number, number> {
  const marks = new Map<number, number>();
  for (const label of labels) {
    const behind = columns.flatMap((column, at) => {
      if (at <= label || labels.includes(at)) return [];
      return [{ at, coded: mayBe(at) ? valueCodesOf(column, 2) : null }];
    });
    // What is measured follows no marks.
    if (label === 0 || behind.some(({ coded }) => coded === null)) continue;
    const answer = valueCodesOf(columns[label]!, MAX_LABEL_VALUES); // labels are columns
    for (const { at, coded } of behind) if (coded && answer && areMarksOf(coded, answer)) marks.set(at, label);
  }
  return marks;
}

function areMarksOf(marks: ValueCodes, label: ValueCodes): boolean {
  if (marks.values.length !== 2 || label.values.length < 2) return false;
  const mark = rarestOf(marks);
  const strange = rarestOf(label);
  const count = marks.values[mark]!.count;
  const strangeRows = label.values[strange]!.count;
  if (count > strangeRows) return false;
  const isStrange = (row: number) => label.codes[row] === strange;
  for (let row = 0; row < marks.codes.length; row++)
    if (marks.codes[row] === mark && !isStrange(row) && !isStrange(row - 1) && !isStrange(row + 1)) return false;
  return (strangeRows / label.codes.length) ** count < MAX_CHANCE;
}

function rarestOf({ values }: ValueCodes): number {
  return values.reduce((rarest, { count }, code) => (count < values[rarest]!.count ? code : rarest), 0);
}
