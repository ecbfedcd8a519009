import { describe, expect, it } from "vitest";
import { exportedFrom } from "./exported-columns";
import { NAMES_IN_EXPORTS } from "./exported-names";

describe.each(NAMES_IN_EXPORTS)("with the names $columns.0, $columns.1 …", ({ columns, flaggedBy }) => {
  const [row = "", score = "", , , flagged = "", stability = ""] = columns;

  it("knows the columns that an export added, at the end and all of them", () => {
    const usual = columns.filter((name) => name !== stability);
    expect(exportedFrom(["a", "b", ...usual])).toBe(2);
    expect(exportedFrom(["a", ...columns])).toBe(1);
    expect(exportedFrom([score, row, ...usual.map((name) => (name === score ? `${score} (2)` : name))])).toBe(2);
    expect(exportedFrom([...usual, "a"])).toBe(usual.length + 1);
    expect(exportedFrom(["a", score, flagged])).toBe(3);
    expect(exportedFrom(usual)).toBe(usual.length);
    const plain = columns.slice(0, 5);
    expect(exportedFrom(["a", ...plain, flaggedBy.join("kNN"), ...columns.slice(6, 9)])).toBe(1);
    expect(exportedFrom(["a", ...plain, "what I think"])).toBe(7);
  });
});
