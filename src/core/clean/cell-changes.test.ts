import { expect, it } from "vitest";
import { category, numbers } from "../../testing/small-tables";
import type { Contribution, RowExplanation } from "../explain/explanation";
import { cellChanges } from "./cell-changes";

const columns = [numbers("amount", 10.25, 900, 11.5), category("kind", [0, 1, 0], ["a", "b"])];

const reason = (column: number, share: number, more: Partial<Contribution>): Contribution => ({
  column,
  share,
  value: null,
  typical: null,
  expected: null,
  direction: "high",
  note: { code: "reason.usual" },
  ...more,
});
const explained = (contributions: readonly Contribution[], more: Partial<RowExplanation> = {}): RowExplanation => ({
  row: 1,
  contributions,
  method: { code: "method.replaced" },
  ...more,
});
const amount = reason(0, 0.6, { value: 900, typical: { low: 10, middle: 10.8751, high: 11 } });
const kind = reason(1, 0.35, { value: "b", typical: { level: "a", share: 0.6 } });
const told = (explanation: RowExplanation, how: "emptied" | "expected") =>
  cellChanges([explanation], columns, how).map(({ column, was, becomes }) => [column, was, becomes]);

it("empties the cells of the strongest reasons, or puts what is expected in their place", () => {
  const weak = reason(1, 0.1, { value: "b" });
  expect(told(explained([amount, weak]), "emptied")).toEqual([[0, 900, null]]);
  expect(told(explained([amount, kind]), "expected")).toEqual([
    [0, 900, 10.88],
    [1, "b", "a"],
  ]);
  expect(told(explained([{ ...amount, expected: 12 }]), "expected")).toEqual([[0, 900, 12]]);
});

it("changes the one cell that a finding is about, and none of a row that repeats another", () => {
  const finding = { code: "column-finding.not-sum" } as const;
  expect(told(explained([amount, kind], { finding }), "emptied")).toEqual([[0, 900, null]]);
  expect(told(explained([amount, kind], { finding: { code: "column-finding.copy" } }), "emptied")).toEqual([]);
});

it("leaves a cell that is as it should be already", () => {
  expect(told(explained([reason(0, 0.9, {})]), "emptied")).toEqual([]);
});
