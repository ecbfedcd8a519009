import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Suggestion } from "../../core/score/threshold";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { ScoreHistogram } from "./score-histogram";

const sorted = Float64Array.from({ length: 1000 }, (_, at) => 1000 - at);
const suggestions: Suggestion[] = [
  { name: "iqr-1.5", value: 971, count: 30 },
  { name: "top-5-percent", value: 951, count: 50 },
];

function Held({ told, scores = sorted }: { told: (threshold: number) => void; scores?: Float64Array }) {
  const [threshold, setThreshold] = useState(991);
  const onThreshold = (value: number) => {
    told(value);
    setThreshold(value);
  };
  return (
    <ScoreHistogram
      sorted={scores}
      threshold={threshold}
      suggestions={suggestions}
      onThreshold={onThreshold}
      logCounts={false}
      unitLabel="depth"
    />
  );
}

beforeEach(() => prepareCharts());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("ScoreHistogram", () => {
  it("is a slider that says the threshold and what it flags", () => {
    render(<Held told={() => {}} />);
    const slider = screen.getByRole("slider");
    expect(slider.getAttribute("aria-valuenow")).toBe("991");
    expect(slider.getAttribute("aria-valuetext")).toBe("991, 10 flagged · 1\u202f%");
    expect([slider.getAttribute("aria-valuemin"), slider.getAttribute("aria-valuemax")]).toEqual(["1", "1000"]);
  });

  it("moves by keyboard, a row, a percent, a page, to the ends", async () => {
    const told = vi.fn();
    const user = userEvent.setup();
    render(<Held told={told} />);
    screen.getByRole("slider").focus();
    await user.keyboard("{ArrowLeft}{ArrowRight}{Shift>}{ArrowLeft}{/Shift}{PageDown}{Home}{End}a");
    expect(told.mock.calls.flat()).toEqual([990, 991, 981, 931, 1, 1000]);
  });

  it("takes a suggestion by click, named with its count", async () => {
    const told = vi.fn();
    render(<Held told={told} />);
    const group = screen.getByRole("group", { name: "Suggested thresholds" });
    expect(
      within(group)
        .getAllByRole("button")
        .map((button) => button.textContent),
    ).toEqual(["Top 5 %", "IQR"]);
    await userEvent.click(
      screen.getByRole("button", { name: /interquartile ranges: threshold at 971, 30 rows flagged/ }),
    );
    expect(told).toHaveBeenCalledWith(971);
    expect(screen.getByRole("button", { name: /interquartile/ }).getAttribute("aria-pressed")).toBe("true");
  });

  it("reports the first move of a frame at once, the others together, and the end of the drag", () => {
    let frame: FrameRequestCallback | null = null;
    vi.spyOn(window, "requestAnimationFrame").mockImplementation((callback) => {
      frame = callback;
      return 1;
    });
    const told = vi.fn();
    render(<Held told={told} />);
    const slider = screen.getByRole("slider");
    fireEvent.pointerDown(slider, { button: 0, pointerId: 1, clientX: 500 });
    for (const clientX of [490, 470, 450, 420]) fireEvent.pointerMove(slider, { pointerId: 1, clientX });
    expect(told).toHaveBeenCalledTimes(1);
    expect(frame).not.toBeNull();
    fireEvent.pointerUp(slider, { pointerId: 1, clientX: 420 });
    expect(told).toHaveBeenCalledTimes(2);
    const moved: unknown = told.mock.calls[1]?.[0];
    expect(moved).toBeGreaterThan(800);
    expect(moved).toBeLessThan(991);
    fireEvent.pointerMove(slider, { pointerId: 1, clientX: 100 });
    expect(told).toHaveBeenCalledTimes(2);
  });

  it("gives its numbers as a table", async () => {
    render(<Held told={() => {}} />);
    await userEvent.click(screen.getByRole("button", { name: "More for “Scores”" }));
    await userEvent.click(screen.getByRole("menuitem", { name: "Show as table" }));
    const lines = [...screen.getByRole("table").querySelectorAll("tbody tr")];
    const cells = lines.map((line) => [...line.children].map((cell) => Number(cell.textContent)));
    expect(cells.reduce((sum, row) => sum + (row[2] ?? 0), 0)).toBe(1000);
    expect(cells.reduce((sum, row) => sum + (row[3] ?? 0), 0)).toBe(10);
  });

  it("says so when there is nothing to show", () => {
    render(<Held told={() => {}} scores={new Float64Array(0)} />);
    expect(screen.getByText("No scores yet.")).toBeTruthy();
    expect(screen.queryByRole("slider")).toBeNull();
  });
});
