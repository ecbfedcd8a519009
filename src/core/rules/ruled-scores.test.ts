import { expect, it } from "vitest";
import { ruledScores } from "./ruled-scores";

it("puts what rules flag above all others in their order, what they ignore at the end, and leaves the rest", () => {
  const scores = Float64Array.of(5, 1, 3, NaN, 4, 2);
  const ruled = ruledScores(scores, Int8Array.of(-1, 1, 1, 1, 0, 0));
  expect(ruled[1]).toBeGreaterThan(5);
  expect(ruled[2]).toBeGreaterThan(ruled[1]!);
  expect(ruled[0]).toBe(1);
  expect([...ruled.slice(4)]).toEqual([4, 2]);
  expect(ruled[3]).toBeNaN();
  expect(ruledScores(Float64Array.of(2, 2), Int8Array.of(0, 1))[1]).toBeGreaterThan(2);
});
