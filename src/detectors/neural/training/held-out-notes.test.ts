import { expect, test } from "vitest";
import { heldOutNotes } from "./held-out-notes";

const reports = (...of: readonly (readonly [loss: number, heldOut: number, accuracy: number])[]) =>
  of.flatMap(([loss, heldOut, accuracy], i) => [
    { name: "loss", at: i, value: loss },
    { name: "validation loss", at: i, value: heldOut },
    { name: "validation accuracy", at: i, value: accuracy },
  ]);

test("what is told is of the weights that are kept, not of the last ones", () => {
  const metrics = reports([1, 1.2, 0.5], [0.4, 0.51234, 0.9], [0.1, 0.8, 0.95]);
  expect(heldOutNotes(metrics, 40, 0.6)).toEqual([
    { code: "neural.held-out.error", values: { rows: 40, heldOut: 0.512, learned: 0.4 } },
    { code: "neural.held-out.accuracy", values: { rows: 40, percent: 90, usual: 60 } },
  ]);
});

test("an answer that is neither right nor wrong has an error only, and nothing is told where nothing was held out", () => {
  expect(heldOutNotes(reports([1, 2, 0.5]), 9).map(({ code }) => code)).toEqual(["neural.held-out.error"]);
  expect(heldOutNotes([{ name: "loss", at: 1, value: 1 }], 0)).toEqual([]);
});
