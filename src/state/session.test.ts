import { describe, expect, it, vi } from "vitest";
import { Failure } from "../core/data/failure";
import { madeUpInspection } from "../testing/made-up-table";
import { openSession, scriptedSession, someFile, tick, twoColumns } from "../testing/open-session";
import { scriptedEngine } from "../testing/scripted-engine";
import { guardedStorage, pageStorage, type TextStorage } from "./guarded-storage";
import { createSession } from "./session";
import { sourceOf } from "./source";

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
