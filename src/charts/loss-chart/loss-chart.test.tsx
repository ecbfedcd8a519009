import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { LossChart } from "./loss-chart";

beforeEach(() => prepareCharts());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const metrics = [20, 40, 60].flatMap((at) => [
  { name: "loss", at, value: 10 / at },
  { name: "validation loss", at, value: 12 / at },
]);

it("tells the last values, and marks the step that is used", () => {
  const { rerender } = render(<LossChart metrics={metrics} steps={100} />);
  expect(screen.getByRole("img")).toHaveAccessibleName("Step 60: loss 0.1667, validation loss 0.2");
  expect(screen.queryByText(/^used/)).not.toBeInTheDocument();
  rerender(<LossChart metrics={metrics} steps={100} kept={40} />);
  expect(screen.getByText("used: step 40")).toBeInTheDocument();
  expect(screen.getByText("100")).toBeInTheDocument();
});

it("tells the step under the pointer, and no more once it has left", () => {
  render(<LossChart metrics={metrics} />);
  const plot = screen.getByRole("img");
  fireEvent.pointerMove(plot, { clientX: 1 });
  expect(screen.getByText("Step 20: loss 0.5, validation loss 0.6")).toBeInTheDocument();
  fireEvent.pointerLeave(plot);
  expect(screen.queryByText(/^Step 20/)).not.toBeInTheDocument();
});

it("survives one point, and values that a logarithm cannot show", () => {
  const { rerender } = render(<LossChart metrics={metrics.slice(0, 1)} />);
  expect(screen.getByRole("img").innerHTML).not.toMatch(/NaN|Infinity/);
  rerender(<LossChart metrics={[-2, 0, 5].map((value, at) => ({ name: "critic", at, value }))} />);
  expect(screen.getByRole("img").innerHTML).not.toMatch(/NaN|Infinity/);
  rerender(<LossChart metrics={[{ name: "loss", at: 1, value: 0 }]} log />);
  expect(screen.getByRole("img").innerHTML).not.toMatch(/NaN|Infinity/);
});
