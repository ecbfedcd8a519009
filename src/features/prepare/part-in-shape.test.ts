import { expect, it } from "vitest";
import type { ColumnRecipe, Recipe } from "../../core/prepare/recipe";
import type { Shape } from "../../core/series/shape";
import { eventsShape, seriesShape } from "../../testing/made-up-series";
import { partInShape } from "./part-in-shape";
import { remedyOf } from "./remedies";

const kinds = ["time", "category", "number", "number", "category"] as const;
const roles = ["feature", "feature", "feature", "label", "feature"] as const;
const recipe: Recipe = {
  // Only the role of a column is looked at here.
  columns: roles.map((role) => ({ role }) as ColumnRecipe),
  oneHotLimit: 12,
  withinGroup: false,
};
const partsIn = (shape: Shape) => kinds.map((kind, at) => partInShape({ ...recipe, shape }, at, kind));

it("knows what each column is for", () => {
  expect(partsIn(seriesShape({ time: 0, group: 1 }))).toEqual(["time", "series-name", "channel", "unused", "unused"]);
  expect(partsIn(eventsShape({ symbol: 4, sequence: 1, time: 0 }))).toEqual([
    "order",
    "sequence-name",
    "unused",
    "unused",
    "symbol",
  ]);
  expect(kinds.map((kind, at) => partInShape(recipe, at, kind))).toEqual([null, null, null, null, null]);
});

it("advises only what changes something", () => {
  expect(remedyOf("profile.heavy-tail-high", null)?.word).toBe("log");
  expect(remedyOf("profile.heavy-tail-high", "channel")).toBeNull();
  expect(remedyOf("profile.constant", "channel")?.word).toBe("ignore");
  expect(remedyOf("profile.looks-like-id", "time")).toBeNull();
});
