import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { useSession } from "../../state/use-session";
import { renderReal } from "../../testing/real-screen";
import { IgnoredPeriods } from "./ignored-periods";

const lines = Array.from({ length: 60 }, (_, row) => `2024-01-${String(1 + (row % 28)).padStart(2, "0")} 10:00,${row}`);
const csv = `day,amount\n${lines.join("\n")}\n`;

function Shown() {
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  return dataset && recipe ? <IgnoredPeriods dataset={dataset} recipe={recipe} /> : null;
}

it("takes periods that are typed or come in a file, and leaves no trace once they are taken away", async () => {
  const { user, session } = await renderReal(<Shown />, csv);
  const ignored = () => session.store.getState().history.present.recipe?.ignored;
  const before = session.store.getState().history.present.recipe;
  await user.type(screen.getByRole("textbox", { name: "From" }), "2024-01-05");
  await user.type(screen.getByRole("textbox", { name: "To" }), "nonsense");
  expect(screen.getByRole("button", { name: "Ignore it" })).toBeDisabled();
  expect(screen.getByText(/^Write it as/)).toBeVisible();
  await user.clear(screen.getByRole("textbox", { name: "To" }));
  await user.type(screen.getByRole("textbox", { name: "To" }), "2024-01-06 12:00{Enter}");
  const first = { from: Date.parse("2024-01-05T00:00Z"), to: Date.parse("2024-01-06T12:00Z") };
  expect(ignored()).toEqual({ column: 0, windows: [first] });
  const file = new File(["from,to\n2024-01-01,2024-01-02\nwhenever\n"], "stops.csv");
  await user.upload(screen.getByLabelText("From a file…", { selector: "input" }), file);
  await waitFor(() => expect(ignored()?.windows).toHaveLength(2));
  expect(session.store.getState().announcements.at(-1)?.note).toEqual({
    code: "prepare.periods-unread",
    values: { name: "stops.csv", count: 1 },
  });
  await user.upload(screen.getByLabelText("From a file…", { selector: "input" }), new File(["a,b\n"], "other.csv"));
  await waitFor(() => expect(session.store.getState().announcements.at(-1)?.note.code).toBe("prepare.no-periods"));
  for (const button of screen.getAllByRole("button", { name: /^Take away/ })) expect(button).toBeVisible();
  await user.click(screen.getAllByRole("button", { name: /^Take away/ })[0]!);
  await user.click(screen.getAllByRole("button", { name: /^Take away/ })[0]!);
  expect(session.store.getState().history.present.recipe).toEqual(before);
});
