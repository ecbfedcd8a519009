import { describe, expect, it, vi } from "vitest";
import { Failure } from "../core/data/failure";
import type { DatasetCard } from "../engine/protocol";
import { madeUpInspection } from "../testing/made-up-table";
import { openSession, scriptedSession, someFile, tick, twoColumns } from "../testing/open-session";
import { scriptedEngine } from "../testing/scripted-engine";
import { guardedStorage, pageStorage, type TextStorage } from "./guarded-storage";
import { createSession } from "./session";
import { sourceOf } from "./source";

type Opened = Awaited<ReturnType<typeof openSession>>;

const rolesOf = ({ state }: Pick<Opened, "state">) => state().history.present.recipe?.columns.map(({ role }) => role);

/** The same columns under other names. */
const named = (table: DatasetCard, ...names: readonly string[]): DatasetCard => ({
  ...table,
  columns: names.map((name, at) => ({ ...table.columns[at]!, name })),
});

describe("a session", () => {
  it("keeps the table that is open when a reading of it is cancelled or fails", async () => {
    const { opens, session, state } = await openSession();
    session.actions.setKind(0, "text");
    await tick();
    opens[1]?.fail(new Failure({ code: "file-vanished" }));
    await tick();
    expect(state().reading).toMatchObject({ stage: "failed", failure: { code: "file-vanished" } });
    expect(state().dataset?.id).toBe("two columns");
    session.actions.cancelReading();
    expect(state().reading.stage).toBe("open");
  });

  it("the newest file wins", async () => {
    const { opens, session, state } = await openSession();
    void session.actions.open(someFile);
    await tick();
    void session.actions.open(someFile);
    await tick();
    opens[2]?.answer(twoColumns("newest"));
    opens[1]?.answer(twoColumns("older"));
    await tick();
    expect(state().dataset?.id).toBe("newest");
  });

  it("lets go of tables that nobody looks at, but not of one of equal content that is on screen", async () => {
    const closed: string[] = [];
    const script = scriptedEngine({
      inspect: () => Promise.resolve({ is: "table", takes: [0], inspection: madeUpInspection() }),
      close: ({ dataset }) => {
        closed.push(dataset);
        return Promise.resolve();
      },
    });
    const session = createSession({ engine: script.engine });
    const open = async () => {
      void session.actions.open(someFile);
      await tick();
    };
    await open();
    script.opens[0]?.answer(twoColumns("shown"));
    await tick();
    // Each is read to its end just when a person gives up on it.
    for (const [at, id] of [
      [1, "shown"],
      [2, "other"],
    ] as const) {
      await open();
      script.opens[at]?.answer(twoColumns(id));
      session.actions.cancelReading();
      await tick();
    }
    expect(closed).toEqual(["other"]);
    await open();
    script.opens[3]?.answer(twoColumns("next"));
    await tick();
    expect(closed).toEqual(["other", "shown"]);
    session.dispose();
  });

  it("asks before reading what does not fit, and reads a sample when told to", async () => {
    const large = madeUpInspection([], { memory: 9, budget: 2, rows: 1000 });
    const { session, opens, state } = scriptedSession({ inspection: large });
    void session.actions.open(someFile);
    await tick();
    expect(state().reading.stage).toBe("too-large");
    expect(opens).toHaveLength(0);
    void session.actions.readAnyway(100);
    await tick();
    expect(opens[0]?.question).toEqual({
      source: someFile,
      plan: { ...large.plan, sample: { rows: 100, of: 1000, seed: 1 } },
    });
  });

  it.each(["was not read", "is open"])("asks before a correction of a file that %s makes it too large", async (how) => {
    const { engine, looks, opens } = scriptedEngine();
    const session = createSession({ engine, storage: pageStorage() });
    const state = () => session.store.getState();
    void session.actions.open(someFile);
    looks[0]?.answer(madeUpInspection());
    await tick();
    if (how === "is open") opens[0]?.answer(twoColumns());
    else opens[0]?.fail(new Failure({ code: "no-table" }));
    await tick();
    const before = state().history.present;
    void session.actions.correctReading({ delimiter: "|" });
    looks[1]?.answer(madeUpInspection([], { memory: 9, budget: 2, rows: 1000 }));
    await tick();
    expect(state().reading.stage).toBe("too-large");
    expect(opens).toHaveLength(1);
    void session.actions.readAnyway(100);
    await tick();
    expect(opens[1]?.question.plan.sample?.rows).toBe(100);
    session.actions.cancelReading();
    expect(state().reading.stage).toBe(how === "is open" ? "open" : "none");
    expect(state().history.present).toBe(before);
  });

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
      { code: "project.missing-columns", values: { count: 1, names: "a" } },
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

  it("keeps the table when a second reading of it in the same way is cancelled too late", async () => {
    const { session, opens, state, engine } = await openSession();
    const closed: string[] = [];
    const ask = vi.spyOn(engine, "ask");
    session.actions.setKind(0, "number");
    await tick();
    const reading = opens[1] ?? expect.fail("nothing is read");
    // Its answer is on the way.
    reading.answer(twoColumns());
    session.actions.cancelReading();
    await tick();
    for (const [name, request] of ask.mock.calls) if (name === "close") closed.push(JSON.stringify(request));
    expect(state().dataset?.id).toBe("two columns");
    expect(closed).toEqual([]);
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

  it("works without a storage, and says so once", async () => {
    const blocked = guardedStorage(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const { session, state, clock } = await openSession(blocked);
    session.actions.setSeed(7);
    clock.pass(900);
    expect(state().announcements.map(({ note }) => note)).toEqual([{ code: "storage.blocked" }]);
    const again = await openSession(blocked);
    expect(again.state().history.present.seed).toBe(7);
  });

  it("opens the file whatever the storage holds", async () => {
    const kept = pageStorage();
    const first = await openSession(kept);
    first.session.actions.setSeed(7);
    first.clock.pass(900);
    const { fingerprint } = first.state().recents[0] ?? expect.fail();
    for (const garbage of ["{{{", "null", "[]", '{"picked":7}', '{"version":1,"recipe":{"columns":"x"}}', '"x"', "9"]) {
      const odd: TextStorage = { ...kept, getItem: (key) => (key.includes(fingerprint) ? garbage : kept.getItem(key)) };
      const { state } = await openSession(guardedStorage(() => odd));
      expect(state().reading.stage).toBe("open");
      expect(state().history.present.picked.length).toBeGreaterThan(0);
    }
    const recents = '[{"fingerprint":"x","name":"a.csv","savedAt":"yesterday","rows":1},{"name":4},"?"]';
    const odd: TextStorage = { ...kept, getItem: () => recents };
    const { state } = scriptedSession({ storage: guardedStorage(() => odd) });
    expect(state().recents).toMatchObject([{ name: "a.csv", savedAt: 0, rows: 1, columns: 0 }]);
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

  it("reads the table on screen again for a new worker, whatever was tried in its place meanwhile", async () => {
    const { session, opens, restart, state } = await openSession();
    restart();
    await tick();
    void session.actions.open(sourceOf("other.csv", new Blob(["x,y\n"])));
    await tick();
    session.actions.cancelReading();
    expect(state().isRestarting).toBe(true);
    await tick();
    expect(opens.at(-1)?.question.source).toBe(someFile);
    session.actions.cancelReading();
    expect(state().reading).toMatchObject({ stage: "failed", failure: { code: "unknown-dataset" } });
    void session.actions.retryReading();
    await tick();
    opens.at(-1)?.answer(twoColumns());
    await tick();
    expect(state()).toMatchObject({ reading: { stage: "open" }, isRestarting: false });
  });

  it("tells that a file was not opened because the table on screen was read in another way meanwhile", async () => {
    const { session, opens, state } = await openSession();
    void session.actions.open(sourceOf("other.csv", new Blob(["x,y\n"])));
    await tick();
    session.actions.setKind(0, "text");
    await tick();
    opens.at(-1)?.answer(twoColumns("as words"));
    await tick();
    expect(state().dataset?.id).toBe("as words");
    expect(state().announcements.map(({ note }) => note)).toContainEqual({
      code: "drop.gave-way",
      values: { name: "other.csv", open: "some.csv" },
    });
  });
});
