import { expect, it } from "vitest";
import type { RowExplanation } from "../../core/explain/explanation";
import { leadingColumns } from "./leading-columns";

function rowWith(shares: Readonly<Record<number, number>>): RowExplanation {
  const contributions = Object.entries(shares).map(([column, share]) => ({
    column: Number(column),
    share,
    value: 1,
    typical: null,
    expected: null,
    direction: "high" as const,
    note: { code: "reason.usual" as const, values: {} },
  }));
  return { row: 0, contributions, method: { code: "method.replaced" } };
}

it("takes the three columns that most is said of, the strongest first", () => {
  const rows = [rowWith({ 4: 0.9, 1: 0.1 }), rowWith({ 2: 0.6, 4: 0.4 }), rowWith({ 7: 0.5, 2: 0.3, 1: 0.2 })];
  expect(leadingColumns(rows)).toEqual([4, 2, 7]);
});

it("leaves out what makes rows less strange, and tells nothing of no rows", () => {
  expect(leadingColumns([rowWith({ 3: 0.7, 5: -0.3 })])).toEqual([3]);
  expect(leadingColumns([])).toEqual([]);
});
