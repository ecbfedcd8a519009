import { expect, it } from "vitest";
import { blockPaths, towersOf } from "./geometry";

const dense = (units: number, parameters: number) => ({ kind: "dense", shape: [units], parameters });

it("draws every network in one scale, the input first", () => {
  const [encoder, generator] = towersOf([
    { name: "encoder", input: [16], layers: [dense(4, 68)] },
    { name: "generator", input: [4], layers: [{ kind: "conv", shape: [8, 8, 1], parameters: 40 }, dense(16, 80)] },
  ]);
  expect(encoder?.blocks.map(({ kind, width }) => [kind, width])).toEqual([
    ["input", 0.5],
    ["dense", 0.25],
  ]);
  expect(generator?.blocks.map(({ width }) => width)).toEqual([0.25, 1, 0.5]);
  expect([encoder?.parameters, generator?.parameters]).toEqual([68, 120]);
});

it("keeps a layer of one number visible beside one of thousands", () => {
  const [tower] = towersOf([{ name: "encoder", input: [10_000], layers: [dense(1, 10_001)] }]);
  expect(tower?.blocks[1]?.width).toBe(0.04);
});

it("survives no networks, no layers, and a scalar", () => {
  expect(towersOf([])).toEqual([]);
  expect(towersOf([{ name: "decoder", input: [], layers: [] }])[0]?.blocks).toHaveLength(1);
});

it("leads from a block to the next", () => {
  expect(blockPaths(1, 0.5)).toEqual({ block: "M0 4H100V18H0Z", way: "M0 18L25 34H75L100 18Z" });
  expect(blockPaths(0.5, null).way).toBeNull();
});
