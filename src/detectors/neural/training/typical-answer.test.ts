import { expect, test } from "vitest";
import { typicalAnswerLoss } from "./typical-answer";

test("is the mean variance of the columns where nothing is left out", () => {
  const rows = Float32Array.of(0, 10, 2, 10, 4, 16);
  expect(typicalAnswerLoss(rows, rows, 2, 0)).toBeCloseTo((8 / 3 + 8) / 2);
});

test("answers other rows with what it learnt", () => {
  expect(typicalAnswerLoss(Float32Array.of(1, 3), Float32Array.of(5), 1, 0)).toBeCloseTo(9);
});

test("with the worst rows left out it answers as the others ask", () => {
  const rows = Float32Array.of(1, 1, 1, 1, 100);
  expect(typicalAnswerLoss(rows, rows, 1, 0.2)).toBe(0);
});

test("by the size of the error the best answer is the median", () => {
  const rows = Float32Array.of(0, 0, 10);
  expect(typicalAnswerLoss(rows, rows, 1, 0, "absolute")).toBeCloseTo(10 / 3);
});
