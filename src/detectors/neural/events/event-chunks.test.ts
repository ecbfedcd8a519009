import { expect, it } from "vitest";
import { sharedChunks } from "./event-chunks";

// A boundary (9), then three sequences, of which the first and the last are the same.
const classes = Uint32Array.of(9, 1, 2, 3, 9, 1, 2, 4, 9, 1, 2, 3, 9);
const chunk = (start: number, from = start) => ({ start, from, to: start + 3 });

it("asks once for what is read and forecast alike", () => {
  const shared = sharedChunks({ classes }, [chunk(1), chunk(5), chunk(9)]);
  expect(shared.map(({ chunk: { start }, offsets }) => [start, offsets])).toEqual([
    [1, [0, 8]],
    [5, [0]],
  ]);
});

it("tells apart what is forecast from another place on", () => {
  expect(sharedChunks({ classes }, [chunk(1), chunk(9, 10)])).toHaveLength(2);
});
