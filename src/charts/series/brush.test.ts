import { expect, it } from "vitest";
import { brushAfterKey, brushMoved, viewAround } from "./brush";

const view = { x0: 0.4, x1: 0.6, y0: 0, y1: 1 };
const near = (x0: number, x1: number) => ({
  x0: expect.closeTo(x0) as number,
  x1: expect.closeTo(x1) as number,
  y0: 0,
  y1: 1,
});

it("moves an edge up to the other one and no further than the ends", () => {
  expect(brushMoved(view, "from", -0.1, 0.01)).toEqual(near(0.3, 0.6));
  expect(brushMoved(view, "from", 0.9, 0.01)).toEqual(near(0.59, 0.6));
  expect(brushMoved(view, "to", 0.9, 0.01)).toEqual(near(0.4, 1));
});

it("moves the whole and keeps its width at the ends", () => {
  expect(brushMoved(view, "whole", 0.1, 0.01)).toEqual(near(0.5, 0.7));
  expect(brushMoved(view, "whole", -9, 0.01)).toEqual(near(0, 0.2));
});

it("answers arrows, Home and End, and no other key", () => {
  expect(brushAfterKey(view, "whole", "ArrowRight", false, 0.01)).toEqual(near(0.42, 0.62));
  expect(brushAfterKey(view, "whole", "ArrowRight", true, 0.01)).toEqual(near(0.6, 0.8));
  expect(brushAfterKey(view, "to", "End", false, 0.01)).toEqual(near(0.4, 1));
  expect(brushAfterKey(view, "to", "x", false, 0.01)).toBeNull();
});

it("shows a span with its surroundings, at the ends too", () => {
  expect(viewAround(0.5, 0.5, 0.1)).toEqual(near(0.45, 0.55));
  expect(viewAround(0.9, 1, 0.1)).toEqual(near(0.7, 1));
  expect(viewAround(0, 1, 0.1)).toEqual(near(0, 1));
});
