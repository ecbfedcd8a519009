import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderReal, runsDone } from "../../testing/real-screen";
import { GroupLine } from "./group-line";

const OFFER = /“amount” differs mainly by “payee”, which explains 9\d(\.\d)?\s% of its spread\./;

/** 200 payments, of which those to each payee are nearly the same; one is the amount of another payee. */
const csv = [
  "payee,amount",
  ...Array.from({ length: 200 }, (_, row) => {
    const payee = row === 77 ? 3 : row % 4;
    return `${["rent", "phone", "power", "gym"][row % 4]},${(200 * payee + 5 * Math.sin(row * row)).toFixed(2)}`;
  }),
].join("\n");

/** The same amounts, whoever is paid. */
const noise = [
  "payee,amount",
  ...Array.from(
    { length: 200 },
    (_, row) => `${["rent", "phone", "power"][row % 3]},${Math.sin(row * row).toFixed(2)}`,
  ),
].join("\n");

it("offers the group, takes it at a click, tells what came of it, and offers it again once that is undone", async () => {
  const { session, user } = await renderReal(<GroupLine />, csv);
  const recipe = () => session.store.getState().history.present.recipe;
  expect(await screen.findByText(OFFER)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Compare within each “payee”" }));
  expect(recipe()).toMatchObject({ withinGroup: true, columns: [{ role: "group" }, { role: "feature" }] });
  expect(screen.queryByText(OFFER)).toBeNull();
  await act(() => runsDone(session));
  const said = await screen.findByText(/Compared within each “payee”: (\d+ of \d+ flags went, [1-9]\d* came|the same)/);
  expect(said).toBeInTheDocument();
  act(() => session.actions.undo());
  expect(recipe()).toMatchObject({ withinGroup: false, columns: [{ role: "feature" }, { role: "feature" }] });
  expect(await screen.findByText(OFFER)).toBeInTheDocument();
});

it("is silent for the file once it is declined", async () => {
  const { user } = await renderReal(<GroupLine />, csv);
  await screen.findByText(OFFER);
  await user.click(screen.getByRole("button", { name: "Not for this file" }));
  expect(screen.queryByText(OFFER)).toBeNull();
});

it("offers nothing where the group says nothing", async () => {
  const { session, timesAsked } = await renderReal(<GroupLine />, noise);
  await act(() => runsDone(session));
  expect(timesAsked("offeredGroup")).toBe(1);
  expect(screen.queryByRole("button")).toBeNull();
});
