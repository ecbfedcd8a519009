import { vi } from "vitest";
import type { Sniff } from "../core/data/dialect";
import type { DatasetCard, Engine, Source } from "../engine/protocol";
import { type GuardedStorage, pageStorage } from "../state/guarded-storage";
import type { Timers } from "../state/autosave";
import { createSession } from "../state/session";
import { madeUpResult, madeUpSniff, madeUpTable } from "./made-up-table";
import { scriptedEngine } from "./scripted-engine";

export const someFile: Source = { name: "some.csv", blob: new Blob(["a,b\n1,2\n"]) };

const column = {
  role: "feature",
  missing: { kind: "median" },
  missingSignal: false,
  log: false,
  scale: "auto",
  encode: "auto",
  dateParts: [],
} as const;

/** A table of two columns of numbers and three rows. */
export function twoColumns(id = "two columns"): DatasetCard {
  const profile = { distinct: 3, missing: 0, warnings: [], numeric: { mad: 1 } };
  const columns = ["a", "b"].map((name) => ({ name, kind: "number", profile }));
  return {
    ...madeUpTable(someFile.name, 3),
    id,
    columns: columns as unknown as DatasetCard["columns"], // Nothing else of a column is looked at.
    recipe: { columns: [column, column], oneHotLimit: 12, withinGroup: false },
  };
}

/** What has happened is taken in. */
export const tick = () => new Promise((resolve) => setImmediate(resolve));

/** So much time goes by at once. Timers are faked: `vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })`. */
export async function pass(milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds);
  await tick();
}

/** Timers that ring when they are told to, all of them at once. */
function timersByHand() {
  const waiting = new Set<() => void>();
  const timers: Timers = {
    after(_, callback) {
      waiting.add(callback);
      return () => waiting.delete(callback);
    },
  };
  const passTime = () => {
    for (const callback of [...waiting]) {
      waiting.delete(callback);
      callback();
    }
  };
  return { timers, passTime };
}

/** A session with an engine whose every step but the look at a file is taken by hand. */
export function scriptedSession({
  storage = pageStorage(),
  sniff = madeUpSniff(),
}: { storage?: GuardedStorage; sniff?: Sniff } = {}) {
  const script = scriptedEngine();
  const { timers, passTime } = timersByHand();
  let restarted: Parameters<Engine["onRestart"]>[0] = () => undefined;
  const engine: Engine = {
    ...script.engine,
    sniff: () => Promise.resolve(sniff),
    onRestart: (listener) => {
      restarted = listener;
      return () => undefined;
    },
  };
  const session = createSession({ engine, storage, timers, now: () => 0 });
  const restart = () => restarted({ code: "worker-died" });
  return { ...script, session, restart, passTime, state: () => session.store.getState() };
}

/** The same over an open table; `finish` answers a run. */
export async function openSession(storage: GuardedStorage = pageStorage()) {
  const scripted = scriptedSession({ storage });
  void scripted.session.actions.open(someFile);
  await tick();
  scripted.opens[0]?.answer(twoColumns());
  await tick();
  const finish = async (at: number) => {
    const run = scripted.runs[at];
    if (!run) throw new Error(`no run ${at}`);
    const key = scripted.state().runs[run.question.detector]?.wanted ?? "";
    run.answer({ ...madeUpResult(run.question, 3), key });
    await tick();
  };
  return { ...scripted, finish };
}
