import { expect, test } from "vitest";
import { matrixSamples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { gatherRows, shuffledBatches, someRows, splitRows } from "./rows";

test("rows held out are never learned from", () => {
  const { learn, heldOut } = splitRows(200, 0.1, 1000, seededRandom(1));
  expect(heldOut.length).toBe(20);
  expect(new Set([...learn, ...heldOut]).size).toBe(200);
});

test("a small table holds nothing out, a huge one no more than can be seen", () => {
  expect(splitRows(49, 0.2, 1000, seededRandom(1)).heldOut.length).toBe(0);
  const huge = splitRows(1_000_000, 0.2, 16_000, seededRandom(1));
  expect([huge.heldOut.length, huge.learn.length]).toEqual([1000, 16_000]);
});

test("each pass shows every row at most once, without a ragged batch", () => {
  const next = shuffledBatches(Uint32Array.from([0, 1, 2, 3, 4, 5, 6]), 3, seededRandom(1));
  const passes = Array.from({ length: 4 }, () => [...next(), ...next()]);
  for (const pass of passes) expect(new Set(pass).size).toBe(6);
  expect(new Set(passes.map((pass) => pass.join())).size).toBeGreaterThan(1);
});

test("fewer rows than a batch make one batch", () => {
  expect([...shuffledBatches(Uint32Array.from([4]), 32, seededRandom(1))()]).toEqual([4]);
});

test("gathers rows in their order, held within the clip", () => {
  const samples = matrixSamples(Float32Array.from([1, -9, 2, 9, 3, 0]), ["a", "b"]);
  expect([...gatherRows(samples, Uint32Array.from([2, 0]), 3)]).toEqual([3, 0, 1, -3]);
});

test("some rows keep where they came from", () => {
  const samples = matrixSamples(Float32Array.from({ length: 50 }, (_, i) => i), ["a"]); // prettier-ignore
  const some = someRows(samples, 5, seededRandom(3));
  expect([...some.block(0, 5)]).toEqual([...some.origin]);
  expect(someRows(samples, 50, seededRandom(3))).toBe(samples);
});
