import type { Recipe } from "../prepare/recipe";
import { MAX_LABEL_VALUES } from "../truth/label-values";
import { type ColumnRef, columnRef } from "./column-ref";
import { listOf, text, wholeOf } from "./decoder";

/** Which values of a label column mean strange, as a person says; `Column` is its position, or its name in a document. */
export interface LabelTruth<Column = number> {
  readonly column: Column;
  readonly strange: readonly string[];
}

const MAX_VALUE_LENGTH = 100_000;

export const labelTruth = wholeOf<LabelTruth<ColumnRef>>({
  column: columnRef,
  strange: listOf(text(MAX_VALUE_LENGTH), MAX_LABEL_VALUES),
});

/** The position of the label that rows are evaluated by; null where there is none. */
export function labelColumnOf(recipe: Recipe | null): number | null {
  const at = recipe?.columns.findIndex(({ role }) => role === "label") ?? -1;
  return at < 0 ? null : at;
}

/** The values of the present label that a person says mean strange; null: as guessed. */
export function saidStrange(truth: LabelTruth | null, recipe: Recipe | null): readonly string[] | null {
  return truth && truth.column === labelColumnOf(recipe) ? truth.strange : null;
}
