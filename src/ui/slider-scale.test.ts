import { describe, expect, it } from "vitest";
import type { IntegerSpec, NumberSpec } from "../core/detect/param-schema";
import { sliderScaleOf, stepOf } from "./slider-scale";

const words = { label: "x", help: "x" };
const trees: IntegerSpec = { kind: "integer", ...words, default: 100, min: 10, max: 1000, scale: "log" };
const rate: NumberSpec = { kind: "number", ...words, default: 0.01, min: 0.0001, max: 1, scale: "log" };
const zero: IntegerSpec = { kind: "integer", ...words, default: 0, min: 0, max: 500, scale: "log" };
const even: NumberSpec = { kind: "number", ...words, default: 3, min: 0, max: 10, step: 0.5 };

describe.each([trees, rate, zero, even])("the slider of $kind from $min to $max", (spec) => {
  const scale = sliderScaleOf(spec);

  it("reaches both limits", () => {
    expect(scale.toValue(scale.from, spec.default)).toBe(spec.min);
    expect(scale.toValue(scale.to, spec.default)).toBe(spec.max);
    expect(scale.toPosition(spec.min)).toBeCloseTo(scale.from);
    expect(scale.toPosition(spec.max)).toBeCloseTo(scale.to);
  });

  it("gets from one end to the other by single steps, always rising", () => {
    let value = spec.min;
    let presses = 0;
    while (value < spec.max && presses < 1000) {
      const next = scale.toValue(Math.min(scale.to, scale.toPosition(value) + scale.step), value);
      expect(next).toBeGreaterThan(value);
      value = next;
      presses += 1;
    }
    expect(value).toBe(spec.max);
  });

  it("gives whole numbers to integers", () => {
    if (spec.kind === "integer")
      for (let at = scale.from; at <= scale.to; at++)
        expect(Number.isInteger(scale.toValue(at, spec.default))).toBe(true);
  });
});

it("steps in the middle of a log scale are ratios", () => {
  expect(sliderScaleOf(trees).toValue(50, 1000)).toBe(100);
});

it("chooses a round step where the schema names none", () => {
  expect(stepOf({ ...even, step: 0.25 })).toBe(0.25);
  expect(stepOf({ kind: "number", ...words, default: 0, min: 0, max: 1 })).toBe(0.01);
  expect(stepOf({ kind: "number", ...words, default: 0, min: 0, max: 37 })).toBe(0.5);
});
