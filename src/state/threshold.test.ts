import { expect, it } from "vitest";
import { suggestionsOf } from "../core/score/threshold";
import type { RunResult } from "../engine/protocol";
import { thresholdOf, flaggedRowsOf } from "./threshold";

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
