import { describe, expect, it } from "vitest";
import type { Column } from "./column";
import { duplicateColumns, warnOfDuplicates } from "./duplicate-columns";
import { profileColumn } from "./profile";

const numbers = (name: string, ...values: number[]): Column => ({
  kind: "number",
  name,
  values: Float64Array.from(values),
});
const words = (name: string, codes: number[], levels: string[]): Column => ({
  kind: "category",
  name,
  codes: Int32Array.from(codes),
  levels,
});

describe("duplicateColumns", () => {
  it("points to the first equal column, whatever the names", () => {
    const columns = [numbers("a", 1, NaN, 0), numbers("b", 1, NaN, -0), numbers("c", 1, 2, 0), numbers("d", 1, NaN, 0)];
    expect([...duplicateColumns(columns)]).toEqual([
      [1, 0],
      [3, 0],
    ]);
  });

  it("compares categories by their words", () => {
    const columns = [
      words("a", [0, 1, -1], ["x", "y"]),
      words("b", [1, 0, -1], ["y", "x"]),
      words("c", [0, 1, -1], ["y", "x"]),
    ];
    expect([...duplicateColumns(columns)]).toEqual([[1, 0]]);
  });

  it("keeps kinds and permutations apart", () => {
    const time: Column = { kind: "time", name: "t", values: Float64Array.of(1, 2) };
    const text: Column = { kind: "text", name: "x", values: ["1", "2"] };
    expect(duplicateColumns([numbers("a", 1, 2), time, text, numbers("b", 2, 1)]).size).toBe(0);
    expect([...duplicateColumns([text, { ...text, name: "y" }])]).toEqual([[1, 0]]);
  });

  it("warns beside the later column", () => {
    const columns = [numbers("a", 1, 2), numbers("b", 1, 2)];
    const warned = warnOfDuplicates(columns.map(profileColumn), columns, duplicateColumns(columns));
    expect(warned.map(({ warnings }) => warnings)).toEqual([
      [],
      [{ code: "profile.duplicate", values: { column: "a" } }],
    ]);
  });
});
