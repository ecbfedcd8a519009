import { describe, expect, it } from "vitest";
import { bucketsOf, envelopeOf } from "./envelope";
import { flaggedStretches } from "./flagged-stretches";
import { NO_ROW } from "./series-samples";

describe("buckets", () => {
  const laid = (count: number, ...starts: number[]) => ({
    times: Float64Array.from({ length: count }, (_, i) => i * 10),
    starts: Uint32Array.of(0, ...starts, count),
  });
  const whole = { from: -Infinity, to: Infinity };

  it("keep every spike of a long line", () => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => (i === 77_777 ? 1000 : i === 3 ? -5 : i % 3));
    const buckets = bucketsOf(laid(100_000), 0, 1, { ...whole, most: 500 });
    expect(buckets.bounds.length).toBeLessThanOrEqual(502);
    const { low, high } = envelopeOf(buckets, (step) => values[step]!);
    expect(Math.max(...high)).toBe(1000);
    expect(Math.min(...low)).toBe(-5);
    expect(high.filter((value) => value === 1000)).toHaveLength(1);
    expect(high.slice(1, 100).every((value) => value === 2)).toBe(true);
  });

  it("are single steps where there are few, and only those asked for", () => {
    const { bounds, breaks } = bucketsOf(laid(20), 0, 1, { from: 45, to: 90, most: 100 });
    expect([...bounds]).toEqual([5, 6, 7, 8, 9, 10]);
    expect([...breaks]).toEqual([]);
    expect(bucketsOf(laid(20), 0, 1, { from: 1000, to: 2000, most: 100 }).bounds).toHaveLength(1);
  });

  it("never reach across a gap, and say where one is", () => {
    for (const most of [1, 3, 100]) {
      const { bounds, breaks } = bucketsOf(laid(20, 7, 12), 0, 3, { ...whole, most });
      expect([...breaks].map((bucket) => bounds[bucket])).toEqual([7, 12]);
      expect(bounds.at(-1)).toBe(20);
    }
    const second = bucketsOf(laid(20, 7, 12), 1, 2, { ...whole, most: 100 });
    expect([...second.bounds]).toEqual([7, 8, 9, 10, 11, 12]);
    expect([...second.breaks]).toEqual([]);
  });

  it("leave out what is no number", () => {
    const buckets = bucketsOf(laid(6), 0, 1, { ...whole, most: 2 });
    const { low, high } = envelopeOf(buckets, (step) => (step === 1 ? 4 : NaN));
    expect([low[0], high[0], low[1]]).toEqual([4, 4, NaN]);
  });
});

describe("flagged stretches", () => {
  const origin = Uint32Array.from({ length: 12 }, (_, step) => step);
  const scores = Float64Array.of(0, 5, 6, 0, 7, 0, 0, 0, 9, 9, 0, 5);
  const of = (more = {}, starts = Uint32Array.of(0, 12), rows = origin) =>
    flaggedStretches({ starts, origin: rows }, scores, 5, { leastSteps: 1, mergeGap: 0, ...more }).map(
      ({ from, to, peak, flagged }) => [from, to, peak, flagged],
    );

  it("are the runs of flagged steps, the highest peak first", () => {
    expect(of()).toEqual([
      [8, 10, 8, 2],
      [4, 5, 4, 1],
      [1, 3, 2, 2],
      [11, 12, 11, 1],
    ]);
  });

  it("join across short gaps and leave out what is too short", () => {
    expect(of({ mergeGap: 1 })).toEqual([
      [8, 12, 8, 3],
      [1, 5, 4, 3],
    ]);
    expect(of({ leastSteps: 2 })).toEqual([
      [8, 10, 8, 2],
      [1, 3, 2, 2],
    ]);
  });

  it("never join across parts, and ignore steps without a row", () => {
    expect(of({ mergeGap: 9 }, Uint32Array.of(0, 2, 12))).toEqual([
      [2, 12, 8, 5],
      [1, 2, 1, 1],
    ]);
    const some = origin.slice();
    some[3] = NO_ROW;
    expect(of({}, Uint32Array.of(0, 12), some)).toContainEqual([1, 5, 4, 3]);
  });
});
