import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it, vi } from "vitest";
import { RowKinds } from "../../app/row-kinds";
import type { Engine } from "../../engine/protocol";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { DataPanel } from "./data-panel";
import { giveElementsASize } from "../../testing/give-elements-a-size";
import { cardOf, fakeEngine, inspecting, renderOpen } from "../../testing/open-screen";

const columns = [cardOf("amount"), cardOf("<img onerror=alert(1)>")];
const actor = () => userEvent.setup({ delay: null });

beforeAll(giveElementsASize);

const show = (engine: Engine) =>
  renderOpen(
    wholeCatalogue(),
    <RowKinds>
      <DataPanel />
    </RowKinds>,
    engine,
  );

it("says every guess in words and marks the one that the file does not decide", async () => {
  await show(fakeEngine(columns));
  expect(screen.getByText("Columns are separated by semicolons.")).toBeInTheDocument();
  expect(screen.getByText("The first line holds the column names.")).toBeInTheDocument();
  expect(screen.getByText("Empty cells mean “no value”, and so do “na” “null”.")).toBeInTheDocument();
  expect(screen.getAllByText("Not sure")).toHaveLength(1);
});

it("corrects a doubtful guess in one click", async () => {
  const inspect = vi.fn(inspecting(columns));
  await show(fakeEngine(columns, { inspect }));
  await actor().click(screen.getByRole("button", { name: /^Read as: decimal point/ }));
  expect(inspect).toHaveBeenLastCalledWith(expect.objectContaining({ fixed: { decimal: "." } }), expect.anything());
  await waitFor(() => expect(screen.getByText(/^Numbers have a decimal point/)).toBeInTheDocument());
});

it("takes the line of the names by a click or a key on it", async () => {
  const inspect = vi.fn(inspecting(columns));
  await show(fakeEngine(columns, { inspect }));
  await actor().click(screen.getByText("Choose the line of the names"));
  const line = screen.getByRole("button", { name: /^Line 3 holds the names: / });
  expect(screen.getByRole("button", { name: "Line 1 holds the names: Payments in May" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  line.focus();
  await actor().keyboard("{Enter}");
  const header = { first: 3, count: 1 };
  expect(inspect).toHaveBeenLastCalledWith(expect.objectContaining({ fixed: { header } }), expect.anything());
  await waitFor(() => expect(screen.getByText(/^Line 3 holds the column names/)).toBeInTheDocument());
  expect(screen.getByRole("button", { name: /^Line 3 holds/ })).toHaveAttribute("aria-pressed", "true");
});

it("takes several lines for the names where a click says to which they go", async () => {
  const inspect = vi.fn(inspecting(columns));
  await show(fakeEngine(columns, { inspect }));
  await actor().click(screen.getByText("Choose the line of the names"));
  expect(screen.queryByRole("button", { name: "The names stand on lines 1 to 1" })).not.toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "The names stand on lines 1 to 3" }));
  const header = { first: 1, count: 3 };
  expect(inspect).toHaveBeenLastCalledWith(expect.objectContaining({ fixed: { header } }), expect.anything());
  await waitFor(() =>
    expect(screen.getByRole("button", { name: /^Line 3 holds/ })).toHaveAttribute("aria-pressed", "true"),
  );
  await actor().click(screen.getByRole("button", { name: "The names stand on lines 1 to 1" }));
  expect(inspect).toHaveBeenLastCalledWith(
    expect.objectContaining({ fixed: { header: { first: 1, count: 1 } } }),
    expect.anything(),
  );
});

it("corrects a sure guess from its menu, and by typing", async () => {
  const inspect = vi.fn(inspecting(columns));
  await show(fakeEngine(columns, { inspect }));
  await actor().click(screen.getByRole("button", { name: "Change: separator" }));
  await actor().click(await screen.findByRole("menuitem", { name: "tabs" }));
  expect(inspect).toHaveBeenLastCalledWith(expect.objectContaining({ fixed: { delimiter: "\t" } }), expect.anything());

  await actor().click(screen.getByRole("button", { name: "Change: text encoding" }));
  await actor().click(await screen.findByRole("menuitem", { name: "Other …" }));
  const entry = screen.getByRole("textbox", { name: /Name of the encoding/ });
  await actor().type(entry, "klingon");
  expect(screen.getByText("This browser knows no encoding of that name.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Read again" })).toBeDisabled();
  await actor().clear(entry);
  await actor().type(entry, "KOI8-R{Enter}");
  expect(inspect).toHaveBeenLastCalledWith(
    expect.objectContaining({ fixed: { delimiter: "\t", encoding: "koi8-r" } }),
    expect.anything(),
  );
});

it("keeps the preview and the corrections when the file could not be read", async () => {
  await show(fakeEngine(columns, { open: () => Promise.reject(new Error("broken")) }));
  const table = screen.getByRole("table", { name: "The first rows, as they stand in the file" });
  expect(within(table).getByRole("columnheader", { name: /onerror/ })).toBeInTheDocument();
  expect(document.querySelector("img")).toBeNull();
  expect(screen.queryByText("What happened while reading")).not.toBeInTheDocument();
});

it("draws only the columns in view of a very wide file", async () => {
  await show(fakeEngine(Array.from({ length: 5000 }, (_, at) => cardOf(`c${at}`))));
  expect(screen.getByRole("table")).toHaveAttribute("aria-colcount", "5001");
  expect(screen.getAllByRole("columnheader").length).toBeLessThan(60);
});
