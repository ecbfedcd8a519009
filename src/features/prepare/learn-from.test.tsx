import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { giveElementsASize } from "../../testing/give-elements-a-size";
import { openSession } from "../../testing/open-session";
import { showScreen } from "../../testing/show-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { useSession } from "../../state/use-session";
import { LearnFrom } from "./learn-from";

beforeAll(giveElementsASize);

function Shown() {
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  return dataset && recipe ? <LearnFrom dataset={dataset} recipe={recipe} /> : null;
}

it("chooses which rows are learned from, and goes back to the very recipe of before", async () => {
  const user = userEvent.setup({ delay: null });
  const { session, state } = await openSession();
  const before = JSON.stringify(state().history.present.recipe);
  showScreen(<Shown />, session, wholeCatalogue());
  const choice = screen.getByRole("combobox", { name: "Learn from" });
  expect(screen.getByRole("option", { name: "the rows of the table’s filter" })).toBeDisabled();
  await user.selectOptions(choice, "the first part");
  expect(state().history.present.recipe?.learn).toEqual({ kind: "first", rows: 20 });
  expect(screen.getByRole("option", { name: "all rows but those marked as anomalies" })).toBeDisabled();
  expect(choice).toHaveAccessibleDescription(/learn what is ordinary from the first rows/);
  await user.selectOptions(choice, "all rows");
  expect(JSON.stringify(state().history.present.recipe)).toBe(before);
});

it("takes the filter of the table", async () => {
  const user = userEvent.setup({ delay: null });
  const { session, state } = await openSession();
  const filters = [{ column: 0, kind: "range", min: 1, max: 2 }] as const;
  session.actions.notice({ filters });
  showScreen(<Shown />, session, wholeCatalogue());
  await user.selectOptions(screen.getByRole("combobox", { name: "Learn from" }), "the rows of the table’s filter");
  expect(state().history.present.recipe?.learn).toEqual({ kind: "filter", filters });
});
