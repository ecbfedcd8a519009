import fc from "fast-check";
import { expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { rankScores } from "./rank";

it("orders scores as a stable comparator would, strangest first", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 })), { maxLength: 300 }),
      (values) => {
        const scores = Float64Array.from(values);
        const expected = [...scores.keys()].sort((a, b) => {
          const [first, second] = [scores[a]!, scores[b]!]; // own keys
          return first === second ? a - b : second - first;
        });
        const { order, sorted } = rankScores(scores);
        expect([...order]).toEqual(expected);
        expect([...sorted]).toEqual(expected.map((row) => scores[row]));
      },
    ),
    randomRuns(60, 1),
  );
});

it("leaves out rows that were not scored", () => {
  expect([...rankScores(Float64Array.of(1, Number.NaN, 3, Number.NaN)).order]).toEqual([2, 0]);
  expect(rankScores(Float64Array.of(Number.NaN)).order.length).toBe(0);
});

it("lets the two zeros tie", () => {
  expect([...rankScores(Float64Array.of(-0, 0, -0)).order]).toEqual([0, 1, 2]);
});

it("orders more rows than one digit counts", () => {
  const scores = Float64Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 100_003);
  const { sorted } = rankScores(scores);
  expect(sorted.every((score, i) => i === 0 || score <= sorted[i - 1]!)).toBe(true); // i > 0
});
