import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prepareCharts } from "../../testing/charts-in-jsdom";
import { ColumnLayout } from "./column-layout";

beforeEach(() => prepareCharts());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const trainingView = {
  kind: "layout" as const,
  width: 2,
  features: ["amount", "hour", "a name that is much too long for its cell"],
  cells: Int32Array.of(1, 0, 2, -1),
};

it("names every cell", async () => {
  render(<ColumnLayout trainingView={trainingView} />);
  const image = screen.getByRole("img", { name: /^An image of 2 by 2 cells/ });
  expect([...image.querySelectorAll("title")].map(({ textContent }) => textContent)).toEqual([
    "hour",
    "amount",
    "a name that is much too long for its cell",
    "empty",
  ]);
  expect(within(image).getByText(/^a name that.*…$/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: /^More for/ }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Show as table" }));
  expect(screen.getAllByRole("row").map(({ textContent }) => textContent)).toEqual([
    "Line12",
    "1houramount",
    "2a name that is much too long for its cell",
  ]);
});
