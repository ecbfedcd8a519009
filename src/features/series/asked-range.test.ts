import { expect, it } from "vitest";
import { askedRange } from "./asked-range";

const start = Date.UTC(2014, 6, 1);
const extent = { from: start, to: start + 1_000_000 };
const range = (from: number, to: number) => askedRange({ from: start + from, to: start + to }, extent, 800);

it("asks for the whole where nearly all is in view", () => {
  expect(range(0, 1_000_000)).toEqual({ from: null, to: null, buckets: 800 });
  expect(range(100_000, 900_000)).toMatchObject({ from: null, to: null });
});

it("always holds what is in view, and some around it", () => {
  for (let from = 0; from < 990_000; from += 13_337)
    for (const span of [1, 900, 10_000]) {
      const asked = range(from, from + span);
      expect((asked.from ?? extent.from) - start).toBeLessThanOrEqual(from);
      expect((asked.to ?? extent.to) - start).toBeGreaterThanOrEqual(from + span);
    }
});

it("asks for nothing new while one pans and zooms a little", () => {
  const asked = new Set<string>();
  for (let by = 0; by < 10_000; by += 10) {
    const { from, to } = range(500_000 + by, 510_000 + by);
    asked.add(`${from} ${to}`);
  }
  expect(asked.size).toBeLessThanOrEqual(2);
});

it("has about a bucket for each pixel in view, and not many more", () => {
  for (const span of [700, 1000, 1025, 90_000]) {
    const { from, to, buckets } = range(400_000, 400_000 + span);
    const perView = (buckets * span) / ((to ?? extent.to) - (from ?? extent.from));
    expect(perView).toBeGreaterThanOrEqual(790);
    expect(buckets).toBeLessThanOrEqual(4800);
  }
});

it("survives a series of one step", () => {
  expect(askedRange({ from: 5, to: 5 }, { from: 5, to: 5 }, 800)).toMatchObject({ from: null, to: null });
});
