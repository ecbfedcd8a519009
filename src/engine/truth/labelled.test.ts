import { expect, it } from "vitest";
import type { Column } from "../../core/data/column";
import type { ColumnRecipe, Recipe, Role } from "../../core/prepare/recipe";
import { labelledBy, normalRows } from "./labelled";

const label: Column = {
  kind: "category",
  name: "label",
  levels: ["ok", "bad"],
  codes: Int32Array.of(0, 1, -1, 0, 0),
};
const amount: Column = { kind: "number", name: "amount", values: Float64Array.of(1, 2, 3, 4, 5) };
const dataset = { name: "some.csv", rowCount: 5, columns: [amount, label], sourceRows: null };
const recipeWith = (role: Role): Recipe => ({
  // Only the role of a column is looked at here.
  columns: [{ role: "feature" } as ColumnRecipe, { role } as ColumnRecipe],
  oneHotLimit: 12,
  withinGroup: false,
  rowKind: { kind: "rows" },
});
const all = Uint32Array.of(0, 1, 2, 3, 4);

it("takes the rarest value of the label for strange, and rows without a label for neither", () => {
  expect(labelledBy(dataset, recipeWith("label"), all)).toMatchObject({ column: 1, positive: "bad" });
  expect(normalRows(dataset, recipeWith("label"), all)).toEqual(Uint8Array.of(1, 0, 0, 1, 1));
  expect(normalRows(dataset, recipeWith("label"), Uint32Array.of(1, 4))?.length).toBe(2);
});

it("knows nothing where no column is a label, or the label has one value only", () => {
  expect(normalRows(dataset, recipeWith("ignore"), all)).toBeNull();
  expect(normalRows(dataset, recipeWith("label"), Uint32Array.of(0, 3))).toBeNull();
});
