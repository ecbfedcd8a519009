import { expect, it } from "vitest";
import type { Announcement } from "./session-state";
import { cardOf, fakeEngine } from "../testing/open-screen";
import { createSession } from "./session";
import { sourceOf } from "./source";

const pair = ["2014-01-01", "2014-01-02"];
const taken = { from: Date.UTC(2014, 0, 1), to: Date.UTC(2014, 0, 2) };

async function open(name = "load.csv") {
  const session = createSession({
    engine: fakeEngine([cardOf("when", { kind: "time" }), cardOf("load")]),
  });
  await session.actions.open(sourceOf(name, new Blob(["a"])));
  const bring = (content: unknown) => session.actions.bringWindows("windows.json", new Blob([JSON.stringify(content)]));
  const labelled = () => session.store.getState().history.present.labelled;
  const said = () => session.store.getState().announcements.map(({ note }: Announcement) => note.code);
  return { session, bring, labelled, said };
}

it("takes the only entry, in a step that can be undone, and gives it back", async () => {
  const { session, bring, labelled, said } = await open();
  await bring([pair]);
  expect(labelled()).toEqual({ name: "windows.json", entry: "", windows: [taken] });
  expect(said()).toEqual(["labelled.taken"]);
  session.actions.undo();
  expect(labelled()).toBeNull();
  session.actions.redo();
  session.actions.removeWindows();
  expect(labelled()).toBeNull();
});

it("asks which entry where none is named like the table", async () => {
  const { session, bring, labelled } = await open();
  await bring({ "a/one.csv": [], "a/two.csv": [pair] });
  expect(labelled()).toBeNull();
  const { unmatched } = session.store.getState().viewState;
  expect(unmatched?.entries).toHaveLength(2);
  session.actions.chooseWindows(unmatched?.entries[1] ?? null);
  expect(labelled()).toMatchObject({ entry: "a/two.csv", windows: [taken] });
  expect(session.store.getState().viewState.unmatched).toBeNull();
  await bring({ "a/one.csv": [], "a/two.csv": [] });
  session.actions.chooseWindows(null);
  expect(labelled()).toMatchObject({ entry: "a/two.csv", windows: [taken] });
});

it("says why a file holds no windows, and keeps those there are", async () => {
  const { bring, labelled, said } = await open();
  await bring([pair]);
  await bring({ "load.csv": 3 });
  await bring(new Array(5001).fill(pair));
  expect(said().slice(1)).toEqual(["labelled.no-windows", "labelled.too-many"]);
  expect(labelled()?.windows).toEqual([taken]);
});
