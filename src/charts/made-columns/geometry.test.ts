import { expect, it } from "vitest";
import { madeColumnsOf } from "./geometry";

/** Two features of `rows` rows. */
const rows = (count: number, row: (at: number) => readonly [number, number]) =>
  Float32Array.from(Array.from({ length: count }, (_, at) => row(at)).flat());

it("tells a column that is made well from one that is not", () => {
  const [alike, collapsed] = madeColumnsOf({
    features: ["alike", "collapsed"],
    real: rows(200, (at) => [at, at]),
    made: rows(100, (at) => [2 * at, 500]),
  });
  expect(alike?.difference).toBeLessThan(0.02);
  expect(collapsed?.difference).toBe(1);
  expect(alike?.real.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  // Beyond the ends: all of it in the last bin.
  expect(collapsed?.made.at(-1)).toBeCloseTo(1, 6);
  expect(alike?.realMiddle).toEqual({ low: 50, median: 100, high: 150 });
  expect(alike?.from).toBeLessThan(0);
});

it("finds the widest gap, ties counted once", () => {
  const [column] = madeColumnsOf({
    features: ["a"],
    real: Float32Array.of(0, 0, 1, 1),
    made: Float32Array.of(0, 1, 1, 1),
  });
  expect(column?.difference).toBeCloseTo(0.25, 6);
});

it("survives constants, values that are no numbers, and no rows", () => {
  const [constant] = madeColumnsOf({ features: ["a"], real: Float32Array.of(5, 5), made: Float32Array.of(5, NaN) });
  expect(constant).toMatchObject({ difference: 0, from: 2.5, to: 7.5 });
  const [empty] = madeColumnsOf({ features: ["a"], real: new Float32Array(0), made: Float32Array.of(1) });
  expect(empty?.difference).toBe(1);
  expect(madeColumnsOf({ features: [], real: new Float32Array(0), made: new Float32Array(0) })).toEqual([]);
});
