import { expect, test } from "vitest";
import { matrixSamples } from "../../../core/detect/samples";
import { testContext } from "../../../testing/test-context";
import { columnRangeOf, sharesOfRange } from "./column-range";

test("shares run from 0 to 1, and on beyond for rows that come later", async () => {
  const range = await columnRangeOf(matrixSamples(Float32Array.of(2, -1, 6, 1, 4, 0), ["a", "b"]), testContext());
  const later = matrixSamples(Float32Array.of(2, 1, 10, 0), ["a", "b"]);
  expect([...sharesOfRange(later, range).block(0, 2)]).toEqual([0, 1, 2, 0.5]);
  expect([...sharesOfRange(later, range).block(1, 2)]).toEqual([2, 0.5]);
});

test("a constant column is 0 throughout", async () => {
  const samples = matrixSamples(Float32Array.of(7, 7, 7), ["a"]);
  expect([...sharesOfRange(samples, await columnRangeOf(samples, testContext())).block(0, 3)]).toEqual([0, 0, 0]);
});
