import { describe, expect, it } from "vitest";
import { isWhole, panView, viewShowing, wholeView, zoomView } from "./view";

describe("view", () => {
  it("zooms around the point under the pointer", () => {
    const view = zoomView(wholeView, 0.5, 0.25, 0.75, "xy", 1e-6);
    expect(view).toEqual({ x0: 0.125, x1: 0.625, y0: 0.375, y1: 0.875 });
    expect(zoomView(wholeView, 0.5, 0.5, 0.5, "x", 1e-6)).toEqual({ x0: 0.25, x1: 0.75, y0: 0, y1: 1 });
  });
  it("comes back to the whole and no further", () => {
    const near = zoomView(wholeView, 0.01, 0.9, 0.1, "xy", 1e-6);
    const back = zoomView(near, 1000, 0.3, 0.3, "xy", 1e-6);
    expect(isWhole(back)).toBe(true);
    expect(back).toEqual(wholeView);
  });
  it("does not zoom into nothing", () => {
    const view = zoomView(wholeView, 1e-12, 0.5, 0.5, "xy", 0.01);
    expect(view.x1 - view.x0).toBeCloseTo(0.01);
  });
  it("pans up to the border", () => {
    const half = zoomView(wholeView, 0.5, 0.5, 0.5, "xy", 1e-6);
    expect(panView(half, 0.25, -0.25, "xy")).toEqual({ x0: 0.375, x1: 0.875, y0: 0.125, y1: 0.625 });
    expect(panView(half, 9, 9, "x")).toEqual({ x0: 0.5, x1: 1, y0: 0.25, y1: 0.75 });
  });
  it("moves only as far as needed to show a point", () => {
    const corner = { x0: 0, x1: 0.2, y0: 0, y1: 0.2 };
    expect(viewShowing(corner, 0.1, 0.1, "xy")).toEqual(corner);
    const moved = viewShowing(corner, 0.9, 0.1, "xy");
    expect(moved.x0).toBeCloseTo(0.8);
    expect(moved.y0).toBe(0);
  });
});
