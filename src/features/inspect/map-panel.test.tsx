import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderReal } from "../../testing/real-screen";
import { paymentsCsv } from "../../testing/small-payments";
import { MapPanel } from "./map-panel";
import { RowScorePanel } from "./row-score-panel";

async function renderCharts() {
  const rendered = await renderReal(
    <>
      <MapPanel />
      <RowScorePanel />
    </>,
    paymentsCsv(),
  );
  await screen.findByRole("application", { name: /^Map of/ });
  return rendered;
}

const map = (name = /^Map of/) => screen.getByRole("application", { name });
const byRow = () => screen.getByRole("region", { name: "Score by row" });
/** What the chart of that name says of the point it is on. */
const saidIn = (region: string) => within(screen.getByRole("region", { name: region })).getByRole("status").textContent;

it("lies on the two strongest columns, and goes through the flagged points from the strangest on", async () => {
  const { session, user } = await renderCharts();
  map(/^Map of 60 rows, 3 flagged/).focus();
  await user.keyboard("{ArrowRight}");
  expect(saidIn("Map")).toMatch(/^Row 8, score [\d.]+ of 100: amount 900, seconds [\d.]+$/);
  await user.keyboard("{ArrowRight}{Enter}");
  expect(saidIn("Map")).toMatch(/^Row 24, .* seconds 200$/);
  expect(session.store.getState().viewState.selectedRow).toBe(23);
});

it("goes with the threshold", async () => {
  const { session } = await renderCharts();
  act(() => session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 11 }));
  await waitFor(() => expect(map()).toHaveAccessibleName(/^Map of 60 rows, 11 flagged/));
});

it("lies on other columns, or on the principal components, as it is told", async () => {
  const { user } = await renderCharts();
  const choose = async (axis: string, name: string) => {
    await user.click(screen.getByRole("combobox", { name: axis }));
    await user.click(within(screen.getByRole("listbox", { name: axis })).getByRole("option", { name }));
  };
  /** The names that the table of the map has for its axes. */
  const axes = () =>
    within(screen.getByRole("figure", { name: "Map" }))
      .getAllByRole("columnheader")
      .slice(1, 3)
      .map((header) => header.textContent);
  await user.click(screen.getByRole("button", { name: "More for “Map”" }));
  await user.click(screen.getByRole("menuitem", { name: "Show as table" }));
  expect(axes()).toEqual(["amount", "seconds"]);
  await choose("Up", "country");
  await waitFor(() => expect(axes()).toEqual(["amount", "country"]));
  await choose("Across", "Principal components");
  await waitFor(() => expect(axes().join()).toMatch(/^Component 1 \(\d.*%\),Component 2 \(\d.*%\)$/));
  expect(screen.queryByRole("combobox", { name: "Up" })).toBeNull();
});

it("shows every row's score under the same threshold, which can be moved there", async () => {
  const { session, timesAsked, user } = await renderCharts();
  const fits = timesAsked("run");
  const line = within(byRow()).getByRole("slider", { name: /^Threshold/ });
  line.focus();
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(map()).toHaveAccessibleName(/^Map of 60 rows, 4 flagged/));
  within(byRow()).getByRole("application").focus();
  await user.keyboard("{ArrowRight}");
  expect(saidIn("Score by row")).toMatch(/^Row 8: score 0\.\d+$/);
  await user.keyboard("{Enter}");
  expect(session.store.getState().viewState.selectedRow).toBe(7);
  expect(timesAsked("run")).toBe(fits);
});
