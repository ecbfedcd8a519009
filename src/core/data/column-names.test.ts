import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { columnNamesOf } from "./column-names";

describe("columnNamesOf", () => {
  it("names the empty and renames the repeated", () => {
    const { names, renamed } = columnNamesOf(["a", "", " a ", "b", "a", "  "]);
    expect(names).toEqual(["a", "column 2", "a (2)", "b", "a (3)", "column 6"]);
    expect(renamed.map(({ column, to }) => [column, to])).toEqual([
      [1, "column 2"],
      [2, "a (2)"],
      [4, "a (3)"],
      [5, "column 6"],
    ]);
  });

  it("leaves names of the file to their owners", () => {
    expect(columnNamesOf(["a", "a", "a (2)"]).names).toEqual(["a", "a (3)", "a (2)"]);
    expect(columnNamesOf(["", "column 1"]).names).toHaveLength(2);
  });

  it("treats names of object properties and markup as plain names", () => {
    const hostile = ["__proto__", "constructor", "<img src=x onerror=alert(1)>", "toString", "__proto__"];
    expect(columnNamesOf(hostile).names).toEqual([...hostile.slice(0, 4), "__proto__ (2)"]);
  });

  it("takes line breaks and control characters out of names", () => {
    expect(columnNamesOf(["a\r\nb\u0000c"]).names).toEqual(["a b c"]);
  });

  it("gives every column a name of its own", () => {
    const name = fc.constantFrom("", "a", "a (2)", "column 1", "column 2", "column 1 (2)", "b");
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (raw) => {
        const { names } = columnNamesOf(raw);
        expect(new Set(names).size).toBe(raw.length);
        expect(names.every(Boolean)).toBe(true);
      }),
      randomRuns(),
    );
  });
});

it("takes the beginning of a name of a megabyte, and keeps two such names apart", () => {
  const { names } = columnNamesOf(["x".repeat(1_000_000), `${"x".repeat(1_000_000)}y`, " ".repeat(1_000_000)]);
  expect(names).toEqual([`${"x".repeat(1000)}…`, `${"x".repeat(1000)}… (2)`, "…"]);
});
