import { expect, it } from "vitest";
import { toyOf } from "../../core/toys/toys";
import { changedPoints } from "./toy-points";

const toy = toyOf("line", 7);
const last = toy.strange.length - 1;

it("moves one point and no other", () => {
  const { points } = changedPoints(toy, { does: "move", point: last, x: 0.25, y: 0.75 });
  expect([...points.subarray(2 * last)]).toEqual([0.25, 0.75]);
  expect(points.subarray(0, 2 * last)).toEqual(toy.points.subarray(0, 2 * last));
});

it("adds ordinary points up to a number that can be dragged, and takes away what a person points at", () => {
  const added = changedPoints(toy, { does: "add", x: 0.5, y: 0.5 });
  expect(added.strange.length).toBe(last + 2);
  expect(added.strange.at(-1)).toBe(0);
  const without = changedPoints(added, { does: "remove", point: last });
  expect(without.strange.reduce((sum, one) => sum + one, 0)).toBe(toy.strange.reduce((sum, one) => sum + one, 0) - 1);
  expect([...without.points.subarray(-2)]).toEqual([0.5, 0.5]);
  let many = toy;
  for (let at = 0; at < 1000; at++) many = changedPoints(many, { does: "add", x: 0.1, y: 0.1 });
  let few = toy;
  for (let at = 0; at < 1000; at++) few = changedPoints(few, { does: "remove", point: 0 });
  expect([many.strange.length, few.strange.length]).toEqual([400, 20]);
});
