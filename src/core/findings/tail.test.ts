import { describe, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { studentEvidence } from "../math/student-tail";
import { quietRangeOf, tailEvidence, tailOf } from "./tail";

const ascending = (values: number[]) => Float64Array.from(values).sort();

/** Makers of ordinary values of many shapes, each from a seed. */
const shapes: Record<string, (random: () => number) => () => number> = {
  normal: (random) => normalDeviates(random),
  uniform: (random) => random,
  exponential: (random) => () => -Math.log(1 - random()),
  "log-normal": (random) => {
    const normal = normalDeviates(random);
    return () => Math.exp(0.6 * normal());
  },
  "Student's t, 3": (random) => {
    const normal = normalDeviates(random);
    return () => normal() / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2) / 3);
  },
  counts: (random) => () => {
    let count = 0;
    for (let left = Math.exp(-9), product = random(); product > left; product *= random()) count++;
    return count;
  },
  "two lumps": (random) => {
    const normal = normalDeviates(random);
    return () => normal() + (random() < 0.4 ? 12 : 0);
  },
  "mostly zero": (random) => () => (random() < 0.8 ? 0 : -Math.log(1 - random())),
};

describe("how rarely ordinary values lie so far out", () => {
  it.each(Object.keys(shapes))("promises no more than it keeps: %s", (name) => {
    const sizes = [40, 200, 2000];
    for (const size of sizes) {
      let beyond = 0;
      let flagged = 0;
      const tables = 60;
      for (let seed = 1; seed <= tables; seed++) {
        const draw = shapes[name]!(seededRandom(seed * 7919 + size)); // one of its own keys
        const values = ascending(Array.from({ length: size }, draw));
        const tail = tailOf(values);
        if (!tail) continue;
        for (const value of values) {
          const evidence = tailEvidence(tail, value);
          if (evidence >= 2) beyond++;
          if (evidence >= Math.log10(size / 0.2)) flagged++;
        }
      }
      expect(beyond / (size * tables)).toBeLessThan(0.04);
      expect(flagged / tables).toBeLessThan(0.8);
    }
  });

  it("sees what lies far out, however few or many do", () => {
    const normal = normalDeviates(seededRandom(3));
    const bulk = Array.from({ length: 1000 }, normal);
    for (const strange of [1, 5, 10]) {
      const tail = tailOf(ascending([...bulk, ...Array.from({ length: strange }, (_, at) => 9 + at / 10)]));
      expect(tailEvidence(tail!, 9)).toBeGreaterThan(5); // there are enough values
    }
  });

  it("hears of many values that they end sooner than their bulk foretells", () => {
    const [random, normal] = [seededRandom(4), normalDeviates(seededRandom(5))];
    // A quarter spreads four times as wide, and none lies beyond 2: by the bulk alone, 12 would be no wonder among so many.
    const draw = () => Math.max(-2, Math.min(2, normal() * (random() < 0.25 ? 0.8 : 0.2)));
    const sure = (count: number) => {
      const tail = tailOf(ascending([...Array.from({ length: count }, draw), 12]));
      return tailEvidence(tail!, 12) - Math.log10(count); // there are enough values
    };
    expect(sure(8000)).toBeGreaterThan(0.1);
  });

  it("says nothing of few values, of values that hardly differ, and of what stands often", () => {
    expect(tailOf(ascending([1, 2, 3]))).toBeNull();
    expect(tailOf(new Float64Array(500))).toBeNull();
    expect(tailOf(ascending(Array.from({ length: 500 }, (_, at) => at % 5)))).toBeNull();
    const draw = seededRandom(1);
    const tail = tailOf(ascending(Array.from({ length: 500 }, (_, at) => (at < 200 ? 50 : draw()))));
    expect(tailEvidence(tail!, 50)).toBe(0); // there are enough values
    expect(tailEvidence(tail!, NaN)).toBe(0);
    expect(tailEvidence(tail!, Infinity)).toBe(300);
  });
});

it("knows Student's tail far beyond what a number can hold", () => {
  expect(studentEvidence(1.959964, Infinity)).toBeCloseTo(-Math.log10(0.05), 4);
  expect(studentEvidence(4, 1e6)).toBeCloseTo(-Math.log10(6.334e-5), 3);
  expect(studentEvidence(2.228139, 10)).toBeCloseTo(-Math.log10(0.05), 4);
  expect(studentEvidence(12.7062, 1)).toBeCloseTo(-Math.log10(0.05), 4);
  expect(studentEvidence(60, Infinity)).toBeGreaterThan(700);
});

it.each(Object.entries(shapes))("finds what has little evidence without a look at each value: %s", (_, make) => {
  const draw = make(seededRandom(4));
  const values = ascending(Array.from({ length: 800 }, draw));
  const tail = tailOf(values);
  if (!tail) return;
  const { from, to } = quietRangeOf(tail, 1);
  const inside = values.filter((value) => value >= from && value <= to);
  expect(inside.every((value) => tailEvidence(tail, value) <= 1 + 1e-6)).toBe(true);
  const outside = values.filter((value) => (value < from || value > to) && !tail.atoms.includes(value));
  expect(outside.every((value) => tailEvidence(tail, value) > 1 - 1e-3)).toBe(true);
});
