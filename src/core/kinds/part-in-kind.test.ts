import { expect, it } from "vitest";
import type { ColumnRecipe, Recipe } from "../prepare/recipe";
import type { RowKind } from "./row-kind";
import { eventsKind, seriesKind } from "../../testing/made-up-series";
import { partInKind } from "./kinds";

const kinds = ["time", "category", "number", "number", "category"] as const;
const roles = ["feature", "feature", "feature", "label", "feature"] as const;
const recipe: Recipe = {
  // Only the role of a column is looked at here.
  columns: roles.map((role) => ({ role }) as ColumnRecipe),
  oneHotLimit: 12,
  withinGroup: false,
  rowKind: { kind: "rows" },
};
const partsIn = (rowKind: RowKind) => kinds.map((kind, at) => partInKind({ ...recipe, rowKind }, at, kind));

it("knows what each column is for", () => {
  expect(partsIn(seriesKind({ time: 0, group: 1 }))).toEqual(["time", "series-name", "channel", "unused", "unused"]);
  expect(partsIn(eventsKind({ symbol: 4, sequence: 1, time: 0 }))).toEqual([
    "order",
    "sequence-name",
    "unused",
    "unused",
    "symbol",
  ]);
  expect(kinds.map((kind, at) => partInKind(recipe, at, kind))).toEqual([null, null, null, null, null]);
});
