import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { RowKinds } from "../../app/row-kinds";
import { Failure } from "../../core/data/failure";
import { cardOf, fakeEngine, renderOpen } from "../../testing/open-screen";
import { renderReal } from "../../testing/real-screen";
import { paymentsCsv } from "../../testing/small-payments";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { ThresholdPanel } from "./threshold-panel";

const count = () => screen.getByTestId("flagged-count").textContent;
const line = () => screen.getByRole("slider", { name: /^Threshold/ });

/** The panel over the real scores of sixty payments, and how often a detector was fitted so far. */
async function renderPanel() {
  const { session, timesAsked, user } = await renderReal(
    <RowKinds>
      <ThresholdPanel />
    </RowKinds>,
    paymentsCsv(),
  );
  return { session, user, fits: () => timesAsked("run") + timesAsked("combine") };
}

it("says how many rows the suggested threshold flags, and moves by the keys of the line", async () => {
  const { user, fits } = await renderPanel();
  const before = fits();
  expect(count()).toBe("3 rows flagged (5\u202f%)");
  line().focus();
  await user.keyboard("{ArrowLeft}");
  expect(count()).toMatch(/^4 rows flagged/);
  expect(line()).toHaveAttribute("aria-valuetext", expect.stringContaining("4 flagged"));
  expect(screen.getByText("1 more than suggested")).toBeInTheDocument();
  await user.keyboard("{End}");
  expect(count()).toMatch(/^1 row flagged/);
  expect(screen.getByText("2 fewer than suggested")).toBeInTheDocument();
  await user.keyboard("{Home}");
  expect(count()).toBe("60 rows flagged (100\u202f%)");
  expect(fits()).toBe(before);
});

it("takes a typed number of rows, a share of them, or a score", async () => {
  const { session, user, fits } = await renderPanel();
  const before = fits();
  const choose = async (from: string, to: string, typed: string) => {
    await user.click(screen.getByRole("combobox", { name: "What the number means" }));
    await user.click(screen.getByRole("option", { name: to }));
    expect(screen.queryByRole("textbox", { name: from })).toBeNull();
    const field = screen.getByRole("textbox", { name: to });
    await user.clear(field);
    await user.type(field, typed);
  };
  const rows = screen.getByRole("textbox", { name: "rows" });
  await user.clear(rows);
  await user.type(rows, "10");
  expect(count()).toMatch(/^10 rows flagged/);
  await choose("rows", "% of the rows", "50");
  expect(count()).toBe("30 rows flagged (50\u202f%)");
  const { sorted } = session.store.getState().runs["isolation-forest"]!.result!;
  const between = ((sorted[6]! + sorted[7]!) / 2).toFixed(5);
  await choose("% of the rows", "score", between);
  expect(count()).toMatch(/^7 rows flagged/);
  expect(line()).toHaveAttribute("aria-valuenow", String(Number(between)));
  expect(fits()).toBe(before);
});

it("takes a named threshold, and goes back to the suggested one", async () => {
  const { user } = await renderPanel();
  await user.click(screen.getByRole("button", { name: "Named thresholds" }));
  const item = await screen.findByRole("menuitem", { name: /^Median \+ 3\.5 MAD/ });
  const [said] = /\d+(?= rows?$)/.exec(item.textContent)!;
  expect(Number(said)).not.toBe(3);
  await user.click(item);
  expect(count()).toContain(`${said} rows flagged`);
  const group = screen.getByRole("group", { name: "Suggested thresholds" });
  expect(within(group).getByRole("button", { name: /^MAD/, pressed: true })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Back to the suggested threshold" }));
  expect(count()).toMatch(/^3 rows flagged/);
});

it("keeps the same threshold on the sorted scores", async () => {
  const { user } = await renderPanel();
  const value = line().getAttribute("aria-valuenow");
  await user.click(screen.getByRole("radio", { name: "Sorted" }));
  expect(screen.getByRole("figure", { name: "Scores, strangest first" })).toBeInTheDocument();
  expect(line()).toHaveAttribute("aria-valuenow", value);
  line().focus();
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(count()).toMatch(/^5 rows flagged/);
});

it("shows the threshold of each detector with its own scores, and a step of it can be undone", async () => {
  const { session } = await renderPanel();
  act(() => session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 12 }));
  expect(count()).toMatch(/^12 rows/);
  act(() => session.actions.show("robust-z"));
  const { result } = session.store.getState().runs["robust-z"]!;
  expect(count()).not.toMatch(/^12 rows/);
  expect(line()).toHaveAttribute("aria-valuemax", String(result!.sorted[0]));
  act(() => session.actions.show("isolation-forest"));
  expect(count()).toMatch(/^12 rows/);
  act(() => session.actions.undo());
  act(() => session.actions.undo());
  expect(count()).toMatch(/^3 rows/);
});

it("says in its place why there are no scores", async () => {
  const engine = fakeEngine([cardOf("amount")], { run: () => Promise.reject(new Failure({ code: "no-features" })) });
  await renderOpen(
    wholeCatalogue(),
    <RowKinds>
      <ThresholdPanel />
    </RowKinds>,
    engine,
  );
  expect(await screen.findByRole("alert")).toHaveTextContent(/column/);
  expect(screen.queryByTestId("flagged-count")).toBeNull();
});
