import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { normalDeviates, seededRandom } from "../math/random";
import { scoreAboveGap } from "./largest-gap";
import { rankScores } from "./rank";
import {
  countAbove,
  countAtOrAbove,
  suggestedThresholdOf,
  suggestionsOf,
  thresholdMovedBy,
  thresholdValueOf,
  verdictOf,
} from "./threshold";

const descending = (...values: number[]): Float64Array => Float64Array.from(values).sort().reverse();
const noise = rankScores(Float64Array.from({ length: 5000 }, normalDeviates(seededRandom(4)))).sorted;
const ordinary = Array.from({ length: 990 }, (_, i) => 1 + (i % 10) / 100);

it("counts scores at or above and above a value", () => {
  const sorted = descending(5, 3, 3, 1);
  expect([6, 5, 3, 2, 1, 0].map((value) => countAtOrAbove(sorted, value))).toEqual([0, 1, 3, 3, 4, 4]);
  expect([5, 3, 1, 0].map((value) => countAbove(sorted, value))).toEqual([0, 1, 3, 4]);
});

it("names the five thresholds at the places their formulas say", () => {
  const sorted = descending(...Array.from({ length: 100 }, (_, i) => i));
  const value = Object.fromEntries(suggestionsOf(sorted).map((threshold) => [threshold.name, threshold.value]));
  expect(value["mean-2sd"]).toBeCloseTo(49.5 + 2 * 28.866, 2);
  expect(value["mean-3sd"]).toBeCloseTo(49.5 + 3 * 28.866, 2);
  expect(value["iqr-1.5"]).toBeCloseTo(74.25 + 1.5 * 49.5, 10);
  expect(value["mad-3.5"]).toBeCloseTo(49.5 + 3.5 * 1.4826 * 25, 10);
  expect(value["top-5-percent"]).toBe(95);
});

describe("the default threshold", () => {
  it("is the median of the five where that flags some rows and at most 10 %", () => {
    const values = suggestionsOf(noise).map((threshold) => threshold.value);
    expect(suggestedThresholdOf(noise)).toBe(values.sort((a, b) => a - b)[2]);
  });

  it("flags at least one row and at most 10 %, and never splits ties", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: 0, max: 1000 }).map((x) => x ** 3),
          { minLength: 20, maxLength: 200 },
        ),
        (values) => {
          const sorted = descending(...values);
          const count = countAtOrAbove(sorted, suggestedThresholdOf(sorted));
          const tied = countAtOrAbove(sorted, sorted[0]!); // not empty
          // More than two that tie at the top, and above which the usual rules lie, do not stand out either.
          const mayBeNone = tied > Math.max(2, sorted.length / 100);
          if (2 * tied >= sorted.length) expect(count).toBe(0);
          else {
            expect(count).toBeGreaterThanOrEqual(mayBeNone ? 0 : 1);
            expect(count).toBeLessThanOrEqual(Math.max(tied, sorted.length / 10));
          }
        },
      ),
      randomRuns(200, 2),
    );
  });

  it("follows the largest gap where the usual rules lie to both sides of it", () => {
    const sorted = descending(...ordinary, ...Array.from({ length: 30 }, (_, i) => 9 + i / 10));
    const withGap = suggestionsOf(sorted, { gap: true });
    expect(withGap.find(({ name }) => name === "largest-gap")).toMatchObject({ value: 9, count: 30 });
    expect(countAtOrAbove(sorted, suggestedThresholdOf(sorted, withGap))).toBe(30);
    // Noise has gaps too: there the other two decide.
    expect(suggestedThresholdOf(noise, suggestionsOf(noise, { gap: true }))).toBeGreaterThan(noise[500]!);
  });

  it("knows a gap only among the highest scores, and none where most are equal", () => {
    const low = [
      ...Array.from({ length: 50 }, (_, i) => i / 100),
      ...Array.from({ length: 50 }, (_, i) => 50 + i / 100),
    ];
    expect(countAtOrAbove(descending(...low), scoreAboveGap(descending(...low)) ?? Infinity)).toBeLessThanOrEqual(10);
    expect(scoreAboveGap(new Float64Array(50).fill(2))).toBeNull();
    expect(scoreAboveGap(descending(7))).toBeNull();
  });

  it("flags none of the rows when all score the same", () => {
    const sorted = new Float64Array(50).fill(0.5);
    expect(countAtOrAbove(sorted, suggestedThresholdOf(sorted))).toBe(0);
  });

  it("flags a small group that ties at the top whole", () => {
    const sorted = descending(9, 9, 1, 1.1, 1.2, 1.3, 1.4);
    expect(countAtOrAbove(sorted, suggestedThresholdOf(sorted))).toBe(2);
  });

  it("flags no crowd at the top that none of the thresholds reaches, but the few that may be there", () => {
    const wave = Array.from({ length: 2400 }, (_, i) => Math.sin((2 * Math.PI * (i % 24)) / 24));
    const sorted = descending(...wave);
    expect(countAtOrAbove(sorted, sorted[0]!)).toBe(100);
    expect(countAtOrAbove(sorted, suggestedThresholdOf(sorted))).toBe(0);
    const once = descending(...wave, 1.01, 1.01);
    expect(countAtOrAbove(once, suggestedThresholdOf(once))).toBe(2);
  });

  it("answers for no, one and two rows", () => {
    expect(suggestedThresholdOf(new Float64Array(0))).toBe(Number.POSITIVE_INFINITY);
    expect(countAtOrAbove(descending(3), suggestedThresholdOf(descending(3)))).toBe(1);
    expect(countAtOrAbove(descending(3, 1), suggestedThresholdOf(descending(3, 1)))).toBe(1);
  });
});

