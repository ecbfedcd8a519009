import { expect, it } from "vitest";
import { column, recipe } from "../../testing/small-tables";
import { recipeSettingsOf } from "../project/recipe-settings";
import type { NamedColumn } from "../project/column-ref";
import { columnMapOf, namesIn, renamedSettings } from "./column-map";

const columns: readonly NamedColumn[] = [
  { name: "Amount", kind: "number" },
  { name: "Unit price", kind: "number" },
  { name: "Payee", kind: "category" },
  { name: "note", kind: "text" },
];
const own = recipe(["feature", "feature", "feature", "ignore"].map((role) => column({ role: role as "feature" })));
const settings = recipeSettingsOf(own, { columns, recipe: own });

it("finds columns by name, by a name written otherwise, and the only one left of its kind", () => {
  const other: readonly NamedColumn[] = [
    { name: "who", kind: "category" },
    { name: "unit_price", kind: "number" },
    { name: "Amount", kind: "number" },
  ];
  const map = columnMapOf(settings, other);
  expect(map.map(({ to, by }) => [to, by])).toEqual([
    ["Amount", "name"],
    ["unit_price", "like-name"],
    ["who", "kind"],
  ]);
  const renamed = renamedSettings(settings, namesIn(map));
  expect(renamed.columns.map((one) => one.column.name)).toEqual(["Amount", "unit_price", "who", "note"]);
});

it("guesses nothing where several could be meant", () => {
  const map = columnMapOf(settings, [
    { name: "a", kind: "number" },
    { name: "b", kind: "number" },
  ]);
  expect(map.every(({ to }) => to === null)).toBe(true);
});
