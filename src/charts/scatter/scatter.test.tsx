import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { Scatter } from "./scatter";

const rows = Uint32Array.of(40, 30, 20, 10);
const x = Float64Array.of(1, NaN, 3, 4);
const y = Float64Array.of(0, 1, 1, 0);

function Held({ onSelect, onBox }: { onSelect: (row: number) => void; onBox: (rows: Uint32Array | null) => void }) {
  const [hovered, setHovered] = useState<number | null>(null);
  return (
    <Scatter
      rows={rows}
      x={x}
      y={y}
      xKind="number"
      yKind="category"
      xLevels={null}
      yLevels={["cash", "card"]}
      xLabel="amount"
      yLabel="by"
      flaggedCount={3}
      score100={Float32Array.of(97, 90, 80, 10)}
      selectedRow={null}
      hoveredRow={hovered}
      onHover={setHovered}
      onSelect={onSelect}
      onBox={onBox}
    />
  );
}

beforeEach(() => prepareCharts());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("Scatter", () => {
  it("steps through the flagged points that can be drawn, reads them out and selects", async () => {
    const onSelect = vi.fn();
    const onBox = vi.fn();
    render(<Held onSelect={onSelect} onBox={onBox} />);
    const user = userEvent.setup();
    screen.getByRole("application", { name: /Map of 4 rows, 3 flagged/ }).focus();
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("status").textContent).toBe("Row 41, score 97 of 100: amount 1, by cash");
    await user.keyboard("{ArrowRight}{Enter}");
    expect(onSelect.mock.calls).toEqual([[20]]);
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("status").textContent).toBe("There is no flagged row to go to.");
    await user.keyboard("{Escape}");
    expect(onBox).toHaveBeenCalledWith(null);
  });

  it("lists its flagged points as a table, missing ones named", async () => {
    render(<Held onSelect={() => {}} onBox={() => {}} />);
    await userEvent.click(screen.getByRole("button", { name: "More for “Map”" }));
    await userEvent.click(screen.getByRole("menuitem", { name: "Show as table" }));
    const lines = [...screen.getByRole("table").querySelectorAll("tr")];
    const cells = lines.map((line) => [...line.children].map((cell) => cell.textContent));
    expect(cells).toEqual([
      ["Row", "amount", "by", "Score (0–100)"],
      ["Row 41", "1", "cash", "97"],
      ["Row 31", "missing", "card", "90"],
      ["Row 21", "3", "card", "80"],
    ]);
  });
});
