import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { MadeColumns } from "./made-columns";

beforeEach(() => prepareCharts());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Twenty features, of which the later are made worse. */
const features = Array.from({ length: 20 }, (_, at) => `c${at}`);
const valuesOf = (at: (row: number, feature: number) => number) =>
  Float32Array.from({ length: 100 * 20 }, (_, cell) => at(Math.floor(cell / 20), cell % 20));
const trainingView = {
  kind: "generated" as const,
  at: 40,
  features,
  real: valuesOf((row) => row),
  made: valuesOf((row, feature) => row + 2 * feature),
};
const drawn = () => screen.getByRole("img").getAttribute("aria-label")?.split(", ") ?? [];

it("keeps the columns in their places while the network learns, then puts the most different first", async () => {
  const { rerender } = render(<MadeColumns trainingView={trainingView} learning />);
  expect(drawn()).toHaveLength(12);
  expect(drawn()[0]).toBe("c0: difference 0");
  rerender(<MadeColumns trainingView={trainingView} learning={false} />);
  expect(drawn()[0]).toBe("c19: difference 0.38");
  await userEvent.click(screen.getByRole("button", { name: "Show all 20" }));
  expect(drawn()).toHaveLength(20);
  await userEvent.click(screen.getByRole("button", { name: "Show fewer" }));
  expect(drawn()).toHaveLength(12);
});

it("has a table of all columns behind it", async () => {
  render(<MadeColumns trainingView={trainingView} learning={false} />);
  await userEvent.click(screen.getByRole("button", { name: /^More for/ }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Show as table" }));
  const rows = within(screen.getByRole("table")).getAllByRole("row");
  expect(rows).toHaveLength(21);
  expect(rows[1]).toHaveTextContent("c1950 (25 to 75)88 (63 to 113)0.38");
});
