import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderReal, runsDone } from "../../testing/real-screen";
import { rowLines } from "../../testing/lines-of-kinds";
import { sourceOf } from "../../state/source";
import { KeptDetectors } from "./kept-detectors";

const lines = rowLines(120);
const csv = (head: string, rows: readonly string[]) => [head, ...rows].join("\n");
const moved = lines.map((line) => line.split(",")).map(([a, b, c]) => `${Number(a) * 1000},${b},${c}`);

it("keeps the detector on screen under a name, and scores another file after its columns were confirmed", async () => {
  const { session, user } = await renderReal(<KeptDetectors />, csv("amount,price,other", lines));
  await user.click(screen.getByRole("button", { name: "Keep this detector" }));
  const name = screen.getByRole("textbox", { name: "Name" });
  await user.clear(name);
  await user.type(name, "May");
  await user.click(screen.getByRole("button", { name: "Keep" }));
  const kept = await screen.findByRole("listitem");
  expect(kept).toHaveTextContent(/^MayLearned from 120 of 120 rows of payments\.csv, kept /);

  await session.actions.open(sourceOf("june.csv", new Blob([csv("Amount,price,other", moved)])));
  await runsDone(session);
  await user.click(within(kept).getByRole("button", { name: "Score this file" }));
  expect(screen.getByRole("combobox", { name: "amount" })).toHaveValue("Amount");
  await user.click(within(screen.getByRole("group")).getByRole("button", { name: "Score this file" }));
  await runsDone(session);
  await waitFor(() => expect(screen.getByText(/^The data has changed/)).toBeInTheDocument());
  expect(screen.getByText(/Amount is about 1,000 times as large as before/)).toBeInTheDocument();
  expect(screen.getByRole("img", { name: "Values of Amount: before, and in this file" })).toBeInTheDocument();
  expect(screen.getByText(/a classifier knows in \d/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Keep this detector" })).toBeNull();
});

it("scores nothing by a detector that knows none of the columns", async () => {
  const { session, user } = await renderReal(<KeptDetectors />, csv("amount,price,other", lines));
  session.actions.show("isolation-forest");
  await session.actions.keepModel("May");
  await session.actions.open(sourceOf("june.csv", new Blob([csv("x,y,z", lines)])));
  await runsDone(session);
  await user.click(within(await screen.findByRole("listitem")).getByRole("button", { name: "Score this file" }));
  const map = screen.getByRole("group");
  expect(map).toHaveTextContent("No column of this file is one that it learned from");
  expect(within(map).getByRole("button", { name: "Score this file" })).toBeDisabled();
});
