import { expect, it } from "vitest";
import { normalDeviates, sampleIndices, seededRandom, shuffle } from "./random";

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

it("repeats itself for a seed and differs between seeds, neighbours and halves included", () => {
  const first = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(first(42)).toEqual(first(42));
  const seeds = [0, 1, 2, -1, 42, 43, 4294967296, 4294967297, 1e15];
  expect(new Set(seeds.map((seed) => first(seed).join())).size).toBe(seeds.length);
});

it("is uniform enough: mean, spread, every tenth, and no run between neighbours", () => {
  const values = Array.from({ length: 20_000 }, seededRandom(5));
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(meanOf(values)).toBeCloseTo(0.5, 1);
  expect(meanOf(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
  for (let tenth = 0; tenth < 10; tenth++)
    expect(Math.abs(values.filter((value) => Math.floor(value * 10) === tenth).length - 2000)).toBeLessThan(200);
  const products = values.slice(1).map((value, i) => (value - 0.5) * (values[i]! - 0.5)); // i < length - 1
  expect(Math.abs(meanOf(products))).toBeLessThan(0.003);
});

it("draws normal deviates", () => {
  const values = Array.from({ length: 20_000 }, normalDeviates(seededRandom(6)));
  expect(Math.abs(meanOf(values))).toBeLessThan(0.03);
  expect(meanOf(values.map((value) => value ** 2))).toBeCloseTo(1, 1);
  expect(values.filter((value) => Math.abs(value) > 1.96).length / values.length).toBeCloseTo(0.05, 2);
});

it("shuffles in place without losing anything, every place equally", () => {
  const random = seededRandom(7);
  const firsts = new Array<number>(4).fill(0);
  for (let i = 0; i < 4000; i++) {
    const shuffled = shuffle([0, 1, 2, 3], random);
    expect([...shuffled].sort()).toEqual([0, 1, 2, 3]);
    firsts[shuffled[0]!]!++; // four entries
  }
  for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

it("samples different indices, each equally often", () => {
  const random = seededRandom(8);
  const hits = new Array<number>(10).fill(0);
  for (let i = 0; i < 3000; i++) {
    const chosen = sampleIndices(10, 3, random);
    expect(new Set(chosen).size).toBe(3);
    for (const index of chosen) hits[index]!++; // below 10
  }
  for (const count of hits) expect(Math.abs(count - 900)).toBeLessThan(120);
  expect([...sampleIndices(3, 9, random)]).toEqual([0, 1, 2]);
});
