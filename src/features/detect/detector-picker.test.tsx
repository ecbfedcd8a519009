import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { cardOf, fakeEngine, renderOpen } from "../../testing/open-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { DetectorPanel } from "./detector-panel";

const columns = ["amount", "visits", "age"].map((name) => cardOf(name));

async function renderPanel() {
  const actor = userEvent.setup({ delay: null });
  const session = await renderOpen(wholeCatalogue(), <DetectorPanel />, fakeEngine(columns));
  const open = async () => {
    await actor.click(screen.getByRole("button", { name: "Add a detector" }));
    return screen.findByRole("textbox", { name: "Search detectors" });
  };
  return { actor, open, choices: () => session.store.getState().history.present, session };
}

it("recommends detectors for the table, gives the reasons and adds the one missing in one step", async () => {
  const { actor, choices, session } = await renderPanel();
  const line = "Recommended for this table: Nearest unsuspicious rows and Robust Mahalanobis (MCD).";
  expect(screen.getByText(line, { exact: false })).toBeInTheDocument();
  expect(screen.getByText(/100 rows are enough to learn how 3 features move together/)).toBeInTheDocument();
  await actor.click(screen.getByRole("button", { name: "Add the one that is missing" }));
  expect(choices().picked).toEqual([...["isolation-forest", "robust-z", "k-means", "mcd"], "unsuspicious-neighbours"]);
  expect(choices().shown).toBe("isolation-forest");
  expect(screen.queryByRole("button", { name: "Add the one that is missing" })).not.toBeInTheDocument();
  session.actions.undo();
  expect(choices().picked).toEqual(["isolation-forest", "robust-z", "k-means", "mcd"]);
});

it("puts what suits the table first, marks whom to be careful with, and groups the others by family", async () => {
  const { open } = await renderPanel();
  await open();
  const good = screen.getByRole("region", { name: "Good here" });
  expect(within(good).getAllByRole("button")).toHaveLength(4);
  expect(within(good).getAllByText("good here")).toHaveLength(4);
  expect(screen.getAllByRole("region").indexOf(good)).toBeLessThan(
    screen.getAllByRole("region").indexOf(screen.getByRole("region", { name: "distance to neighbours" })),
  );
  const careful = screen.getByRole("button", { name: /^Local outlier factor/i });
  expect(within(careful).getByText("careful")).toBeInTheDocument();
  expect(careful).toHaveTextContent("It looks for rows that are odd compared with their own neighbours.");
});

it("is searched by typing and walked with the arrow keys", async () => {
  const { actor, open, choices } = await renderPanel();
  const field = await open();
  await actor.click(field);
  await actor.keyboard("tukey fences");
  expect(screen.getAllByRole("button", { name: /Cannot see:/ })).toHaveLength(1);
  await actor.clear(field);
  await actor.keyboard("no such thing");
  expect(screen.getByRole("status")).toHaveTextContent("No detector matches “no such thing”.");
  await actor.clear(field);
  await actor.keyboard("standard deviation{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}");
  expect(field).toHaveFocus();
  await actor.keyboard("{ArrowDown}{End}");
  const cards = screen.getAllByRole("button", { name: /Cannot see:/ });
  expect(cards.at(-1)).toHaveFocus();
  await actor.keyboard("{Home}{ArrowDown}{Enter}");
  expect(choices().picked).toContain("z-score");
});

it("takes the first card of a search at Enter, and nothing where none matches", async () => {
  const { actor, open, choices } = await renderPanel();
  await actor.click(await open());
  await actor.keyboard("no such thing{Enter}");
  expect(choices().picked).toHaveLength(4);
  await actor.clear(screen.getByRole("textbox", { name: "Search detectors" }));
  await actor.keyboard("tukey fences{Enter}");
  expect(choices().picked).toContain("iqr");
});

it.each([
  ["random forest", "random-forest", "isolation-forest"],
  ["Mahalanobis distance", "mahalanobis", "mcd"],
])("takes the detector named %s before those that only speak of it", async (search, named, spokenOf) => {
  const { actor, open, choices, session } = await renderPanel();
  session.actions.unpick(spokenOf);
  await actor.click(await open());
  await actor.keyboard(search);
  expect(screen.getAllByRole("region").length).toBeGreaterThan(1);
  expect(within(screen.getByRole("region", { name: "Named like this" })).getAllByRole("button")).toHaveLength(1);
  await actor.keyboard("{Enter}");
  expect(choices().picked).toContain(named);
  expect(choices().picked).not.toContain(spokenOf);
});
