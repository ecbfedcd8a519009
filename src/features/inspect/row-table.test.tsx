import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { RowKinds } from "../../app/row-kinds";
import { thresholdRuleOf } from "../../state/choices";
import type { Session } from "../../state/session";
import { flaggedRowsOf, thresholdOf } from "../../state/threshold";
import { renderReal, runsDone } from "../../testing/real-screen";
import { paymentRows, paymentsCsv } from "../../testing/small-payments";
import { RowTable } from "./row-table";
import { WhyPanel } from "./why-panel";

const grid = () => screen.getByRole("grid", { name: "Rows of the table" });
const bodyRows = () => within(grid()).getAllByRole("row").slice(1);
/** The texts of the column with that header, from the top. */
function cellsOf(header: string): string[] {
  const at = within(grid()).getByRole("columnheader", { name: header }).getAttribute("aria-colindex");
  return bodyRows().map((row) => row.querySelector(`[aria-colindex="${at}"]`)!.textContent);
}
const head = (name: string) => within(grid()).getByRole("button", { name });

/** The rows that a detector flags. */
function flagsOf({ store }: Session, id: string) {
  const { runs, history } = store.getState();
  const result = runs[id]!.result!;
  return { flagging: new Set(flaggedRowsOf(result, thresholdOf(result, thresholdRuleOf(history.present, id)))) };
}

function renderTable() {
  return renderReal(
    <RowKinds>
      <RowTable />
      <WhyPanel />
    </RowKinds>,
    paymentsCsv(),
  );
}

it("lists the flagged rows, the strangest first, with their reasons, values and votes", async () => {
  const { session } = await renderTable();
  expect(cellsOf("Row")).toEqual(["8", "24", "31"]);
  await waitFor(() => expect(cellsOf("amount")[0]).toBe("900"));
  await waitFor(() => expect(cellsOf("Main reasons")[0]).toMatch(/^amount900↑is highusual [\d.]+ – [\d.]+/));
  expect(cellsOf("Main reasons")[2]).toMatch(/^seconds∅is missing/);
  expect(cellsOf("Flagged by")[0]).toBe("4 of 4");
  const scores = cellsOf("Score (0–100)").map(Number);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  act(() => session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 9 }));
  await waitFor(() => expect(grid()).toHaveAttribute("aria-rowcount", "10"));
  expect(screen.getByRole("radio", { name: "Flagged 9" })).toBeChecked();
});

it("shows all rows, and sorts them by a column, up and down", async () => {
  const { user } = await renderTable();
  await user.click(screen.getByRole("radio", { name: "All 60" }));
  await waitFor(() => expect(grid()).toHaveAttribute("aria-rowcount", "61"));
  expect(cellsOf("Row")[0]).toBe("8");
  const amounts = paymentRows.map(({ amount }) => amount).sort((a, b) => a - b);
  await user.click(head("amount"));
  await waitFor(() => expect(Number(cellsOf("amount")[1])).toBe(amounts.at(-2)));
  expect(within(grid()).getByRole("columnheader", { name: "amount" })).toHaveAttribute("aria-sort", "descending");
  await user.click(head("amount"));
  await waitFor(() => expect(cellsOf("amount").slice(0, 5).map(Number)).toEqual(amounts.slice(0, 5)));
  await user.click(head("Row"));
  await waitFor(() => expect(cellsOf("Row").slice(0, 4)).toEqual(["1", "2", "3", "4"]));
});

it("searches in all columns, and says when nothing is found", async () => {
  const { user } = await renderTable();
  await user.type(screen.getByRole("textbox", { name: "Search in all columns" }), "DE");
  await screen.findByText("1 row shown");
  expect(cellsOf("Row")).toEqual(["24"]);
  await user.click(screen.getByRole("radio", { name: "All 60" }));
  await screen.findByText("20 rows shown");
  await user.type(screen.getByRole("textbox", { name: "Search in all columns" }), "zz");
  expect(await screen.findByText("No row matches these filters.")).toBeInTheDocument();
});

it("filters by a range, by levels and by what is missing, until the filter is taken away", async () => {
  const { user } = await renderTable();
  await user.click(screen.getByRole("radio", { name: "All 60" }));
  const add = async (column: string, fill: () => Promise<void>) => {
    await user.click(screen.getByRole("button", { name: "Filter" }));
    await user.click(await screen.findByRole("combobox", { name: "Column" }));
    await user.click(screen.getByRole("option", { name: column }));
    await fill();
  };
  await add("amount", async () => {
    await user.type(screen.getByRole("textbox", { name: "At least" }), "55");
    await user.click(screen.getByRole("button", { name: "Add filter" }));
  });
  const above = paymentRows.filter(({ amount }) => amount >= 55);
  await screen.findByText(`${above.length} rows shown`);
  await add("country", async () => {
    await user.click(screen.getByRole("combobox", { name: "One of" }));
    await user.click(screen.getByRole("option", { name: "IT" }));
    await user.click(screen.getByRole("button", { name: "Add filter" }));
  });
  const inItaly = above.filter(({ country }) => country === "IT");
  await screen.findByText(`${inItaly.length} rows shown`);
  await user.click(screen.getByRole("button", { name: "Remove the filter amount: from 55" }));
  await screen.findByText("20 rows shown");
  await user.click(screen.getByRole("button", { name: "Remove the filter country: IT" }));
  await add("seconds", () => user.click(screen.getByRole("button", { name: "Is missing" })));
  await screen.findByText("1 row shown");
  expect(cellsOf("Row")).toEqual(["31"]);
});

