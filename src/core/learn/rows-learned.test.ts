import { expect, it } from "vitest";
import { byStep, datasetOf, numbers, seriesKind, times, words } from "../../testing/made-up-series";
import { column, recipe as recipeOf } from "../../testing/small-tables";
import type { Recipe } from "../prepare/recipe";
import type { LearnRule } from "./learn-rule";
import { rowsLearned } from "./rows-learned";

const COUNT = 60;
const table = datasetOf(
  times(
    "time",
    byStep(COUNT, (row) => (COUNT - row) * 1000),
  ),
  numbers(
    "v",
    byStep(COUNT, (row) => row),
  ),
  words(
    "label",
    Array.from({ length: COUNT }, (_, row) => (row % 3 === 0 ? "bad" : row % 3 === 1 ? "good" : "")),
  ),
);

const recipe = (learn?: LearnRule): Recipe => {
  const columns = table.columns.map((_, at) => column({ role: at === 2 ? "label" : "feature" }));
  return recipeOf(columns, learn && { learn });
};
const learned = (learn?: LearnRule, more: Partial<Recipe> = {}) => rowsLearned(table, { ...recipe(learn), ...more });

it("is all rows where no rule says otherwise, and where a rule leaves none out", () => {
  expect(learned()).toBeNull();
  expect(learned({ kind: "first", rows: 1000 })).toBeNull();
  expect(learned({ kind: "filter", filters: [{ column: 1, kind: "range", min: null, max: null }] })).toBeNull();
});

it("is those that the label calls ordinary: not those of which it says nothing, whatever is guessed when a person says it", () => {
  expect([...(learned({ kind: "label" }) ?? [])]).toEqual(Array.from({ length: 20 }, (_, i) => 3 * i + 1));
  const said = learned({ kind: "label", strange: ["good"] });
  expect([...(said ?? [])].slice(0, 2)).toEqual([0, 3]);
});

it("is the first in the order of the file, or of time where rows have one", () => {
  expect([...(learned({ kind: "first", rows: 25 }) ?? [])]).toEqual(Array.from({ length: 25 }, (_, i) => i));
  const ofSeries = learned({ kind: "first", rows: 25 }, { rowKind: seriesKind() });
  expect([...(ofSeries ?? [])]).toEqual(Array.from({ length: 25 }, (_, i) => 35 + i));
});

it("is a period, by its filter", () => {
  const rows = learned({ kind: "filter", filters: [{ column: 0, kind: "range", min: 20_000, max: 45_000 }] });
  expect([rows?.[0], rows?.at(-1), rows?.length]).toEqual([15, 40, 26]);
});

it("refuses what nothing can be learned of", () => {
  expect(() => learned({ kind: "first", rows: 3 })).toThrow(
    expect.objectContaining({ info: expect.objectContaining({ code: "too-few-learned" }) as unknown }),
  );
});
