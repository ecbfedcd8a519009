import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { RowKinds } from "../../app/row-kinds";
import type { Clock } from "../../state/clock";
import { handClock, hurriedClock } from "../../testing/hand-clock";
import { renderReal, runsDone } from "../../testing/real-screen";
import { paymentRows, paymentsCsv } from "../../testing/small-payments";
import { WhyPanel } from "./why-panel";

const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole("row")
    .map((row) => [...row.children].map((cell) => cell.textContent));

/** The reasons of a row, numbered as people see it. */
async function renderWhy(row: number, clock?: Clock) {
  const rendered = await renderReal(
    <RowKinds>
      <WhyPanel />
    </RowKinds>,
    paymentsCsv(),
    clock && { clock },
  );
  act(() => rendered.session.actions.select(row - 1));
  return rendered;
}

it("says in one sentence why the row is strange, how strange it is and who flags it", async () => {
  const { user } = await renderWhy(8);
  const sentence = await screen.findByText(/^amount 900 is \d+ times the usual/);
  expect(screen.getByRole("heading", { name: "Row 8" }).parentElement).toHaveTextContent("flagged");
  expect(screen.getByText(/^Score [\d.]+ of 100 · stranger than 98\.3.% of the rows/)).toBeInTheDocument();
  expect(screen.getByText("Flagged by 4 of 4 detectors")).toBeInTheDocument();
  const copied = vi.spyOn(navigator.clipboard, "writeText");
  await user.click(screen.getByRole("button", { name: "Copy the sentence" }));
  expect(copied).toHaveBeenCalledWith(sentence.textContent);
});

it("shows what each column adds to the score, as bars and as a table", async () => {
  const { user } = await renderWhy(8);
  const bars = await screen.findByRole("figure", { name: "What makes this row strange" });
  await user.click(within(bars).getByRole("button", { name: /^More for/ }));
  await user.click(screen.getByRole("menuitem", { name: "Show as table" }));
  const [header, ...lines] = cellsOf(within(bars).getByRole("table"));
  expect(header).toEqual(["Column", "Share"]);
  expect(lines.map(([name]) => name)).toEqual(["amount", "seconds"]);
  expect(parseFloat(lines[0]![1]!)).toBeGreaterThan(50);
});

it("puts the row's values among those of their columns", async () => {
  await renderWhy(8);
  const values = await screen.findByRole("region", { name: "The values in their columns" });
  expect(within(values).getByRole("figure", { name: "amount: values" })).toBeInTheDocument();
  const amounts = paymentRows.map(({ amount }) => amount).sort((a, b) => a - b);
  const [, low, high] = /usual: ([\d.]+) to ([\d.]+)/.exec(values.textContent)!.map(Number);
  expect(low).toBeGreaterThan(amounts[10]!);
  expect(high).toBeLessThan(amounts[50]!);
});

it("says what the score would be with the named columns as usual", async () => {
  const { session } = await renderWhy(8);
  const line = await screen.findByText(/as usual, the score falls from [\d.]+ to [\d.]+: below the threshold\.$/);
  const [, before, after] = /from ([\d.]+) to ([\d.]+)/.exec(line.textContent)!.map(Number);
  expect(before).toBeGreaterThan(after!);
  act(() => session.actions.setThreshold("isolation-forest", { kind: "fixed", value: after! - 0.01 }));
  expect(await screen.findByText(/: still flagged, so there is more to it\.$/)).toBeInTheDocument();
});

it("compares with the nearest ordinary row, and leads there", async () => {
  const { session, user } = await renderWhy(8);
  const nearest = await screen.findByRole("region", { name: "Nearest ordinary row" });
  const link = await within(nearest).findByRole("button", { name: /^Row \d+$/ });
  const other = Number(link.textContent.slice(4));
  expect([8, 24, 31]).not.toContain(other);
  await waitFor(() =>
    expect(cellsOf(within(nearest).getByRole("table"))).toContainEqual([
      "amount",
      "900",
      String(paymentRows[other - 1]!.amount),
    ]),
  );
  await user.click(link);
  expect(screen.getByRole("heading", { name: `Row ${other}` }).parentElement).toHaveTextContent("not flagged");
  act(() => session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 60 }));
  expect(await screen.findByText(/^There is no ordinary row to compare with/)).toBeInTheDocument();
});

it("has no reasons for a row that the recipe drops", async () => {
  const { session } = await renderWhy(31);
  expect(await screen.findByText(/^seconds is missing/)).toBeInTheDocument();
  await act(async () => {
    session.actions.setColumns([1], { missing: { kind: "drop-row" } });
    await runsDone(session);
  });
  expect(screen.getByText(/^This row was left out because a value is missing/)).toBeInTheDocument();
  expect(screen.queryByText(/^Score/)).toBeNull();
  expect(screen.queryByRole("region", { name: "Nearest ordinary row" })).toBeNull();
});

it("marks reasons that belong to an earlier result until the new one is there", async () => {
  const byHand = handClock();
  let isHeld = false;
  const clock: Clock = { ...hurriedClock, after: (ms, job) => (isHeld ? byHand : hurriedClock).after(ms, job) };
  const { session } = await renderWhy(8, clock);
  await screen.findByText(/^amount 900/);
  const text = /These reasons belong to the result before your last change/;
  expect(screen.queryByText(text)).toBeNull();
  isHeld = true;
  act(() => session.actions.setSeed(2));
  expect(screen.getByRole("alert")).toHaveTextContent(text);
  expect(screen.getByText(/^amount 900/)).toBeInTheDocument();
  isHeld = false;
  await act(async () => {
    byHand.pass(10_000);
    await runsDone(session);
  });
  expect(screen.queryByText(text)).toBeNull();
  expect(await screen.findByText(/^amount 900/)).toBeInTheDocument();
});

it("says how to choose a row while none is", async () => {
  await renderReal(
    <RowKinds>
      <WhyPanel />
    </RowKinds>,
    paymentsCsv(),
  );
  expect(screen.getByText(/^Select a row in the table/)).toBeInTheDocument();
});

it("says what the row would score with another value, and leaves the table as it is", async () => {
  const { user, session } = await renderWhy(8);
  await user.click(await screen.findByRole("button", { name: "What if a value were another?" }));
  const whatIf = screen.getByRole("region", { name: "What if" });
  const field = await within(whatIf).findByRole("textbox", { name: "amount" });
  expect(field).toHaveValue("900");
  await user.clear(field);
  await user.type(field, String(paymentRows[8]?.amount));
  expect(
    await within(whatIf).findByText(/^The score would go from [\d.]+ to [\d.]+: no longer flagged\.$/),
  ).toBeVisible();
  expect(session.store.getState().dataset?.rowCount).toBe(paymentRows.length);
  await user.click(within(whatIf).getByRole("button", { name: "As in the file" }));
  expect(field).toHaveValue("900");
});

it("says which value of ordinary rows would take the row under the threshold", async () => {
  const { user } = await renderWhy(8);
  await user.click(await screen.findByRole("button", { name: "What would make it ordinary?" }));
  const ordinary = screen.getByRole("region", { name: "What would make it ordinary" });
  expect(await within(ordinary).findByText(/^With one other value it would no longer be flagged/)).toBeVisible();
  expect(await within(ordinary).findByText(/^amount: [\d.]+ instead of 900$/)).toBeVisible();
});
