import { expect, it } from "vitest";
import { category, numbers } from "../../testing/small-tables";
import type { Direction, RowExplanation } from "../explain/explanation";
import { familyFilters } from "./family-rule";
import { reasonFamilies } from "./reason-families";

const COUNT = 40;
const kinds = Array.from({ length: COUNT }, (_, row) => (row < 6 ? 1 : 0));
const columns = [numbers("amount", ...kinds), category("kind", kinds, ["debit", "credit"])];

function explained(row: number, column: number, direction: Direction): RowExplanation {
  const reason = { column, direction, share: 0.7, value: null, typical: null, expected: null };
  return { row, contributions: [{ ...reason, note: { code: "reason.usual" } }], method: { code: "method.replaced" } };
}

const told = (explanations: readonly RowExplanation[]) =>
  reasonFamilies(explanations, columns, [1]).map(({ reasons: [{ column, direction }], level, rows }) => [
    column,
    direction,
    level?.level ?? null,
    [...rows],
  ]);

it("groups rows by their main reason and by what sets them apart, the largest family first", () => {
  const rows = [9, 4, 3, 2, 1, 0];
  expect(told([...rows.map((row) => explained(row, 0, "high")), explained(20, 0, "low")])).toEqual([
    [0, "high", "credit", [4, 3, 2, 1, 0]],
    [0, "high", null, [9]],
    [0, "low", null, [20]],
  ]);
});

it("names no value that most rows have anyway, and none of a reason of its own", () => {
  expect(told([10, 11, 12].map((row) => explained(row, 0, "high")))).toEqual([[0, "high", null, [10, 11, 12]]]);
  expect(told([0, 1, 2].map((row) => explained(row, 1, "rare")))).toEqual([[1, "rare", null, [0, 1, 2]]]);
});

it("leaves out rows without a reason", () => {
  expect(told([{ row: 3, contributions: [], method: { code: "method.replaced" } }])).toEqual([]);
});

it("puts rows of one mix of reasons together, and names both where the second counts nearly as much", () => {
  const mixed = (row: number, one: number, other: number): RowExplanation => ({
    ...explained(row, 0, "high"),
    contributions: [
      { ...explained(row, 0, "high").contributions[0]!, share: one },
      { ...explained(row, 1, "rare").contributions[0]!, share: other },
    ],
  });
  const rows = [mixed(1, 0.5, 0.45), mixed(2, 0.45, 0.5), mixed(3, 0.9, 0.05), explained(30, 1, "low")];
  const families = reasonFamilies(rows, columns, []);
  expect(families.map(({ reasons, rows: own }) => [reasons, [...own]])).toEqual([
    [
      [
        { column: 0, direction: "high" },
        { column: 1, direction: "rare" },
      ],
      [1, 2, 3],
    ],
    [[{ column: 1, direction: "low" }], [30]],
  ]);
  expect(families[0]!.oddest).toBe(3);
  expect([1, 2]).toContain(families[0]!.mostTypical);
});

it("says what rows must have to be of the kind: as far as its rows go, and what they share", () => {
  const amounts = numbers("amount", 5, 900, 800, NaN, 20);
  const kinds = category("kind", [0, 1, 1, 0, 2], ["debit", "credit", "fee"]);
  const family = (reasons: Parameters<typeof familyFilters>[0]["reasons"], ...rows: number[]) => ({
    ...{ reasons, said: null, level: null, mostTypical: rows[0]!, oddest: rows[0]! },
    rows: Uint32Array.from(rows),
  });
  const filtersOf = (...given: Parameters<typeof family>) => familyFilters(family(...given), [amounts, kinds]);
  expect(filtersOf([{ column: 0, direction: "high" }], 1, 2)).toEqual([
    { column: 0, kind: "range", min: 800, max: null },
  ]);
  expect(filtersOf([{ column: 0, direction: "low" }], 0, 4)).toEqual([
    { column: 0, kind: "range", min: null, max: 20 },
  ]);
  expect(filtersOf([{ column: 0, direction: "missing" }], 3)).toEqual([{ column: 0, kind: "missing" }]);
  expect(filtersOf([{ column: 1, direction: "rare" }], 4)).toEqual([{ column: 1, kind: "levels", levels: ["fee"] }]);
  const shared = { ...family([{ column: 0, direction: "high" }], 1, 2), level: { column: 1, level: "credit" } };
  expect(familyFilters(shared, [amounts, kinds])[1]).toEqual({ column: 1, kind: "levels", levels: ["credit"] });
});
