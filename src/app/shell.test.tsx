import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderReal, renderStart } from "../testing/real-screen";
import { paymentsCsv } from "../testing/small-payments";
import { RowKinds } from "./row-kinds";
import { Shell } from "./shell";

const flagged = () => screen.findByTestId("flagged-count");

async function renderShell() {
  const rendered = await renderReal(
    <RowKinds>
      <Shell />
    </RowKinds>,
    paymentsCsv(),
  );
  await flagged();
  return rendered;
}

it("leads from the start page to the scores of a pasted table, and back", async () => {
  const { session, user } = await renderStart(
    <RowKinds>
      <Shell />
    </RowKinds>,
  );
  expect(screen.queryByRole("radiogroup", { name: "Screens" })).toBeNull();
  await user.click(await screen.findByRole("button", { name: "Paste a table" }));
  await user.click(screen.getByRole("textbox", { name: "Paste or type a table" }));
  await user.paste(paymentsCsv());
  await user.click(screen.getByRole("button", { name: "Open this table" }));
  // The two that are sure; the ranking flags a third.
  expect(await flagged()).toHaveTextContent(/^2 rows flagged/);
  expect(await screen.findByRole("heading", { name: "2 rows stand out" })).toBeInTheDocument();
  expect(within(screen.getByRole("banner")).getByText("60 rows x 4 columns")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /back to the start page$/ }));
  expect(await screen.findByRole("button", { name: "Paste a table" })).toBeInTheDocument();
  expect(session.store.getState().dataset).toBeNull();
});

it("names the file, and has a tab for every screen", async () => {
  const { user } = await renderShell();
  expect(screen.getByRole("heading", { level: 1, name: "payments.csv" })).toBeInTheDocument();
  for (const [tab, heading] of [
    ["Data", "payments.csv"],
    ["Prepare", "Prepare the columns"],
    ["Compare", "Compare"],
    ["Export", "Export rows"],
    ["Explore", "Detectors"],
  ] as const) {
    await user.click(screen.getByRole("radio", { name: tab }));
    expect(screen.getByRole("radio", { name: tab })).toBeChecked();
    expect(await screen.findByRole("heading", { name: heading })).toBeInTheDocument();
  }
});

it("takes steps back and does them again", async () => {
  const { session, user } = await renderShell();
  expect(screen.getByRole("button", { name: "Undo" })).toBeDisabled();
  act(() => session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 7 }));
  expect(await flagged()).toHaveTextContent(/^7 rows/);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await flagged()).toHaveTextContent(/^3 rows/);
  expect(screen.getByRole("button", { name: "Undo" })).toBeDisabled();
  await user.click(screen.getByRole("button", { name: "Redo" }));
  expect(await flagged()).toHaveTextContent(/^7 rows/);
  await user.keyboard("{Control>}z{/Control}");
  expect(await flagged()).toHaveTextContent(/^3 rows/);
});

it("goes through the flagged rows and moves the threshold by single keys, but not while a person types", async () => {
  const { user } = await renderShell();
  const selected = () => screen.getByRole("heading", { level: 2, name: /^Row \d+$/ }).textContent;
  // The strangest row is explained before anybody asks.
  expect(selected()).toBe("Row 8");
  await user.keyboard("j");
  expect(selected()).toBe("Row 24");
  await user.keyboard("jjj");
  expect(selected()).toBe("Row 31");
  await user.keyboard("k");
  expect(selected()).toBe("Row 24");
  await user.keyboard("]]");
  expect(await flagged()).toHaveTextContent(/^5 rows/);
  // A bracket that is doubled is one press.
  await user.keyboard("[[[[[[[[");
  expect(await flagged()).toHaveTextContent(/^1 row /);
  await user.keyboard("s");
  expect(await flagged()).toHaveTextContent(/^3 rows/);
  await user.keyboard("f");
  expect(screen.getByRole("radio", { name: "All 60" })).toBeChecked();
  const search = screen.getByRole("textbox", { name: "Search in all columns" });
  // Without sizes every place is on the handle between two panels, which would take the focus of a click.
  act(() => search.focus());
  await user.keyboard("jf2");
  expect(search).toHaveValue("jf2");
  expect(selected()).toBe("Row 24");
  expect(screen.getByRole("radio", { name: "All 60" })).toBeChecked();
  expect(screen.getByRole("radio", { name: "Explore" })).toBeChecked();
});

it("goes to a screen by its number", async () => {
  const { user } = await renderShell();
  await user.keyboard("4");
  expect(await screen.findByRole("heading", { name: "Compare" })).toBeInTheDocument();
  await user.keyboard("e");
  expect(await screen.findByRole("heading", { name: "Export rows" })).toBeInTheDocument();
  await user.keyboard("3");
  expect(await flagged()).toBeInTheDocument();
});

it("finds every action by name in the palette", async () => {
  const { user } = await renderShell();
  await user.keyboard("{Control>}k{/Control}");
  const palette = await screen.findByRole("dialog");
  const field = within(palette).getByRole("textbox", { name: "What do you want to do?" });
  expect(within(palette).getByRole("button", { name: /^Next flagged row/ })).toHaveTextContent(/J$/);
  await user.type(field, "suggested");
  expect(within(palette).getAllByRole("button")).toHaveLength(1);
  await user.clear(field);
  await user.type(field, "nothing like it");
  expect(within(palette).getByText("No action matches.")).toBeInTheDocument();
  await user.clear(field);
  await user.type(field, "flag one row more");
  await user.click(within(palette).getByRole("button", { name: /^Flag one row more/i }));
  expect(await flagged()).toHaveTextContent(/^4 rows/);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("announces what happened once, and lets bad news be closed", async () => {
  const { session, user } = await renderShell();
  act(() => session.actions.announce("bad", { code: "failures.worker-died.title" }));
  const news = await screen.findByRole("alert");
  expect(news).toHaveTextContent("The background work stopped");
  expect(session.store.getState().announcements).toEqual([]);
  await user.click(within(news).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

it("turns dark and light", async () => {
  const { user } = await renderShell();
  await user.click(screen.getByRole("button", { name: "Dark colours" }));
  expect(document.documentElement).toHaveAttribute("data-mantine-color-scheme", "dark");
  await user.click(screen.getByRole("button", { name: "Light colours" }));
  expect(document.documentElement).toHaveAttribute("data-mantine-color-scheme", "light");
});
