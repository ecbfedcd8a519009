import fc from "fast-check";
import { expect, it } from "vitest";
import type { CategoryColumn, NumberColumn, TextColumn } from "../data/column";
import { randomRuns } from "../../testing/random-runs";
import { profileColumn } from "../data/profile";
import { countLike, fewPlaceOf, MAX_FEW_VALUES, tailPlaceOf } from "./column-places";

const numbers = (values: readonly number[]): NumberColumn => ({
  kind: "number",
  name: "x",
  values: Float64Array.from(values),
});

it("tells the place of every value that is far out, as counting would", () => {
  const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double(), fc.constantFrom(NaN, -0, Infinity, -Infinity));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (values) => {
      const column = numbers(values);
      const { numeric, distinct } = profileColumn(column);
      if (!numeric) return;
      const count = (holds: (other: number) => boolean) => values.filter(holds).length;
      const known = count((other) => !Number.isNaN(other));
      for (const one of values) {
        if (!Number.isFinite(one)) continue;
        const equal = count((other) => other === one);
        if (distinct <= MAX_FEW_VALUES) expect(fewPlaceOf(column, numeric, one)).toEqual({ count: known, equal });
        if (one <= numeric.q95 && one >= numeric.q05) continue;
        const below = count((other) => other < one);
        expect(tailPlaceOf(column, numeric, one)).toEqual({ count: known, equal, below, above: known - equal - below });
      }
    }),
    randomRuns(),
  );
});

it("looks at a column once, however many of its rows are told", () => {
  const column = numbers(Array.from({ length: 1000 }, (_, row) => (row * 7919) % 1000));
  const { numeric } = profileColumn(column);
  let looks = 0;
  const whole = column.values[Symbol.iterator].bind(column.values);
  Object.defineProperty(column.values, Symbol.iterator, { value: () => (looks++, whole()) });
  for (const value of column.values) if (value > 950) tailPlaceOf(column, numeric!, value);
  expect(looks).toBe(2); // this loop's own, and the look
});

it("counts the rows of a level and of a text", () => {
  const levels: CategoryColumn = { kind: "category", name: "c", codes: Int32Array.of(1, -1, 0, 1), levels: ["a", "b"] };
  const text: TextColumn = { kind: "text", name: "t", values: ["x", "y", "x"] };
  expect([0, 1, 2].map((row) => countLike(levels, row))).toEqual([2, 0, 1]);
  expect(countLike(text, 2)).toBe(2);
});
