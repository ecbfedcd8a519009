import { expect, it } from "vitest";
import { movedRows, sensitivityAt } from "./sensitivity";

const order = Uint32Array.of(7, 3, 5, 1, 0);
const sorted = Float64Array.of(9, 8, 5, 2, 1);

it("names the rows that enter or leave", () => {
  expect(movedRows(order, sorted, 8, 5)).toEqual({ enter: Uint32Array.of(5), leave: Uint32Array.of() });
  expect(movedRows(order, sorted, 5, 9)).toEqual({ enter: Uint32Array.of(), leave: Uint32Array.of(3, 5) });
  expect(movedRows(order, sorted, 6, 7)).toEqual({ enter: Uint32Array.of(), leave: Uint32Array.of() });
});

it("counts what a tenth of the way to the median changes, whatever the unit", () => {
  const scores = Float64Array.from({ length: 101 }, (_, i) => 100 - i);
  const found = sensitivityAt(scores, 90);
  expect(found).toEqual({ enter: 4, leave: 4, lower: 86, higher: 94 });
  const shifted = scores.map((score) => 3 * score - 1000);
  expect(sensitivityAt(shifted, 3 * 90 - 1000)).toMatchObject({ enter: 4, leave: 4 });
});

it("answers for no scores", () => {
  expect(sensitivityAt(new Float64Array(0), 1)).toMatchObject({ enter: 0, leave: 0 });
});
