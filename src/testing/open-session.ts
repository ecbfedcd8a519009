import type { DatasetCard, Engine, Inspection, Source } from "../engine/protocol";
import { type GuardedStorage, pageStorage } from "../state/guarded-storage";
import { createSession } from "../state/session";
import { sourceOf } from "../state/source";
import { handClock } from "./hand-clock";
import { onlyRanking } from "./only-ranking";
import { madeUpResult, madeUpInspection, madeUpTable } from "./made-up-table";
import { scriptedEngine } from "./scripted-engine";

export const someFile: Source = sourceOf("some.csv", new Blob(["a,b\n1,2\n"]));

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
    recipe: { columns: [column, column], oneHotLimit: 12, withinGroup: false, rowKind: { kind: "rows" } },
  };
}

/** What has happened is taken in. */
export const tick = () => new Promise((resolve) => setImmediate(resolve));

/** A session with an engine whose every step but the look at a file is taken by hand. */
export function scriptedSession({
  storage = pageStorage(),
  inspection = madeUpInspection(),
  threads = 1,
}: { storage?: GuardedStorage; inspection?: Inspection; threads?: number } = {}) {
  let restarted: Parameters<Engine["onRestart"]>[0] = () => undefined;
  const script = scriptedEngine(
    { inspect: () => Promise.resolve({ is: "table", takes: [0], inspection }) },
    (listener) => {
      restarted = listener;
      return () => undefined;
    },
  );
  const clock = handClock();
  const session = createSession({ engine: script.engine, storage, clock, threads });
  const restart = () => restarted({ code: "worker-died" });
  return { ...script, session, clock, restart, state: () => session.store.getState() };
}

/** The same over an open table in which, unless told, only detectors run that rank; `finish` answers a run. */
export async function openSession(
  storage: GuardedStorage = pageStorage(),
  { findings = false, threads = 1 }: { readonly findings?: boolean; readonly threads?: number } = {},
) {
  const scripted = scriptedSession({ storage, threads });
  void scripted.session.actions.open(someFile);
  await tick();
  scripted.opens[0]?.answer(twoColumns());
  await tick();
  if (!findings) await onlyRanking(scripted.session, scripted);
  const finish = async (at: number) => {
    const run = scripted.runs[at];
    if (!run) throw new Error(`no run ${at}`);
    const key = scripted.state().runs[run.question.detector]?.wanted ?? "";
    run.answer({ ...madeUpResult(run.question, 3), key });
    await tick();
  };
  return { ...scripted, finish };
}
