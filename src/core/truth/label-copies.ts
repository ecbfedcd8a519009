import type { Column } from "../data/column";
import { MAX_LABEL_VALUES } from "./label-values";
import { type ValueCodes, valueCodesOf } from "./value-codes";

/**
 * Columns that say what a label says, in the same words, in others or as codes: each value of the one stands for one
 * value of the other, and so do blank cells. To a detector such a column is the answer, on whichever side of the label
 * it stands.
 *
 * @returns position -> position of the label
 */
export function labelCopies(
  columns: readonly Column[],
  labels: readonly number[],
  mayBe: (position: number) => boolean,
): Map<number, number> {
  const known = labels.flatMap((label) => {
    const coded = columns[label] && valueCodesOf(columns[label], MAX_LABEL_VALUES);
    return coded && tellsRowsApart(coded) ? [{ label, coded }] : [];
  });
  const copies = new Map<number, number>();
  if (known.length === 0) return copies;
  columns.forEach((column, position) => {
    if (!mayBe(position)) return;
    const coded = valueCodesOf(column, MAX_LABEL_VALUES);
    const original = coded && known.find((one) => isRenaming(coded, one.coded));
    if (original) copies.set(position, original.label);
  });
  return copies;
}

/** Two values, or one value and blank cells. */
function tellsRowsApart({ codes, values }: ValueCodes): boolean {
  return values.length > 1 || (values.length === 1 && values[0]!.count < codes.length);
}

/** Whether the values of one column stand for those of another, one for one; a blank cell is a value like the others. */
function isRenaming(one: ValueCodes, other: ValueCodes): boolean {
  const forward = new Map<number, number>();
  const back = new Map<number, number>();
  for (let row = 0; row < one.codes.length; row++) {
    const [a, b] = [one.codes[row]!, other.codes[row]!]; // columns of one table
    const [to, from] = [forward.get(a), back.get(b)];
    if (to === undefined && from === undefined) {
      forward.set(a, b);
      back.set(b, a);
    } else if (to !== b || from !== a) return false;
  }
  return true;
}
