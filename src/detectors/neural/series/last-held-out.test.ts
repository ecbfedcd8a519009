import { expect, test } from "vitest";
import { lastHeldOut } from "./last-held-out";

const plan = { reads: 3, from: 3, answers: 2 };
/** Two parts of 60 windows each, one block apart. */
const windows = {
  plan,
  first: Int32Array.from({ length: 120 }, (_, i) => (i < 60 ? i : 40 + i)),
  begin: Uint32Array.from({ length: 120 }, (_, i) => (i < 60 ? 0 : 100)),
};

test("the last windows of every part are held out, and none that reaches into what they ask for is learned", () => {
  const { learn, heldOut } = lastHeldOut(windows, 0.1);
  expect([...heldOut]).toEqual([54, 55, 56, 57, 58, 59, 114, 115, 116, 117, 118, 119]);
  const end = (window: number) => windows.first[window]! + plan.from + plan.answers;
  expect([learn.length, Math.max(...[...learn].filter((window) => window < 60).map(end))]).toEqual([106, 57]);
});

test("nothing is held out where nobody wants it, or where nothing else would be left", () => {
  expect([...lastHeldOut(windows, 0).learn]).toEqual([...windows.first.keys()]);
  const apart = { plan, first: Int32Array.from({ length: 60 }, () => 0), begin: new Uint32Array(60) };
  expect(lastHeldOut(apart, 0.4).heldOut).toHaveLength(0);
});
