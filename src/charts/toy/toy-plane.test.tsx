import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { ToyPlane } from "./toy-plane";

const points = Float32Array.of(0.2, 0.3, 0.8, 0.9);
const said = { scores: Float64Array.of(0, 5), surface: Float64Array.of(0, 0, 0, 5), threshold: 3 };

beforeEach(() => prepareCharts(200, 200));

function open() {
  const heard = { onMove: vi.fn(), onAdd: vi.fn(), onRemove: vi.fn() };
  render(
    <ToyPlane
      points={points}
      strange={Uint8Array.of(0, 1)}
      said={said}
      title="toy"
      labelOf={(at) => `point ${at}`}
      {...heard}
    />,
  );
  return heard;
}

it("draws what is flagged and what is strange on purpose otherwise than the rest", () => {
  open();
  expect(screen.getByRole("button", { name: "point 0" })).not.toHaveAttribute("data-flagged");
  const strange = screen.getByRole("button", { name: "point 1" });
  expect(strange).toHaveAttribute("data-flagged");
  expect(strange.querySelectorAll("circle")).toHaveLength(2);
});

it("is moved and thinned out by keys", () => {
  const { onMove, onRemove } = open();
  const point = screen.getByRole("button", { name: "point 0" });
  fireEvent.keyDown(point, { key: "ArrowUp" });
  expect(onMove).toHaveBeenCalledWith(0, expect.closeTo(0.2, 5), expect.closeTo(0.32, 5));
  fireEvent.keyDown(point, { key: "Delete" });
  expect(onRemove).toHaveBeenCalledWith(0);
});
