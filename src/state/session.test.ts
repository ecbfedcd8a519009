import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Failure } from "../core/data/failure";
import { madeUpSniff } from "../testing/made-up-table";
import { openSession, pass, scriptedSession, someFile, tick, twoColumns } from "../testing/open-session";
import { scriptedEngine } from "../testing/scripted-engine";
import type { SettingsStorage } from "./remember";
import { createSession } from "./session";

function memoryStorage(): SettingsStorage {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

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
    const script = scriptedEngine();
    const closed: string[] = [];
    const close = (id: string) => {
      closed.push(id);
      return Promise.resolve();
    };
    const session = createSession({
      engine: { ...script.engine, sniff: () => Promise.resolve(madeUpSniff()), close },
      storage: null,
    });
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
    const large = madeUpSniff([], { memory: 9, budget: 2, rows: 1000 });
    const { session, opens, state } = scriptedSession({ sniff: large });
    void session.actions.open(someFile);
    await tick();
    expect(state().reading.stage).toBe("too-large");
    expect(opens).toHaveLength(0);
    void session.actions.readAnyway(100);
    await tick();
    expect(opens[0]?.question).toEqual({
      source: someFile,
      plan: { dialect: large.dialect, kinds: {}, sample: { rows: 100, of: 1000, seed: 1 } },
    });
  });

  it("gives a file its choices back on the next visit", async () => {
    const storage = memoryStorage();
    const first = await openSession(storage);
    first.session.actions.setThreshold("isolation-forest", { kind: "top-k", k: 2 });
    await pass(900);
    const second = await openSession(storage);
    expect(second.state().history.present.thresholds).toEqual({ "isolation-forest": { kind: "top-k", k: 2 } });
    expect(second.state().recents.map(({ name }) => name)).toEqual(["some.csv"]);
  });

  it("undoes a role and a parameter as single steps", async () => {
    const { session, state } = await openSession();
    session.actions.setColumns([0, 1], { role: "ignore" });
    session.actions.undo();
    expect(state().history.present.recipe?.columns.map(({ role }) => role)).toEqual(["feature", "feature"]);
    session.actions.redo();
    expect(state().history.present.recipe?.columns.map(({ role }) => role)).toEqual(["ignore", "ignore"]);
  });
});
