import { expect, it } from "vitest";
import type { EventSequences } from "../../engine/protocol";
import { placesOf, sequencesByScore } from "./sequences-by-score";

const events: EventSequences = {
  vocabulary: ["a", "b"],
  counts: Uint32Array.of(4, 1),
  names: ["first", "second", "third"],
  starts: Uint32Array.of(0, 2, 3, 5),
  rows: Uint32Array.of(4, 0, 3, 1, 2),
  symbols: Uint32Array.of(0, 0, 1, 0, 0),
  notes: [],
};

it("puts the sequence with the strangest event first, those without a score last", () => {
  const { order, peaks } = sequencesByScore(events, Float64Array.of(1, 9, 2, NaN, 5));
  expect([...order]).toEqual([2, 0, 1]);
  expect([...peaks]).toEqual([5, NaN, 9]);
  expect([...sequencesByScore(events, null).order]).toEqual([0, 1, 2]);
});

it("finds the sequence of a row and the place in it", () => {
  const placeOf = placesOf(events);
  expect(placeOf(0)).toEqual({ sequence: 0, event: 1 });
  expect(placeOf(3)).toEqual({ sequence: 1, event: 0 });
  expect(placeOf(2)).toEqual({ sequence: 2, event: 1 });
  expect(placeOf(9)).toBeNull();
});