it("goes through the rows by the arrow keys, and to the reasons by Enter", async () => {
  const { user } = await renderTable();
  grid().focus();
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(within(grid()).getByRole("row", { selected: true })).toHaveAttribute("aria-rowindex", "3");
  expect(screen.getByRole("heading", { name: "Row 24" })).toBeInTheDocument();
  await user.keyboard("{End}");
  expect(screen.getByRole("heading", { name: "Row 31" })).toBeInTheDocument();
  await user.keyboard("{Home}{Enter}");
  expect(screen.getByRole("heading", { name: "Row 8" }).closest("[tabindex='-1']")).toHaveFocus();
});

it("picks several rows as a spreadsheet does, and copies them as one takes them", async () => {
  const { user } = await renderTable();
  const copied = vi.spyOn(navigator.clipboard, "writeText");
  await waitFor(() => expect(bodyRows()).toHaveLength(3));
  await user.click(bodyRows()[0]!);
  await user.keyboard("{Shift>}");
  await user.click(bodyRows()[2]!);
  await user.keyboard("{/Shift}");
  expect(within(grid()).getAllByRole("row", { selected: true })).toHaveLength(3);
  await user.keyboard("{Control>}");
  await user.click(bodyRows()[1]!);
  await user.keyboard("{/Control}");
  expect(screen.getByText("2 rows selected")).toBeInTheDocument();
  grid().focus();
  await user.keyboard("{Control>}c{/Control}");
  await waitFor(() => expect(copied).toHaveBeenCalledOnce());
  const text = copied.mock.calls[0]?.[0] ?? "";
  expect(text.split("\n").map((line) => line.split("\t")[0])).toEqual(["900", String(paymentRows[30]?.amount)]);
  await user.keyboard("{Escape}");
  expect(screen.queryByText("2 rows selected")).not.toBeInTheDocument();
});

it("offers to look for the value of a cell, and says what is looked for until it is taken away", async () => {
  const { user } = await renderTable();
  await user.click(screen.getByRole("radio", { name: "All 60" }));
  await waitFor(() => expect(grid()).toHaveAttribute("aria-rowcount", "61"));
  await waitFor(() => expect(cellsOf("amount")[1]).not.toBe(""));
  const at = within(grid()).getByRole("columnheader", { name: "amount" }).getAttribute("aria-colindex");
  const cell = bodyRows()[1]!.querySelector(`[aria-colindex="${at}"]`)!;
  const amount = cell.textContent;
  await user.pointer({ keys: "[MouseRight]", target: cell });
  await user.click(await screen.findByRole("menuitem", { name: `Only rows where amount is ${amount}` }));
  const same = paymentRows.filter((row) => String(row.amount) === amount).length;
  expect(await screen.findByText(same === 1 ? "1 row shown" : `${same} rows shown`)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Show all again" }));
  await waitFor(() => expect(grid()).toHaveAttribute("aria-rowcount", "61"));
});

it("shows only rows that another detector flags, or does not", async () => {
  const { user, session } = await renderTable();
  await user.click(screen.getByRole("button", { name: "Filter" }));
  await user.click(await screen.findByRole("combobox", { name: "Detector" }));
  await user.click(screen.getByRole("option", { name: "Robust z" }));
  await user.click(screen.getByRole("button", { name: "Not flagged by it" }));
  expect(await screen.findByText("not flagged by Robust z")).toBeInTheDocument();
  const { flagging } = flagsOf(session, "robust-z");
  await waitFor(() => expect(bodyRows().length).toBe([7, 23, 30].filter((row) => !flagging.has(row)).length));
});

it("lists rows without a score last, and says so", async () => {
  const { session, user } = await renderTable();
  await act(async () => {
    session.actions.setColumns([1], { missing: { kind: "drop-row" } });
    await runsDone(session);
  });
  await user.click(screen.getByRole("radio", { name: "All 60" }));
  await waitFor(() => expect(grid()).toHaveAttribute("aria-rowcount", "61"));
  grid().focus();
  await user.keyboard("{End}");
  expect(screen.getByRole("heading", { name: "Row 31" })).toBeInTheDocument();
  expect(screen.getByText("This row was left out because a value is missing, so it has no score.")).toBeVisible();
});

it("puts the columns of the strongest reasons beside the score, which stays in view, and hides and widens columns", async () => {
  const { user } = await renderTable();
  const heads = () =>
    within(grid())
      .getAllByRole("columnheader")
      .map(({ textContent }) => textContent);
  await waitFor(() => expect(heads().indexOf("Main reasons")).toBeGreaterThan(2));
  expect(heads().slice(0, 2)).toEqual(["Row", "Score (0–100)"]);
  expect(heads().slice(2, heads().indexOf("Main reasons"))).toEqual(expect.arrayContaining(["amount", "seconds"]));
  const header = () => within(grid()).getByRole("columnheader", { name: "amount" });
  const before = 88;
  await waitFor(() => expect(Number.parseInt(header().style.width)).toBe(before));
  head("amount").focus();
  await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
  expect(Number.parseInt(header().style.width)).toBe(before + 16);
  await user.click(screen.getByRole("button", { name: "Columns" }));
  await user.click(await screen.findByRole("combobox", { name: "Hidden columns" }));
  await user.click(screen.getByRole("option", { name: "amount" }));
  expect(heads()).not.toContain("amount");
  expect(screen.getByRole("button", { name: "Columns (1 hidden)" })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Show all, at their usual widths" }));
  expect(Number.parseInt(header().style.width)).toBe(before);
});
