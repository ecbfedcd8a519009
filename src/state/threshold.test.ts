import { expect, it } from "vitest";
import { suggestionsOf } from "../core/score/threshold";
import type { RunResult } from "../engine/protocol";
import { thresholdOf, thresholdFurther, flaggedRowsOf } from "./threshold";

const scores = Float64Array.from({ length: 100 }, (_, row) => 100 - row);
const result = {
  scores,
  sorted: scores,
  order: Uint32Array.from({ length: 100 }, (_, row) => row),
  suggestions: suggestionsOf(scores),
} as unknown as RunResult; // Nothing else is looked at.

it("answers with the same object while the rule stays, whatever else is asked in between", () => {
  const rule = { kind: "top-k", k: 7 } as const;
  const first = thresholdOf(result, rule);
  const suggested = thresholdOf(result, { kind: "suggested" });
  expect(thresholdOf(result, rule)).toBe(first);
  expect(thresholdOf(result, { kind: "suggested" })).toBe(suggested);
});

it("follows a rule of the same kind with another value", () => {
  expect(thresholdOf(result, { kind: "top-k", k: 7 }).count).toBe(7);
  expect(thresholdOf(result, { kind: "top-k", k: 8 }).count).toBe(8);
});

it("flags the strangest rows", () => {
  const flagged = flaggedRowsOf(result, thresholdOf(result, { kind: "fixed", value: 98 }));
  expect([...flagged]).toEqual([0, 1, 2]);
});

it("never takes what has no evidence one by one: it has none to come by", () => {
  const sorted = Float64Array.of(9, 4, 1.5, ...Array<number>(97).fill(0));
  const evidence = { ...result, scores: sorted, sorted, calibration: { members: [] } };
  const count = (rule: Parameters<typeof thresholdOf>[1]) => thresholdOf(evidence, rule).count;
  expect([count({ kind: "top-k", k: 2 }), count({ kind: "top-k", k: 50 }), count({ kind: "share", share: 1 })]).toEqual(
    [2, 3, 3],
  );
  const at = (value: number) => thresholdOf(evidence, { kind: "fixed", value });
  expect(thresholdFurther(evidence, at(5), 1)).toBe(4);
  expect(thresholdFurther(evidence, at(5), 40)).toBe(1.5);
  expect(thresholdFurther(evidence, at(1.5), 1)).toBeNull();
  expect(thresholdFurther(evidence, at(1.5), -1)).toBe(4);
  // Of a ranking all rows have a place.
  expect(thresholdFurther({ ...evidence, calibration: null }, at(1.5), 1)).toBe(0);
});
