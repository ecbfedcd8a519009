import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderReal } from "../testing/real-screen";
import { paymentsCsv } from "../testing/small-payments";
import { Explore } from "./explore";
import { RowKinds } from "./row-kinds";

const grid = () => screen.findByRole("grid", { name: "Rows of the table" });
const flaggedRow = async (row: string) => within(await grid()).getByRole("row", { name: new RegExp(`^${row} `) });

it("shows detectors, scores, charts, rows and reasons side by side", async () => {
  const { user } = await renderReal(
    <RowKinds>
      <Explore />
    </RowKinds>,
    paymentsCsv(),
  );
  expect(screen.getByRole("radio", { name: /^Isolation forest/ })).toBeChecked();
  expect(screen.getByTestId("flagged-count")).toHaveTextContent(/^3 rows/);
  expect(await screen.findByRole("figure", { name: "Map" })).toBeInTheDocument();
  expect(screen.getByRole("figure", { name: "Score by row" })).toBeInTheDocument();
  await user.click(await flaggedRow("24"));
  const why = screen.getByRole("region", { name: "Why this row" });
  expect(within(why).getByRole("heading", { name: "Row 24" })).toBeInTheDocument();
  expect(await within(why).findByText(/^seconds 200 is/)).toBeInTheDocument();
});

it("shows another detector's scores under that detector's own threshold", async () => {
  const { session, user } = await renderReal(
    <RowKinds>
      <Explore />
    </RowKinds>,
    paymentsCsv(),
  );
  await user.click(screen.getByRole("radio", { name: /^Robust z/ }));
  const { sorted } = session.store.getState().runs["robust-z"]!.result!;
  const line = within(screen.getByRole("figure", { name: "Scores" })).getByRole("slider");
  expect(line).toHaveAttribute("aria-valuemax", String(sorted[0]));
  await waitFor(async () => expect((await grid()).getAttribute("aria-rowcount")).not.toBe("1"));
});

it("has no choice of what the middle shows where nothing learns", async () => {
  await renderReal(
    <RowKinds>
      <Explore />
    </RowKinds>,
    paymentsCsv(),
  );
  expect(screen.queryByRole("radiogroup", { name: "What the middle shows" })).toBeNull();
});

const narrow = (media: string) => ({
  media,
  matches: media.includes("max-width"),
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
});

it("shows one part at a time on a narrow screen, and the reasons as a sheet that can be closed", async () => {
  vi.stubGlobal("matchMedia", narrow);
  const { session, user } = await renderReal(
    <RowKinds>
      <Explore />
    </RowKinds>,
    paymentsCsv(),
  );
  expect(await grid()).toBeInTheDocument();
  expect(screen.queryByRole("figure", { name: "Map" })).toBeNull();
  expect(screen.queryByRole("separator")).toBeNull();
  await user.click(await flaggedRow("8"));
  const sheet = await screen.findByRole("dialog", { name: "Why this row" });
  expect(await within(sheet).findByText(/^amount 900 is/)).toBeInTheDocument();
  await user.click(within(sheet).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(session.store.getState().viewState.selectedRow).toBeNull();

  await user.click(screen.getByRole("radio", { name: "Charts" }));
  expect(await screen.findByRole("figure", { name: "Map" })).toBeInTheDocument();
  expect(screen.queryByRole("grid")).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Detectors" }));
  expect(screen.getByRole("radio", { name: /^Isolation forest/ })).toBeChecked();
  vi.unstubAllGlobals();
});
