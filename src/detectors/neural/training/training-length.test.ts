import { expect, test } from "vitest";
import { trainingLength } from "./training-length";

const pace = { reportEvery: 20, patience: 200 };
const usual = { epochs: 0, steps: 500, batch: 32, validation: 0.1 };

test("without passes it takes the steps that were asked for, at the usual pace", () => {
  expect(trainingLength(usual, 1000, pace)).toEqual({ ...pace, steps: 500, perEpoch: 28 });
});

test("as many passes as were asked for are never cut short, and report no more often than can be read", () => {
  const length = trainingLength({ ...usual, epochs: 100, batch: 128, validation: 0 }, 128_000, pace);
  expect(length).toEqual({ steps: 100_000, perEpoch: 1000, reportEvery: 200, patience: 1000 });
});

test("fewer samples than a batch are one batch", () => {
  expect(trainingLength({ ...usual, epochs: 3 }, 7, pace)).toMatchObject({ steps: 3, perEpoch: 1 });
});
