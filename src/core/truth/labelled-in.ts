import type { Column } from "../data/column";
import { guessStrange } from "./guess-strange";
import { labelValuesOf } from "./label-values";

/** What a column says of rows as a label. */
export interface SaidByLabel {
  /** Its values that mean strange. */
  readonly positive: readonly string[];
  /** 1: strange, 0: ordinary, null: the label does not say. */
  of(row: number): 0 | 1 | null;
}

/** What a column says of rows as a label; `strange` are its values that mean so, null: as they are guessed. Null where it can be none. */
export function labelledIn(source: Column, strange: readonly string[] | null): SaidByLabel | null {
  const coded = labelValuesOf(source);
  if (!coded) return null;
  const { codes, values } = coded;
  const chosen = new Set(strange ?? guessStrange(source.name, values).strange);
  const verdicts = values.map(({ value }) => (chosen.has(value) ? 1 : 0));
  return {
    positive: values.flatMap(({ value }) => (chosen.has(value) ? [value] : [])),
    of: (row) => verdicts[codes[row] ?? -1] ?? null,
  };
}
