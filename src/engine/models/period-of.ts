import type { Dataset } from "../../core/data/dataset";
import { partInKind } from "../../core/kinds/kinds";
import type { Recipe } from "../../core/prepare/recipe";

/** The first and the last moment of some rows; null where no column tells the time of a row. */
export function periodOf(dataset: Dataset, recipe: Recipe, rows: Iterable<number>): [number, number] | null {
  const isTime = (at: number) => {
    const part = partInKind(recipe, at, dataset.columns[at]!.kind); // one of the columns
    return part === "time" || part === "order";
  };
  const column = dataset.columns.find(({ kind }, at) => kind === "time" && isTime(at));
  if (column?.kind !== "time") return null;
  let [first, last] = [Infinity, -Infinity];
  for (const row of rows) {
    const value = column.values[row]!; // a row of the table
    if (value < first) first = value;
    if (value > last) last = value;
  }
  return first <= last ? [first, last] : null;
}
