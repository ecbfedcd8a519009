import { expect, it } from "vitest";
import type { Role } from "../../core/prepare/recipe";
import { category, column, numbers, recipe, table } from "../../testing/small-tables";
import { labelledBy, labelValuesIn, normalRows } from "./labelled";

const label = category("label", [0, 1, -1, 0, 0, 2], ["ok", "bad", "worse"]);
const dataset = table(numbers("amount", 1, 2, 3, 4, 5, 6), label);
const recipeWith = (role: Role) => recipe([column(), column({ role })]);
const all = Uint32Array.of(0, 1, 2, 3, 4, 5);
const verdicts = (strange: readonly string[] | null) => {
  const labelled = labelledBy(dataset, recipeWith("label"), strange);
  return Array.from(all, (row) => labelled?.of(row));
};

it("takes for strange what is not called ordinary, and rows without a label for neither", () => {
  expect(labelledBy(dataset, recipeWith("label"), null)).toMatchObject({ column: 1, positive: ["bad", "worse"] });
  expect(verdicts(null)).toEqual([0, 1, null, 0, 0, 1]);
  expect(normalRows(dataset, recipeWith("label"), all, null)).toEqual(Uint8Array.of(1, 0, 0, 1, 1, 0));
  expect(normalRows(dataset, recipeWith("label"), Uint32Array.of(1, 4), null)).toEqual(Uint8Array.of(0, 1));
});

it("takes for strange what a person says", () => {
  expect(verdicts(["worse"])).toEqual([0, 0, null, 0, 0, 1]);
  expect(normalRows(dataset, recipeWith("label"), all, ["ok", "worse"])).toEqual(Uint8Array.of(0, 1, 0, 0, 0, 0));
});

it("takes a blank cell for the other value of a label that has a single one", () => {
  const marked = table(numbers("amount", 1, 2, 3), category("anomaly", [-1, 0, -1], ["x"]));
  const labelled = labelledBy(marked, recipeWith("label"), null);
  expect([0, 1, 2].map((row) => labelled?.of(row))).toEqual([0, 1, 0]);
});

it("knows nothing where no column is a label, or the label has one value only, or too many", () => {
  expect(normalRows(dataset, recipeWith("ignore"), all, null)).toBeNull();
  expect(labelledBy(table(numbers("a", 1, 2), numbers("label", 3, 3)), recipeWith("label"), null)).toBeNull();
  const many = Array.from({ length: 51 }, (_, at) => at);
  expect(labelledBy(table(numbers("a", ...many), numbers("label", ...many)), recipeWith("label"), null)).toBeNull();
});

it("tells the values of a column, the most frequent first, and the guess", () => {
  expect(labelValuesIn(label)).toEqual({
    values: [
      { value: "ok", count: 3 },
      { value: "bad", count: 1 },
      { value: "worse", count: 1 },
    ],
    strange: ["bad", "worse"],
    by: "values",
  });
  expect(labelValuesIn(numbers("constant", 1, 1))).toBeNull();
  expect(labelValuesIn(undefined)).toBeNull();
});
