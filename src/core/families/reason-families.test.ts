import { expect, it } from "vitest";
import { category, numbers } from "../../testing/small-tables";
import type { Direction, RowExplanation } from "../explain/explanation";
import { reasonFamilies } from "./reason-families";

const COUNT = 40;
const kinds = Array.from({ length: COUNT }, (_, row) => (row < 6 ? 1 : 0));
const columns = [numbers("amount", ...kinds), category("kind", kinds, ["debit", "credit"])];

function explained(row: number, column: number, direction: Direction): RowExplanation {
  const reason = { column, direction, share: 0.7, value: null, typical: null, expected: null };
  return { row, contributions: [{ ...reason, note: { code: "reason.usual" } }], method: { code: "method.replaced" } };
}

const told = (explanations: readonly RowExplanation[]) =>
  reasonFamilies(explanations, columns, [1]).map(({ column, direction, level, rows }) => [
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
