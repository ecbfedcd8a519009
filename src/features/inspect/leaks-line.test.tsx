import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderReal } from "../../testing/real-screen";
import { LeaksLine } from "./leaks-line";

/** 200 rows of which 20 are fraud; `chargeback` is written down once that is known, and tells it. */
const csv = [
  "amount,chargeback,fraud",
  ...Array.from({ length: 200 }, (_, row) => {
    const isFraud = row % 10 === 3;
    return [
      (50 + 10 * Math.sin(row * row)).toFixed(2),
      isFraud ? (12 + row / 7).toFixed(2) : "0",
      Number(isFraud),
    ].join();
  }),
].join("\n");

it("tells what gives the label away, and leaves it out at a click", async () => {
  const { session, user } = await renderReal(<LeaksLine />, csv);
  const said = "“chargeback” gives the label away: on its own it tells which rows are strange.";
  expect(await screen.findByText(said)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Leave it out" }));
  expect(session.store.getState().history.present.recipe?.columns.map(({ role }) => role)).toEqual([
    "feature",
    "ignore",
    "label",
  ]);
  expect(screen.queryByText(said)).toBeNull();
});
