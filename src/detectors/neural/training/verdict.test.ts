import { describe, expect, test } from "vitest";
import type { Metric } from "../../../core/detect/context";
import { verdictOf } from "./verdict";

const steps = Array.from({ length: 25 }, (_, i) => 20 * (i + 1));
const curve = (name: string, value: (at: number) => number): Metric[] =>
  steps.map((at) => ({ name, at, value: value(at) }));
const both = (learning: (at: number) => number, heldOut: (at: number) => number) => [
  ...curve("loss", learning),
  ...curve("validation loss", heldOut),
];
/** Falls from 1 to `floor` and stays there. */
const settling = (floor: number) => (at: number) => floor + (1 - floor) * Math.exp(-at / 40);
/** Loses `share` of itself within the last fifth. */
const falling = (share: number) => (at: number) => Math.exp((-share * at) / 100);

test("a curve that settles far under the baseline is good, and says how much is explained", () => {
  const metrics = both(settling(0.2), settling(0.22));
  expect(verdictOf(metrics, 1)).toEqual({ code: "neural.verdict.good", values: { percent: 78 } });
});

test("without held-out samples the learnt ones are evaluated, and that is said", () => {
  expect(verdictOf(curve("loss", settling(0.2)), 1).code).toBe("neural.verdict.good-unchecked");
});

test("without a baseline it says only that the curve settled", () => {
  expect(verdictOf(both(settling(0.2), settling(0.22)), null)).toEqual({ code: "neural.verdict.settled" });
});

test("explaining less than one part in twenty is a collapse, even while it falls", () => {
  expect(verdictOf(both(settling(0.2), settling(0.96)), 1).code).toBe("neural.verdict.collapsed");
  expect(verdictOf(both(settling(0.9), settling(0.94)), 1).code).not.toBe("neural.verdict.collapsed");
  expect(verdictOf(both(falling(0.3), falling(0.3)), 0.1).code).toBe("neural.verdict.collapsed");
});

describe("a gap", () => {
  test("is more than half as much again on held-out samples", () => {
    const { code, values } = verdictOf(both(settling(0.1), settling(0.2)), 1);
    expect([code, values]).toEqual(["neural.verdict.gap", { times: 2 }]);
    expect(verdictOf(both(settling(0.1), settling(0.14)), 1).code).toBe("neural.verdict.good");
  });

  test("between two errors that are next to nothing does not count", () => {
    expect(verdictOf(both(settling(0.001), settling(0.01)), 1).code).toBe("neural.verdict.good");
  });

  test("is looked at where the kept weights were, not at the end", () => {
    // Worse after step 200, where the best weights are kept: learnt by heart, but not what is used.
    const turning = (at: number) => (at <= 200 ? settling(0.3)(at) : 0.3 + at / 500);
    expect(verdictOf(both(settling(0.29), turning), 1).code).toBe("neural.verdict.good");
  });
});

describe("still improving", () => {
  test("a tenth within the last fifth, and not less", () => {
    const { code, values } = verdictOf(both(falling(0.2), falling(0.2)), 2);
    expect([code, values]).toEqual(["neural.verdict.still-improving", { percent: 20 }]);
    expect(verdictOf(both(falling(0.05), falling(0.05)), 2).code).toBe("neural.verdict.good");
  });

  test("is not said when the best weights lie before the last fifth", () => {
    const bump = (at: number) => (at === 200 ? 0.01 : at < 400 ? 0.5 : 0.9 - at / 1000);
    expect(verdictOf(both(bump, bump), 1).code).toBe("neural.verdict.good");
  });

  test("noise around a level is not a fall", () => {
    const jumping = (at: number) => 0.3 + 0.02 * Math.sin(at * 7.3);
    expect(verdictOf(both(jumping, jumping), 1).code).toBe("neural.verdict.good");
  });
});

test("no curve, or one too short for a slope, is not evaluated by its slope", () => {
  expect(verdictOf([], 1)).toEqual({ code: "neural.verdict.too-short" });
  expect(verdictOf([{ name: "loss", at: 1, value: 0.5 }], 1).code).toBe("neural.verdict.good-unchecked");
});

test("a baseline of nothing, as of constant columns, is no collapse", () => {
  expect(verdictOf(both(() => 0, () => 0), 0).code).toBe("neural.verdict.settled"); // prettier-ignore
});
