import { expect, it } from "vitest";
import { lengthBins } from "./length-bins";

it("counts sequences by whole lengths", () => {
  expect(lengthBins(Uint32Array.of(0, 2, 4, 9)).histogram).toEqual({ edges: [2, 3, 4, 5, 6], counts: [2, 0, 0, 1] });
  const { edges, counts } = lengthBins(Uint32Array.of(0, 1, 1001)).histogram;
  expect(counts.length).toBeLessThanOrEqual(30);
  expect([counts[0], counts.at(-1)]).toEqual([1, 1]);
  expect(edges.at(-1)).toBeGreaterThan(1000);
});

it("has a bin where there is nothing to count", () => {
  expect(lengthBins(Uint32Array.of(0)).histogram.counts).toEqual([0]);
});
