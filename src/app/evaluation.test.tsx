import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { Evaluation } from "../features/evaluate/evaluation";
import { renderReal } from "../testing/real-screen";
import { RowKinds } from "./row-kinds";

const strange = (row: number) => row % 15 === 4;
const lines = Array.from(
  { length: 120 },
  (_, row) => `${20 + ((row * 7) % 9) + (strange(row) ? 60 : 0)},${(row * 5) % 8}`,
);
const withLabel = ["a,b,fraud", ...lines.map((line, row) => `${line},${strange(row) ? "yes" : "no"}`)].join("\n");

const render = (csv: string) =>
  renderReal(
    <RowKinds>
      <Evaluation />
    </RowKinds>,
    csv,
  );

it("judges every detector by the label, the best first, each figure with its interval", async () => {
  const { session, user } = await render(withLabel);
  session.actions.setColumns([2], { role: "label" });
  const table = await screen.findByRole("table", { name: "Detectors, best first" });
  expect(screen.getByText(/8 of 120 known rows are strange/)).toBeVisible();
  expect(within(table).getAllByRole("row").length).toBeGreaterThan(2);
  expect(within(table).getByRole("columnheader", { name: /AP/ })).toHaveAttribute("aria-sort", "descending");
  await user.click(within(table).getByRole("button", { name: "Sort by Recall" }));
  expect(within(table).getByRole("columnheader", { name: /Recall/ })).toHaveAttribute("aria-sort", "descending");
  expect(screen.getByText(/cannot be told apart from|is ahead of/)).toBeVisible();
});

it("gives of marks on flagged rows precision alone, and what is missed by a sample of the others", async () => {
  const { session, user } = await render(["a,b", ...lines].join("\n"));
  expect(screen.getByText(/Detectors are judged here once/)).toBeVisible();
  await session.actions.mark([4, 19], { verdict: "anomaly" });
  await session.actions.mark([34], { verdict: "not-anomaly" });
  expect(await screen.findByText(/recall is not/)).toBeVisible();
  const table = screen.getByRole("table", { name: "Detectors, best first" });
  expect(within(table).queryByRole("button", { name: "Sort by Recall" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Look at 20 random unflagged rows" }));
  const state = () => session.store.getState();
  await waitFor(() => expect(state().history.present.sample?.rows).toHaveLength(20));
  expect(state().viewState.stops).toHaveLength(20);
  await session.actions.mark([...state().viewState.stops!], { verdict: "not-anomaly" });
  expect(await screen.findByText(/20 of 20 looked at\. 0 of 20 are strange/)).toBeVisible();
});
