import { describe, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../../math/random";
import { blockGuard } from "./by-blocks";
import { boxScoresOf, freshOf, type Boxes } from "./box-scores";
import { burg } from "./burg";
import { localScale } from "./local-scale";
import { meanScoresOf } from "./mean-scores";
import { heightsOf, tamed } from "./tamed";

const made = (count: number, value: (step: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => value(i));

function remembering(normal: () => number, kept: number): () => number {
  let last = normal();
  return () => (last = kept * last + Math.sqrt(1 - kept * kept) * normal());
}

describe("what noise remembers", () => {
  it("is the weights that it was made with, and none where there are none", () => {
    const normal = normalDeviates(seededRandom(1));
    let [last, before] = [0, 0];
    const swing = made(6000, () => {
      const next = 1.6 * last - 0.8 * before + normal();
      [before, last] = [last, next];
      return next;
    });
    const [first, second] = burg(swing, 12);
    expect([first, second]).toEqual([expect.closeTo(1.6, 1), expect.closeTo(-0.8, 1)]);
    expect(burg(made(3000, normal), 12).every((weight) => Math.abs(weight) < 0.08)).toBe(true);
  });

  it("copes with nothing, little, and what is equal", () => {
    for (const values of [[], [1], [1, 2, 3], Array<number>(50).fill(0)])
      expect([...burg(Float64Array.from(values), 12)].every(Number.isFinite)).toBe(true);
  });
});

describe("boxes", () => {
  it("add up to a standard normal number, whatever the noise remembers", () => {
    for (const [seed, kept] of [0, 0.6, 0.95].entries()) {
      const scores = boxScoresOf(made(20_000, remembering(normalDeviates(seededRandom(seed + 2)), kept)));
      for (const width of [2, 20, 100]) {
        const { unit } = scores.norm(width);
        let squares = 0;
        for (let from = 0; from + width <= 20_000; from++)
          squares += ((scores.sums[from + width]! - scores.sums[from]!) / unit) ** 2; // within the sums
        expect(Math.sqrt(squares / (20_000 - width))).toBeCloseTo(1, 0.7);
      }
    }
  });

  it("tell the height of what was added", () => {
    const noise = remembering(normalDeviates(seededRandom(8)), 0.7);
    const values = made(4000, (i) => noise() + (i >= 2000 && i < 2060 ? 5 : 0));
    const scores = boxScoresOf(values);
    expect((scores.sums[2060]! - scores.sums[2000]!) / scores.norm(60).square).toBeCloseTo(5, -0.3);
  });
});

describe("boxes by their mean", () => {
  const made20 = (kept: number, seed: number) => made(20_000, remembering(normalDeviates(seededRandom(seed)), kept));

  it("have the size that the memory of the noise gives them", () => {
    for (const [seed, kept] of [0, 0.6, 0.95].entries()) {
      const boxes = meanScoresOf(made20(kept, seed + 20));
      for (const width of [12, 100]) {
        let squares = 0;
        for (let from = 0; from + width <= 20_000; from++)
          squares += ((boxes.sums[from + width]! - boxes.sums[from]!) / boxes.norm(width).unit) ** 2; // within the sums
        expect(Math.sqrt(squares / (20_000 - width))).toBeCloseTo(1, 0.7);
      }
    }
  });

  it("tell a hill that has no edges, which what is new at its steps does not", () => {
    const noise = remembering(normalDeviates(seededRandom(31)), 0.9);
    const values = made(4000, (i) => noise() + 9 * Math.exp(-(((i - 2000) / 40) ** 2)));
    const sizeOfHill = (boxes: Boxes) => (boxes.sums[2040]! - boxes.sums[1960]!) / boxes.norm(80).unit;
    expect(sizeOfHill(meanScoresOf(values))).toBeGreaterThan(6);
    expect(sizeOfHill(boxScoresOf(values))).toBeLessThan(5);
  });
});

describe("spikes cut short", () => {
  it("leave levels and swings as they are", () => {
    const normal = normalDeviates(seededRandom(4));
    const values = made(2000, (i) => 10 * Math.sin(i / 5) + normal() + (i > 900 && i < 960 ? 30 : 0));
    values[300]! += 500;
    const tame = tamed(values);
    const changed = [...values.keys()].filter((step) => Math.abs(tame[step]! - values[step]!) > 1);
    expect(changed).toContain(300);
    expect(changed.length).toBeLessThanOrEqual(8);
    expect(Math.abs(tame[300]! - 10 * Math.sin(60))).toBeLessThan(12);
  });

  it("are as high as they were made, at an end too", () => {
    const noise = remembering(normalDeviates(seededRandom(5)), 0.9);
    const values = made(1000, noise);
    for (const step of [0, 400, 999]) values[step]! += 12;
    const { heights, scaled } = heightsOf(values, tamed(values));
    for (const step of [0, 400, 999]) expect(heights[step]).toBeCloseTo(12, -0.5);
    expect(scaled.filter((one) => Math.abs(one) > 4).length).toBeLessThanOrEqual(5);
  });
});

it("knows where noise comes in waves, and takes no level for one", () => {
  const normal = normalDeviates(seededRandom(6));
  const scale = localScale(
    made(4000, (i) => (i >= 2000 && i < 2400 ? 5 : 1) * normal() + (i > 3000 && i < 3300 ? 9 : 0)),
  );
  expect(scale[2200]).toBeGreaterThan(3);
  expect(Math.max(...scale.slice(0, 1800), ...scale.slice(2700))).toBeLessThan(1.4);
});

describe("the largest of blocks", () => {
  const random = seededRandom(7);
  const evidence = made(6400, () => -Math.log10(random()));

  it("say nothing more where they are as chance makes them", () => {
    const { above, wider } = blockGuard(evidence, 64, 64)!; // a hundred blocks
    expect(above).toBeLessThan(0.25);
    expect(wider).toBeLessThan(1.5);
  });

  it("say that every block has what chance would not make", () => {
    const lumpy = evidence.map((one, at) => (at % 40 === 0 ? 8 * one + 6 : one));
    expect(blockGuard(lumpy, 64, 64)!.above).toBeGreaterThan(3);
  });

  it("say nothing where they are few", () => {
    expect(blockGuard(evidence.subarray(0, 400), 64, 64)).toBeNull();
  });
});

it("is not known at the first steps", () => {
  expect([...freshOf(Float64Array.of(1, 2, 4), Float64Array.of(1, -1))]).toEqual([0, 1, 2]);
});
