import { describe, expect, it } from "vitest";
import { columnsOf, firstFlagged, nextFlagged, rowPosition, rowsBetween, timePositions } from "./geometry";

const scores = Float64Array.from({ length: 10_000 }, (_, row) =>
  row === 4321 ? 99 : row === 17 ? NaN : Math.sin(row),
);

describe("columnsOf", () => {
  it("keeps every spike and its row", () => {
    const columns = columnsOf(scores, null, 0, 1, 100);
    expect(columns.highs[43]).toBe(99);
    expect(columns.highRows[43]).toBe(4321);
    expect(columns.visible).toBe(9999);
    expect(columns.counts[0]).toBe(99);
  });

  it("sees only the rows in view", () => {
    const columns = columnsOf(scores, null, 0.4321, 0.4323, 10);
    expect(columns.visible).toBe(2);
    expect(columns.highRows[2]).toBe(4321);
    expect([...columns.counts]).toEqual([0, 0, 1, 0, 0, 0, 0, 1, 0, 0]);
  });

  it("places rows by time in any order, and drops those without one", () => {
    const { positions } = timePositions(Float64Array.of(30, NaN, 10, 20, Infinity));
    const columns = columnsOf(Float64Array.of(3, 9, 1, 2, 9), positions, 0, 1, 3);
    expect([...columns.highs]).toEqual([1, 2, 3]);
    expect(columns.visible).toBe(3);
  });

  it("agrees with the same rows in row order", () => {
    const times = Float64Array.from(scores, (_, row) => row);
    const { positions } = timePositions(times);
    const byTime = columnsOf(scores, positions, 0.2, 0.7, 50);
    const expected = scores.filter((score, row) => !Number.isNaN(score) && row / 9999 >= 0.2 && row / 9999 <= 0.7);
    expect(byTime.visible).toBe(expected.length);
    expect(Math.max(...byTime.highs)).toBe(99);
  });

  it("takes no rows and one row", () => {
    expect(columnsOf(new Float64Array(0), null, 0, 1, 5).visible).toBe(0);
    expect([...columnsOf(Float64Array.of(2), null, 0, 1, 5).counts]).toEqual([0, 0, 1, 0, 0]);
  });
});

it("puts a single time in the middle and survives none", () => {
  expect([...timePositions(Float64Array.of(5, 5)).positions]).toEqual([0.5, 0.5]);
  expect(timePositions(Float64Array.of(NaN))).toMatchObject({ min: 0, max: 1 });
});

it("lists the rows of a range", () => {
  expect([...rowsBetween(new Float64Array(10), null, 0.2, 0.5)]).toEqual([2, 3, 4]);
  const positions = Float64Array.of(0.9, 0.3, NaN, 0.2);
  expect([...rowsBetween(new Float64Array(4), positions, 0.2, 0.5)]).toEqual([1, 3]);
  expect(rowPosition(null, 10, 2)).toBe(0.25);
});

describe("nextFlagged", () => {
  const few = Float64Array.of(1, 5, 2, 7, NaN, 6);
  it("goes by row number", () => {
    expect(nextFlagged(few, null, 5, -1, 1)).toBe(1);
    expect(nextFlagged(few, null, 5, 1, 1)).toBe(3);
    expect(nextFlagged(few, null, 5, 5, 1)).toBe(-1);
    expect(nextFlagged(few, null, 5, -1, -1)).toBe(5);
    expect(nextFlagged(few, null, 100, -1, 1)).toBe(-1);
  });
  it("goes by time, ties by row number, there and back", () => {
    const positions = Float64Array.of(0, 0.8, 0.1, 0.3, 0.4, 0.8);
    const there: number[] = [];
    for (let row = nextFlagged(few, positions, 5, -1, 1); row >= 0; row = nextFlagged(few, positions, 5, row, 1))
      there.push(row);
    const back: number[] = [];
    for (let row = nextFlagged(few, positions, 5, -1, -1); row >= 0; row = nextFlagged(few, positions, 5, row, -1))
      back.push(row);
    expect(there).toEqual([3, 1, 5]);
    expect(back).toEqual([5, 1, 3]);
  });
});

it("lists the first flagged rows", () => {
  expect(firstFlagged(Float64Array.of(1, 5, NaN, 7, 6), 5, 2)).toEqual([1, 3]);
});
