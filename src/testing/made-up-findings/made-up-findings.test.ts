import { describe, expect, it } from "vitest";
import { createInlineEngine } from "../../engine/inline";
import { openTable } from "../open-table";
import { verdictOf } from "./judge";
import { ordinaryKinds, strangeKinds } from "./kinds";
import { madeUpFile } from "./write-file";

const all = [...strangeKinds, ...ordinaryKinds];

it("draws the same file for the same number, and another for another", () => {
  for (const kind of all) {
    const file = madeUpFile(kind, 3);
    expect(madeUpFile(kind, 3)).toEqual(file);
    expect(madeUpFile(kind, 4).text).not.toBe(file.text);
  }
});

it("has no name twice, plants in the kinds that say so, and only rows that there are", () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const kind of all) {
    const { planted, rows } = madeUpFile(kind, 5);
    const planned = planted.parts.flat();
    expect(planned.length > 0).toBe(!kind.name.startsWith("nothing"));
    expect(planned.every((row) => row >= 0 && row < rows)).toBe(true);
    expect(planted.parts.every((part) => part.length > 0)).toBe(true);
    // What is strange is rare.
    expect(planned.length).toBeLessThan(0.3 * rows);
  }
});

it("writes files that are opened with all their rows", async () => {
  const engine = createInlineEngine();
  for (const kind of all.filter((_, at) => at % 6 === 0)) {
    const file = madeUpFile(kind, 6);
    const { rowCount, columns } = await openTable(engine, file.text);
    expect([kind.name, rowCount]).toEqual([kind.name, file.rows]);
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...file.planted.columns]));
  }
  engine.dispose();
});

describe("what is right", () => {
  const file = {
    name: "",
    text: "",
    rows: 100,
    planted: { as: "rows", parts: [[3], [50], [70], [90]], columns: ["a"] },
  } as const;
  const foundAt = (rows: readonly number[], column = "a") => ({ rows, columnsOf: () => [column] });

  it("takes half of the planted rows, and few others", () => {
    expect(verdictOf(file, foundAt([3, 50]))).toBe("right");
    expect(verdictOf(file, foundAt([3]))).toBe("missed");
    expect(verdictOf(file, foundAt([3, 50, ...Array.from({ length: 17 }, (_, at) => 10 + at)]))).toBe("too many");
    expect(verdictOf(file, foundAt([3, 50], "b"))).toBe("other reason");
  });

  it("wants every stretch, by one of its steps", () => {
    const stretches = { ...file, planted: { as: "stretches", parts: [[10, 11], [40, 41, 42]], columns: ["a"] } } as const; // prettier-ignore
    expect(verdictOf(stretches, foundAt([11, 40, 5]))).toBe("right");
    expect(verdictOf(stretches, foundAt([11, 12, 13]))).toBe("missed");
    expect(verdictOf(stretches, foundAt([11, 40, ...Array.from({ length: 11 }, (_, at) => 50 + at)]))).toBe("too many");
  });

  it("wants every case, and few other cases however many events they have", () => {
    const caseOf = Array.from({ length: 100 }, (_, row) => Math.floor(row / 10));
    const cases = { ...file, planted: { as: "cases", parts: [[0, 1, 2]], columns: [], caseOf } } as const;
    expect(verdictOf(cases, foundAt([2, ...Array.from({ length: 20 }, (_, at) => 20 + at)]))).toBe("right");
    expect(verdictOf(cases, foundAt([2, 20, 30, 40]))).toBe("too many");
  });

  it("takes at most a hundredth where nothing was planted", () => {
    const ordinary = { ...file, planted: { as: "rows", parts: [], columns: [] } } as const;
    expect(verdictOf(ordinary, foundAt([7]))).toBe("right");
    expect(verdictOf(ordinary, foundAt([7, 8]))).toBe("too many");
  });
});
