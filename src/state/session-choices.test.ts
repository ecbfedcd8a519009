import { describe, expect, it } from "vitest";
import { Failure } from "../core/data/failure";
import type { DatasetCard } from "../engine/protocol";
import { openSession, scriptedSession, someFile, tick, twoColumns } from "../testing/open-session";
import { pageStorage } from "./guarded-storage";
import { sourceOf } from "./source";

type Opened = Awaited<ReturnType<typeof openSession>>;

const rolesOf = ({ state }: Pick<Opened, "state">) => state().history.present.recipe?.columns.map(({ role }) => role);

/** The same columns under other names. */
const named = (table: DatasetCard, ...names: readonly string[]): DatasetCard => ({
  ...table,
  columns: names.map((name, at) => ({ ...table.columns[at]!, name })),
});

describe("what a person chose in a session", () => {
  it("keeps what was chosen on an earlier visit where a file is read only once it was corrected", async () => {
    const storage = pageStorage();
    const first = await openSession(storage);
    first.session.actions.setSeed(7);
    first.session.flush();
    const second = scriptedSession({ storage });
    void second.session.actions.open(someFile);
    await tick();
    second.opens[0]?.fail(new Failure({ code: "no-table" }));
    await tick();
    void second.session.actions.correctReading({ delimiter: "|" });
    await tick();
    second.opens[1]?.answer(twoColumns());
    await tick();
    expect(second.state().history.present.seed).toBe(7);
  });

  it("gives a file its choices back on the next visit", async () => {
    const storage = pageStorage();
    const first = await openSession(storage);
    first.session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 2 });
    first.session.actions.setColumns([1], { role: "label" });
    first.clock.pass(900);
    const second = await openSession(storage);
    const { thresholds, recipe } = second.state().history.present;
    expect(thresholds).toEqual({ "isolation-forest": { kind: "top-k", k: 2 } });
    expect(recipe?.columns.map(({ role }) => role)).toEqual(["feature", "label"]);
    expect(second.state().recents).toMatchObject([{ name: "some.csv", rowKind: "rows" }]);
    expect(second.state().announcements).toEqual([]);
  });

  it.each<[string, (opened: Opened) => Promise<void>]>([
    ["the file is left", async ({ session }) => session.actions.leave()],
    ["the page is hidden", async ({ session }) => session.flush()],
    ["the session ends", async ({ session }) => session.dispose()],
    [
      "another file takes its place",
      async ({ session, opens }) => {
        void session.actions.open(sourceOf("other.csv", new Blob(["x,y\n"])));
        await tick();
        opens[1]?.answer(twoColumns("other"));
        await tick();
      },
    ],
  ])("keeps the last choice when %s at once", async (_, end) => {
    const storage = pageStorage();
    const first = await openSession(storage);
    first.session.actions.setSeed(7);
    await end(first);
    const second = await openSession(storage);
    expect(second.state().history.present.seed).toBe(7);
  });

  it("never lends a role to another table that looks like the one before from outside", async () => {
    const storage = pageStorage();
    const first = await openSession(storage);
    first.session.actions.setColumns([0], { role: "label" });
    first.clock.pass(900);
    const second = scriptedSession({ storage });
    void second.session.actions.open(someFile);
    await tick();
    second.opens[0]?.answer(named(twoColumns(), "b", "a"));
    await tick();
    expect(rolesOf(second)).toEqual(["feature", "label"]);
    const third = scriptedSession({ storage });
    void third.session.actions.open(someFile);
    await tick();
    third.opens[0]?.answer(named(twoColumns(), "x", "y"));
    await tick();
    expect(rolesOf(third)).toEqual(["feature", "feature"]);
    expect(third.state().announcements.map(({ note }) => note)).toEqual([
      { code: "project.missing-columns", values: { count: 1, names: ["a"] } },
    ]);
  });

  it("keeps a role when the kind of its column changes, and when that is undone", async () => {
    const { session, opens, ...rest } = await openSession();
    session.actions.setColumns([0], { role: "label" });
    session.actions.setKind(0, "category");
    await tick();
    const [a, b] = twoColumns().columns;
    opens[1]?.answer({ ...twoColumns("as words"), columns: [{ ...a!, kind: "category" }, b!] });
    await tick();
    expect(rolesOf(rest)).toEqual(["label", "feature"]);
    session.actions.undo();
    await tick();
    opens[2]?.answer(twoColumns("as numbers"));
    await tick();
    expect(rolesOf(rest)).toEqual(["label", "feature"]);
  });

  it("counts the tables whose columns stand otherwise, as what screens remember by position belongs to one", async () => {
    const { session, opens, state } = await openSession();
    const first = state().tableNumber;
    session.actions.setKind(0, "category");
    await tick();
    const [a, b] = twoColumns().columns;
    opens[1]?.answer({ ...twoColumns("as words"), columns: [{ ...a!, kind: "category" }, b!] });
    await tick();
    expect(state().tableNumber).toBe(first);
    void session.actions.correctReading({ delimiter: "|" });
    await tick();
    opens[2]?.answer(named(twoColumns("corrected"), "b", "a"));
    await tick();
    expect(state().tableNumber).toBe(first + 1);
    void session.actions.open(someFile);
    await tick();
    opens[3]?.answer(named(twoColumns("corrected"), "b", "a"));
    await tick();
    expect(state().tableNumber).toBe(first + 2);
  });

  it("keeps a role that was chosen when the kind of its column is changed there and back by hand", async () => {
    const { session, opens, ...rest } = await openSession();
    session.actions.setColumns([0], { role: "ignore" });
    session.actions.setKind(0, "text");
    await tick();
    const { columns, recipe } = twoColumns();
    const [a, b] = columns;
    const [of] = recipe.columns;
    opens[1]?.answer({
      ...twoColumns("as text"),
      columns: [{ ...a!, kind: "text" }, b!],
      recipe: { ...recipe, columns: [{ ...of!, role: "ignore" }, of!] },
    });
    await tick();
    session.actions.setKind(0, "number");
    await tick();
    opens[2]?.answer(twoColumns("as numbers"));
    await tick();
    expect(rolesOf(rest)).toEqual(["ignore", "feature"]);
  });

  it("forgets a correction whose reading was cancelled or put aside", async () => {
    for (const end of ["cancelled", "failed"]) {
      const { session, opens, state } = await openSession();
      const before = state().history.present;
      void session.actions.correctReading({ delimiter: "|" });
      await tick();
      expect(state().history.present.fixed).toEqual({ delimiter: "|" });
      if (end === "failed") opens[1]?.fail(new Failure({ code: "no-table" }));
      await tick();
      session.actions.cancelReading();
      await tick();
      expect(state().history.present).toBe(before);
      // The next change is read without it.
      session.actions.setKind(0, "category");
      await tick();
      expect(opens[2]?.question.plan).toEqual({ ...before.plan, kinds: { 0: "category" } });
    }
  });

  it("forgets a cancelled correction also where something else was chosen meanwhile", async () => {
    const { session, state } = await openSession();
    const { plan, fixed } = state().history.present;
    void session.actions.correctReading({ delimiter: "|" });
    await tick();
    session.actions.setThreshold("k-means", { kind: "top-k", k: 2 });
    session.actions.cancelReading();
    expect(state().history.present).toMatchObject({ plan, fixed, thresholds: { "k-means": { k: 2 } } });
  });

  it("makes what was undone again where the reading that it asked for is cancelled", async () => {
    const { session, opens, state } = await openSession();
    session.actions.setKind(0, "category");
    await tick();
    const [a, b] = twoColumns().columns;
    opens[1]?.answer({ ...twoColumns("as words"), columns: [{ ...a!, kind: "category" }, b!] });
    await tick();
    const chosen = state().history.present.plan;
    session.actions.undo();
    await tick();
    session.actions.cancelReading();
    expect(state().dataset?.id).toBe("as words");
    expect(state().history.present.plan).toBe(chosen);
  });

  it("finds the columns again when a correction that moved them is undone", async () => {
    const { session, opens, ...rest } = await openSession();
    session.actions.setColumns([1], { role: "ignore" });
    void session.actions.correctReading({ delimiter: "|" });
    await tick();
    const one = twoColumns("one");
    opens[1]?.answer({ ...named(one, "a;b"), recipe: { ...one.recipe, columns: one.recipe.columns.slice(1) } });
    await tick();
    expect(rolesOf(rest)).toEqual(["feature"]);
    session.actions.undo();
    await tick();
    opens[2]?.answer(twoColumns("two again"));
    await tick();
    expect(rolesOf(rest)).toEqual(["feature", "ignore"]);
  });

  it("compares within a group that is chosen by hand, as within one that was guessed, until a person says otherwise", async () => {
    const { session, state } = await openSession();
    const within = () => state().history.present.recipe?.withinGroup;
    expect(within()).toBe(false);
    session.actions.setColumns([1], { role: "group" });
    expect(within()).toBe(true);
    session.actions.setRecipe({ withinGroup: false });
    session.actions.setColumns([1], { log: true });
    expect(within()).toBe(false);
    session.actions.undo();
    session.actions.undo();
    session.actions.undo();
    expect(within()).toBe(false);
    expect(rolesOf({ state })).toEqual(["feature", "feature"]);
  });

  it("undoes a role and a parameter as single steps", async () => {
    const { session, state } = await openSession();
    session.actions.setColumns([0, 1], { role: "ignore" });
    session.actions.undo();
    expect(state().history.present.recipe?.columns.map(({ role }) => role)).toEqual(["feature", "feature"]);
    session.actions.redo();
    expect(state().history.present.recipe?.columns.map(({ role }) => role)).toEqual(["ignore", "ignore"]);
  });

  it("reads anew where a step is undone that was made while the file was read in another way", async () => {
    const { session, opens, ...rest } = await openSession();
    void session.actions.correctReading({ delimiter: "|" });
    await tick();
    session.actions.setSeed(7);
    const one = twoColumns("one");
    opens[1]?.answer({ ...named(one, "a;b"), recipe: { ...one.recipe, columns: one.recipe.columns.slice(1) } });
    await tick();
    session.actions.undo();
    await tick();
    expect(opens).toHaveLength(3);
    opens[2]?.answer({ ...named(one, "a;b"), recipe: { ...one.recipe, columns: one.recipe.columns.slice(1) } });
    await tick();
    expect(rolesOf(rest)).toEqual(["feature"]);
  });
});
