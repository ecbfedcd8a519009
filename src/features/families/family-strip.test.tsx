import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { seededRandom } from "../../core/math/random";
import { RULED } from "../../core/detect/run-key";
import { renderReal } from "../../testing/real-screen";
import { FamilyStrip } from "./family-strip";

const random = seededRandom(4);
const ROWS = 240;
/** Two kinds of strange rows: too much, and too heavy. */
const lines = Array.from({ length: ROWS }, (_, row) => {
  const amount = row % 60 === 1 ? 900 + 20 * random() : 100 + 10 * random();
  const weight = row % 60 === 2 ? 400 + 20 * random() : 50 + 5 * random();
  return [amount, weight, 10 * random()].map((value) => value.toFixed(2)).join(",");
});
const csv = `amount,weight,idle\n${lines.join("\n")}\n`;

async function renderStrip() {
  const found = await renderReal(<FamilyStrip />, csv);
  found.session.actions.show("robust-z");
  found.session.actions.setThreshold("robust-z", { kind: "top-k", k: 8 });
  return found;
}

it("shows the kinds of flagged rows, marks all of one at once, and says which is typical", async () => {
  const { user, session } = await renderStrip();
  await user.click(await screen.findByRole("button", { name: "4 × high amount" }));
  expect(await screen.findByRole("button", { name: "4 × high weight" })).toBeVisible();
  const line = screen.getByRole("region", { name: "This kind of rows" });
  expect([...(session.store.getState().viewState.boxed ?? [])].sort((a, b) => a - b)).toEqual([1, 61, 121, 181]);
  await user.click(within(line).getByRole("button", { name: /^Most typical: row / }));
  expect([1, 61, 121, 181]).toContain(session.store.getState().viewState.selectedRow);
  await user.click(within(line).getByRole("button", { name: "Mark all 4 as anomalies" }));
  expect(session.store.getState().marked.byRow.get(61)?.verdict).toBe("anomaly");
  expect(session.store.getState().marked.byRow.size).toBe(4);
});

it("makes a rule of a known kind, which says before what it means", async () => {
  const { user, session } = await renderStrip();
  await user.click(await screen.findByRole("button", { name: "4 × high weight" }));
  const line = screen.getByRole("region", { name: "This kind of rows" });
  expect(await within(line).findByText("A rule that means 4 rows of the table.")).toBeVisible();
  await user.click(within(line).getByRole("button", { name: "Known: do not flag this kind again" }));
  const { rules, shown } = session.store.getState().history.present;
  expect(rules).toMatchObject([
    { says: "ignore", where: { filters: [{ kind: "range", column: { name: "weight" } }] } },
  ]);
  expect(shown).toBe(RULED);
});
