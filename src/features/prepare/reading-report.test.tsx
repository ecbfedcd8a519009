import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { RowKinds } from "../../app/row-kinds";
import { createInlineEngine } from "../../engine/inline";
import { createSession } from "../../state/session";
import { sourceOf } from "../../state/source";
import { giveElementsASize } from "../../testing/give-elements-a-size";
import { hurriedClock } from "../../testing/hand-clock";
import { showScreen } from "../../testing/show-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { DataPanel } from "./data-panel";

const CLEAN = "Nothing to fix: every row and every cell was read as it is.";
const actor = () => userEvent.setup({ delay: null });

beforeAll(giveElementsASize);

async function openReal(csv: string) {
  const session = createSession({ engine: createInlineEngine(), clock: hurriedClock });
  await session.actions.open(sourceOf("measured.csv", new Blob([csv])));
  showScreen(
    <RowKinds>
      <DataPanel />
    </RowKinds>,
    session,
    wholeCatalogue(),
  );
  return session;
}

const table = (header: string, line: (i: number) => string) =>
  [header, ...Array.from({ length: 40 }, (_, i) => line(i))].join("\n");
const measured = (i: number) => (20 + ((i * 7) % 11) / 4).toFixed(2);

it("says that there is nothing to mend only where that is so", async () => {
  await openReal(table("a,b", (i) => `${measured(i)},${measured(i * 3)}`));
  expect(screen.getByText(CLEAN)).toBeInTheDocument();
});

it.each([
  [table("count,b", (i) => `${i + 1},${measured(i)}`), "count: Set aside as an id: whole numbers without a gap"],
  [table("a,b", (i) => `${measured(i)},5.5`), "b: Ignored: every row has the same value."],
  [table("a,b", (i) => `${measured(i)},00${i % 9}`), "b: Digits with leading zeros"],
  [table("a,b", (i) => `${measured(i)},${measured(i)} kW`), "b: 40 of the first 40 values are numbers with kW"],
  [table("a,b", (i) => `${measured(i)},${i % 8 ? measured(i) : "off"}`), "b: 5 cells could not be read"],
  [table("a,b", (i) => `${measured(i)},${i % 8 ? measured(i) : "N/A"}`), "b: 5 cells mean “no value”"],
])("tells what was not read as it stands: %#", async (csv, told) => {
  await openReal(csv);
  expect(screen.getByText((text) => text.startsWith(told))).toBeInTheDocument();
  expect(screen.queryByText(CLEAN)).not.toBeInTheDocument();
});

it("reads a date and a time of day as one time, and keeps them apart in one click", async () => {
  const line = (i: number) =>
    `2024-05-0${1 + Math.floor(i / 20)},${10 + ((i % 20) % 12)}:${i % 20 < 12 ? "00" : "30"},${measured(i)}`;
  const session = await openReal(table("day,clock,a", line));
  const kind = () =>
    session.store
      .getState()
      .history.present.recipe?.columns.map(({ role }) => role)
      .join();
  expect(kind()).toBe("feature,ignore,feature");
  await actor().click(screen.getByRole("button", { name: "day, clock: Keep them apart" }));
  await waitFor(() => expect(kind()).toBe("feature,feature,feature"));
  await actor().click(screen.getByRole("button", { name: "day, clock: Read them as one time" }));
  await waitFor(() => expect(kind()).toBe("feature,ignore,feature"));
});

it("makes a number mean “no value” in the columns where it does, in one click, and takes it back", async () => {
  const bad = (i: number, sentinel: string) => (i % 9 === 4 ? sentinel : measured(i));
  const session = await openReal(table("a,b,c", (i) => `${bad(i, "-9999")},${measured(i)},${bad(i + 2, "-9999.0")}`));
  const missing = () => session.store.getState().dataset?.columns.map(({ profile }) => profile.missing);
  expect(
    screen.getByText(/^a, c: -9999 is far from all other values and looks like “no value”. Cells with it: 9/),
  ).toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "a, c: Treat -9999 as “no value”" }));
  await waitFor(() => expect(missing()).toEqual([4, 0, 5]));
  expect(screen.getByText("a: 4 cells mean “no value”, for instance “-9999”.")).toBeInTheDocument();
  session.actions.undo();
  await waitFor(() => expect(missing()).toEqual([0, 0, 0]));
});

it("lists every line that is no row, above the names, among the rows and at the foot", async () => {
  const line = (i: number) => `2024-05-${String((i % 28) + 1).padStart(2, "0")},${measured(i)},${measured(i * 3)}`;
  await openReal(`Pump log\n\n${table("when,a,b", line)}\nwhen,a,b\n${line(3)}\nTotal,99,12\n`);
  await actor().click(screen.getByText("The 3 lines of the file that are no rows"));
  const lines = within(screen.getByRole("list", { name: "Lines that are no rows" })).getAllByRole("listitem");
  expect(lines.map(({ textContent }) => textContent)).toEqual(["1Pump log", "44when · a · b", "46Total · 99 · 12"]);
});

it("lists what a look at the columns tells, and shows its rows in one click", async () => {
  const line = (i: number) => `${i < 20 ? i + 1 : i + 2},${measured(i)}`;
  const session = await openReal(table("invoice no,a", line));
  await actor().click(await screen.findByRole("button", { name: /^Show \d+ rows?: invoice no: 1 number is missing/ }));
  const { boxed, screen: shown, tableRows } = session.store.getState().viewState;
  expect([[...(boxed ?? [])], shown, tableRows]).toEqual([[20], "explore", "all"]);
});

it("makes a column of which numbers are limits in one click, and takes it away in another", async () => {
  const session = await openReal(table("a,b", (i) => `${i % 9 === 4 ? "<0.05" : measured(i)},${measured(i * 3)}`));
  const columns = () => session.store.getState().dataset?.columns.map(({ name, kind }) => `${name} ${kind}`);
  expect(screen.getByText(/^a: 4 cells are limits, such as “<0.05”/)).toBeInTheDocument();
  await actor().click(screen.getByRole("button", { name: "a: Make a column of which are limits" }));
  await waitFor(() => expect(columns()).toEqual(["a number", "b number", "a limit category"]));
  expect(session.store.getState().history.present.recipe?.columns[2]?.role).toBe("feature");
  await actor().click(screen.getByRole("button", { name: "a limit: Take it away again" }));
  await waitFor(() => expect(columns()).toEqual(["a number", "b number"]));
});

it("makes templates of a text in one click", async () => {
  const says = (i: number) => (i % 2 ? `Pump ${i} was stopped after ${i * 7} s` : `The door of room ${i} was opened`);
  const session = await openReal(table("a,remark", (i) => `${measured(i)},${says(i)}`));
  const roles = () => session.store.getState().history.present.recipe?.columns.map(({ role }) => role);
  await actor().click(screen.getByRole("button", { name: "remark: Make templates of it" }));
  await waitFor(() => expect(roles()?.slice(1, 3)).toEqual(["ignore", "feature"]));
  expect(screen.getByText(/^remark template: Made of remark: 2 templates/)).toBeInTheDocument();
});
