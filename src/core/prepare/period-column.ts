import type { ColumnKind } from "../data/column";
import type { PartInKind } from "../kinds/core-kind";
import { partInKind } from "../kinds/kinds";
import type { Recipe } from "./recipe";

/** What a column is for that tells what came first. */
const ORDERS: ReadonlySet<PartInKind | null> = new Set<PartInKind>(["time", "order"]);

/** The column by which periods are ignored: what orders the rows, else the first of times; null where there is none. */
export function periodColumnOf(
  recipe: Pick<Recipe, "rowKind" | "columns">,
  columns: readonly { readonly kind: ColumnKind }[],
): number | null {
  const orders = columns.findIndex(
    ({ kind }, at) => (kind === "time" || kind === "number") && ORDERS.has(partInKind(recipe, at, kind)),
  );
  const at = orders >= 0 ? orders : columns.findIndex(({ kind }) => kind === "time");
  return at < 0 ? null : at;
}
