import { expect, test } from "vitest";
import { beyondUsual, UsualPlacesSum } from "./usual-places";

test("what is usual is measured by place, and a place where nothing happens does not explode", () => {
  const sum = new UsualPlacesSum(3);
  for (const one of [[1, 5, 0], [3, 5, 4]]) sum.add(Float32Array.from(one)); // prettier-ignore
  const usual = sum.result();
  expect([...usual.mean]).toEqual([2, 5, 2]);
  expect(usual.deviation[0]).toBeCloseTo(1);
  expect(usual.deviation[1]).toBeCloseTo(0.25 * Math.sqrt(5 / 3), 5);
  const beyond = beyondUsual(Float32Array.from([4, 4, 4]), usual);
  expect(beyond[0]).toBeCloseTo(2);
  expect(beyond[1]).toBe(0);
  expect(beyond[2]).toBeCloseTo(1);
});