it("makes the same line of every rule", () => {
  const sorted = descending(...ordinary, 9, 8, 7, 7, 6);
  const count = (rule: Parameters<typeof thresholdValueOf>[1]) =>
    countAtOrAbove(sorted, thresholdValueOf(sorted, rule));
  expect(count({ kind: "fixed", value: 7 })).toBe(4);
  expect(count({ kind: "top-k", k: 2 })).toBe(2);
  expect(count({ kind: "top-k", k: 3 })).toBe(4);
  expect(count({ kind: "top-k", k: 0 })).toBe(0);
  expect(count({ kind: "top-k", k: 5000 })).toBe(995);
  expect(count({ kind: "share", share: 0.002 })).toBe(2);
  expect(count({ kind: "share", share: 0 })).toBe(0);
  expect(count({ kind: "named", name: "mean-3sd" })).toBe(5);
  expect(count({ kind: "suggested" })).toBe(5);
});

describe("a threshold that is moved by rows", () => {
  const sorted = Float64Array.of(9, 7, 7, 7, 4, 4, 1);
  const counts = (from: number, rows: number) => countAtOrAbove(sorted, thresholdMovedBy(sorted, from, rows));

  it("takes the next ones, and those that tie with them", () => {
    expect([counts(9, 1), counts(7, 1), counts(4, 1), counts(1, 1), counts(9, 100)]).toEqual([4, 6, 7, 7, 7]);
    expect(counts(10, 1)).toBe(1);
  });

  it("lets the last ones go, and those that tie with them, down to none", () => {
    expect([counts(1, -1), counts(4, -1), counts(7, -1), counts(9, -1), counts(1, -100)]).toEqual([6, 4, 1, 0, 0]);
    expect([counts(1, -2), counts(1, -3)]).toEqual([6, 4]);
  });

  it("flags nothing more where fewer are wanted of none, and moves past no end", () => {
    const flat = new Float64Array(5).fill(0.3);
    const none = thresholdMovedBy(flat, 0.3, -1);
    expect(countAtOrAbove(flat, none)).toBe(0);
    // Where it stands, and not at the place nearest to it that flags as many.
    expect([thresholdMovedBy(flat, 12, -1), thresholdMovedBy(sorted, 12, -3)]).toEqual([12, 12]);
    expect([thresholdMovedBy(flat, 0.1, 1), thresholdMovedBy(new Float64Array(0), 3, -1)]).toEqual([0.1, 3]);
    expect(countAtOrAbove(flat, thresholdMovedBy(flat, none, 1))).toBe(5);
    expect(thresholdMovedBy(sorted, 5, 0)).toBe(5);
  });

  it("always moves while there is somewhere to go", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
        fc.integer({ min: -1, max: 8 }),
        (all, from) => {
          const scores = Float64Array.from(all).sort().reverse();
          const before = countAtOrAbove(scores, from);
          const fewer = countAtOrAbove(scores, thresholdMovedBy(scores, from, -1));
          const more = countAtOrAbove(scores, thresholdMovedBy(scores, from, 1));
          expect(fewer).toBeLessThanOrEqual(before === 0 ? 0 : before - 1);
          expect(more).toBeGreaterThanOrEqual(Math.min(scores.length, before + 1));
        },
      ),
    );
  });
});

describe("the verdict", () => {
  it("is clear when a group stands far off", () => {
    const sorted = descending(...ordinary, ...Array.from({ length: 10 }, (_, i) => 50 + i));
    expect(verdictOf(suggestionsOf(sorted), sorted.length)).toEqual({ kind: "clear", low: 10, high: 10 });
  });

  it("is undecided on noise, with the spread in numbers", () => {
    const verdict = verdictOf(suggestionsOf(noise), noise.length);
    expect(verdict.kind).toBe("undecided");
    expect(verdict.high).toBeGreaterThan(5 * verdict.low);
  });

  it("is undecided when all scores are equal or there are none", () => {
    const sorted = new Float64Array(50).fill(2);
    expect(verdictOf(suggestionsOf(sorted), 50).kind).toBe("undecided");
    expect(verdictOf(suggestionsOf(new Float64Array(0)), 0)).toEqual({ kind: "undecided", low: 0, high: 0 });
  });
});

describe("ordinary rows that alone were learned from", () => {
  const learned = Float64Array.from({ length: 20 }, (_, i) => 1 + (i % 2)); // mean 1.5, deviation about .5
  const sorted = Float64Array.from([...Array<number>(30).fill(9), ...learned])
    .sort()
    .reverse();

  it("suggest the threshold, although more than a tenth lies above it", () => {
    const suggestions = suggestionsOf(sorted, { learned });
    const own = suggestions.at(-1);
    expect(own).toMatchObject({ name: "learned-3sd", count: 30 });
    expect(own!.value).toBeCloseTo(3, 0);
    expect(suggestedThresholdOf(sorted, suggestions)).toBe(own!.value);
    expect(verdictOf(suggestions, sorted.length)).toEqual({ kind: "learned", low: 30, high: 30 });
  });

  it("suggest nothing while they are few, or have no scores", () => {
    expect(suggestionsOf(sorted, { learned: learned.subarray(0, 7) })).toHaveLength(5);
    expect(suggestionsOf(sorted, { learned: new Float64Array(20).fill(NaN) })).toHaveLength(5);
  });
});
