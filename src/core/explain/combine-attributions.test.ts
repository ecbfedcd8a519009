import { expect, it } from "vitest";
import type { Attribution } from "./attribution";
import { combineAttributions } from "./combine-attributions";

const says = (...values: number[]): Attribution => ({
  over: "features",
  values: Float32Array.from(values),
  additive: true,
});

it("averages what members say of columns, whatever the units of their scores", () => {
  const { values } = combineAttributions(
    [
      { attribution: says(300, -100), featureColumns: [0, 1], weight: 3 },
      // Two features of column 2, as one-hot encoding makes them.
      { attribution: says(0.001, 0.001, 0.002), featureColumns: [2, 2, 0], weight: 1 },
    ],
    3,
  );
  expect([...values]).toEqual([0.75 * 0.75 + 0.25 * 0.5, -0.25 * 0.75, 0.25 * 0.5]);
});

it("passes over members that blame nothing or have no weight", () => {
  const blames = { attribution: says(1, 1), featureColumns: [0, 1], weight: 2 };
  const { values } = combineAttributions(
    [blames, { ...blames, attribution: says(0, 0) }, { ...blames, attribution: says(1, 0), weight: 0 }],
    2,
  );
  expect([...values]).toEqual([0.5, 0.5]);
  expect([...combineAttributions([{ ...blames, weight: 0 }], 2).values]).toEqual([0, 0]);
});
