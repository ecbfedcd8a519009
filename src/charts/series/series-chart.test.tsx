import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { wholeView, type View } from "../plane/view";
import { SeriesChart } from "./series-chart";
import type { SeriesChartProps } from "./series-chart-props";

beforeEach(() => prepareCharts(800, 430));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const times = Float64Array.from({ length: 200 }, (_, at) => at);
const low = times.map((time) => Math.sin(time / 5));
const breaks = new Uint32Array(0);
const detail = {
  times,
  breaks,
  scores: times.map((time) => (time >= 100 && time <= 110 ? 9 : 1)),
  channels: [
    { name: "load", low, high: low, expected: { low: low.map(() => 0.5), high: low.map(() => 0.5), spread: 0.2 } },
  ],
};
const onThreshold = vi.fn();
const onSelect = vi.fn();
const onStep = vi.fn();

const onView = vi.fn();
const shown = (): unknown => onView.mock.lastCall?.[0];
function Chart(props: Partial<SeriesChartProps>) {
  const view = useState<View>(wholeView);
  onView(view[0]);
  return (
    <SeriesChart
      title="load over time"
      extent={{ from: 0, to: 199 }}
      isClock={false}
      step={1}
      overview={{ times, low, high: low, breaks }}
      detail={detail}
      view={view}
      sorted={detail.scores.toSorted().reverse()}
      threshold={5}
      onThreshold={onThreshold}
      stretches={[{ from: 100, to: 110 }]}
      labelled={[]}
      selected={-1}
      marked={null}
      onSelect={onSelect}
      onStep={onStep}
      lanes={[]}
      overlaid={false}
      {...props}
    />
  );
}

it("draws the line, what was expected and the scores, and no NaN", () => {
  const { container } = render(<Chart lanes={[{ name: "K-means", spans: [{ from: 3, to: 9 }] }]} />);
  expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  expect(screen.getByText("K-means")).toBeInTheDocument();
  expect(screen.getByText("expected")).toBeInTheDocument();
});

it("shades labelled windows, names them in the legend, and tells when one is read", () => {
  render(<Chart labelled={[{ from: 95, to: 100 }]} />);
  expect(screen.getByText("labelled")).toBeInTheDocument();
  const plot = screen.getByRole("application");
  fireEvent.keyDown(plot, { key: "ArrowRight" });
  expect(screen.getByRole("status")).toHaveTextContent(/score 9 · labelled$/);
  fireEvent.keyDown(plot, { key: "ArrowRight" });
  expect(screen.getByRole("status")).toHaveTextContent(/score 9$/);
});

it("reads the series step by step, and opens the stretch under the cursor", () => {
  render(<Chart />);
  const plot = screen.getByRole("application");
  fireEvent.keyDown(plot, { key: "ArrowRight" });
  expect(screen.getByRole("status")).toHaveTextContent(/^100 · load 0.91\d+, expected 0.5 · score 9$/);
  fireEvent.keyDown(plot, { key: "Enter" });
  expect(onSelect).toHaveBeenCalledWith(0);
  expect(onStep).not.toHaveBeenCalled();
});

it("zooms by keys, and moves the brush by arrows and hand", () => {
  render(<Chart />);
  fireEvent.keyDown(screen.getByRole("application"), { key: "+" });
  expect(shown()).toMatchObject({ x0: 0.25, x1: 0.75 });
  const brush = screen.getByRole("slider", { name: "Part of the series in view" });
  fireEvent.keyDown(brush, { key: "End" });
  expect(shown()).toMatchObject({ x0: 0.5, x1: 1 });
  expect(brush).toHaveAttribute("aria-valuetext", "99.5 to 199");
  const start = screen.getByRole("slider", { name: "Start of the part in view" });
  fireEvent.pointerDown(start, { button: 0, clientX: 400, pointerId: 1 });
  fireEvent.pointerMove(start, { clientX: 0, pointerId: 1 });
  fireEvent.pointerUp(start, { pointerId: 1 });
  expect(shown()).toMatchObject({ x0: 0 });
});

it("moves the threshold by keys", () => {
  render(<Chart />);
  fireEvent.keyDown(screen.getByRole("slider", { name: /^Threshold/ }), { key: "ArrowDown" });
  expect(onThreshold).toHaveBeenCalledWith(1);
});

it("shows its numbers as a table", () => {
  render(<Chart />);
  fireEvent.click(screen.getByRole("button", { name: /^More for/ }));
  fireEvent.click(screen.getByRole("menuitem", { name: "Show as table" }));
  expect(screen.getByRole("columnheader", { name: "load, expected" })).toBeInTheDocument();
  expect(screen.getAllByRole("row")).toHaveLength(201);
});

it("survives a series of one step, without a value, and before anything is known of it", () => {
  const one = { times: times.slice(0, 1), low: Float64Array.of(NaN), high: Float64Array.of(NaN), breaks };
  const { container, rerender } = render(
    <Chart
      extent={{ from: 0, to: 0 }}
      overview={one}
      detail={{ ...one, scores: Float64Array.of(NaN), channels: [{ name: "a", ...one, expected: null }] }}
      stretches={[{ from: 0, to: 0 }]}
      selected={0}
    />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  rerender(<Chart detail={null} />);
  expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
});

it("lays channels over each other, or puts them below each other", () => {
  const two = {
    ...detail,
    channels: ["load", "heat"].map((name) => ({ ...detail.channels[0], name, low, high: low, expected: null })),
  };
  const { container, rerender } = render(<Chart detail={two} />);
  const strips = () => container.querySelectorAll("clipPath[id$=flagged]").length;
  expect(strips()).toBe(2);
  rerender(<Chart detail={two} overlaid />);
  expect(strips()).toBe(1);
  expect(screen.getByText("heat")).toBeInTheDocument();
});

it("asks for the reasons of an ordinary step that is read and entered", () => {
  onStep.mockClear();
  render(<Chart />);
  const plot = screen.getByRole("application");
  fireEvent.keyDown(plot, { key: "ArrowLeft" });
  fireEvent.keyDown(plot, { key: "ArrowLeft", shiftKey: true });
  fireEvent.keyDown(plot, { key: "Enter" });
  expect(onStep).toHaveBeenCalledOnce();
  const [bucket] = onStep.mock.lastCall as [number];
  expect(bucket).toBeLessThan(100);
});
