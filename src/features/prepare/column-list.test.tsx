import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { ColumnList } from "./column-list";
import { giveElementsASize } from "../../testing/give-elements-a-size";
import { cardOf, fakeEngine, renderOpen, warnedCardOf } from "../../testing/open-screen";

const columns = [
  cardOf("amount"),
  warnedCardOf("income", "profile.heavy-tail-high"),
  warnedCardOf("country", "profile.constant"),
  cardOf("row id", { role: "id" }),
];
const actor = () => userEvent.setup({ delay: null });

beforeAll(giveElementsASize);

it("changes a role in one step that can be undone", async () => {
  const session = await renderOpen(wholeCatalogue(), <ColumnList />, fakeEngine(columns));
  const recipeNow = () => session.store.getState().history.present.recipe;
  await actor().selectOptions(screen.getByRole("combobox", { name: "Role of amount" }), "label");
  expect(recipeNow()?.columns.map(({ role }) => role)).toEqual(["label", "feature", "feature", "id"]);
  expect(session.store.getState().history.past).toHaveLength(1);
  session.actions.undo();
  expect(recipeNow()?.columns[0]?.role).toBe("feature");
});

it("takes the advice of a warning in one click and then stops offering it", async () => {
  const session = await renderOpen(wholeCatalogue(), <ColumnList />, fakeEngine(columns));
  const advice = { name: "income: long tail → log. Take its logarithm." };
  await actor().click(screen.getByRole("button", advice));
  expect(session.store.getState().history.present.recipe?.columns[1]?.log).toBe(true);
  expect(screen.queryByRole("button", advice)).not.toBeInTheDocument();
});

it("changes many columns together in one step", async () => {
  const session = await renderOpen(wholeCatalogue(), <ColumnList />, fakeEngine(columns));
  await actor().click(screen.getByRole("checkbox", { name: "Select amount" }));
  await actor().click(screen.getByRole("checkbox", { name: "Select country" }));
  const bar = screen.getByRole("toolbar", { name: "2 columns selected" });
  await actor().click(within(bar).getByRole("button", { name: "Role" }));
  await actor().click(await screen.findByRole("menuitem", { name: "ignore" }));
  const { recipe } = session.store.getState().history.present;
  expect(recipe?.columns.map(({ role }) => role)).toEqual(["ignore", "feature", "ignore", "id"]);
  expect(session.store.getState().history.past).toHaveLength(1);
});

it("finds columns by name and by role", async () => {
  await renderOpen(wholeCatalogue(), <ColumnList />, fakeEngine(columns));
  const names = () =>
    screen.getAllByRole("rowheader").map((cell) => cell.querySelector("button")?.firstChild?.textContent);
  await actor().type(screen.getByRole("textbox", { name: "Find a column" }), "CO");
  expect(names()).toEqual(["income", "country"]);
  await actor().clear(screen.getByRole("textbox", { name: "Find a column" }));
  await actor().selectOptions(screen.getByRole("combobox", { name: "Show columns by role" }), "id");
  expect(names()).toEqual(["row id"]);
});

it("opens the details of a column and sets how missing values are filled", async () => {
  const session = await renderOpen(wholeCatalogue(), <ColumnList />, fakeEngine(columns));
  await actor().click(screen.getByRole("button", { name: /^amount/ }));
  const details = screen.getByRole("article", { name: "Details of amount" });
  expect(within(details).getByText("52")).toBeInTheDocument();
  await actor().selectOptions(within(details).getByRole("combobox", { name: "Missing values" }), "constant");
  const constant = within(details).getByRole("textbox", { name: "The constant" });
  await actor().clear(constant);
  await actor().type(constant, "12");
  await actor().tab();
  const { history } = session.store.getState();
  expect(history.present.recipe?.columns[0]?.missing).toEqual({ kind: "constant", value: 12 });
  // Choosing the rule is one step, typing the value another.
  expect(history.past).toHaveLength(2);
});

it("draws only the rows in sight of five thousand columns", async () => {
  await renderOpen(
    wholeCatalogue(),
    <ColumnList />,
    fakeEngine(Array.from({ length: 5000 }, (_, at) => cardOf(`c${at}`))),
  );
  expect(screen.getByRole("table")).toHaveAttribute("aria-rowcount", "5001");
  expect(screen.getAllByRole("rowheader").length).toBeLessThan(60);
});

it("shows the unit of a column, unless its name tells it", async () => {
  const cards = [cardOf("flow", { unit: "m³/s" }), cardOf("temp °C", { unit: "°C" })];
  await renderOpen(wholeCatalogue(), <ColumnList />, fakeEngine(cards));
  expect(screen.getByTitle("flow")).toHaveTextContent("flow m³/s");
  expect(screen.getByTitle("temp °C")).toHaveTextContent(/^temp °C$/);
});
