import { createStore } from "zustand/vanilla";
import { expect, it } from "vitest";
import { Failure, type FailureCode } from "../core/data/failure";
import { engineAnswering } from "../testing/fake-engine";
import { madeUpResult, madeUpTable } from "../testing/made-up-table";
import { tick } from "../testing/open-session";
import { askOver } from "./ask";
import { initialChoices } from "./choices";
import { NO_MARKED_ROWS } from "./marked-rows";
import { historyOf } from "./history";
import { unknownRun, type RunState, type SessionState } from "./session-state";
import { initialViewState } from "./view-state";

/** An engine that fails so often for these reasons before it answers, and a store in which nothing is under way. */
function asking(...codes: readonly FailureCode[]) {
  const failures = [...codes];
  let asked = 0;
  const engine = engineAnswering({
    stepOf: () => {
      asked += 1;
      const code = failures.shift();
      return code ? Promise.reject(new Failure({ code })) : Promise.resolve({ series: 0, time: 7 });
    },
  });
  const store = createStore<SessionState>(() => ({
    reading: { stage: "none" },
    tableNumber: 1,
    isRestarting: false,
    dataset: madeUpTable("some.csv", 3),
    history: historyOf(initialChoices()),
    marked: NO_MARKED_ROWS,
    runs: {},
    reruns: {},
    viewState: initialViewState,
    announcements: [],
    recents: [],
    keeping: { wanted: null, kept: null, own: "not-kept", refused: null },
    models: null,
    offer: null,
    scoring: null,
    threads: { chosen: null, usual: 1 },
  }));
  const write = (id: string, change: Partial<RunState>) =>
    store.setState(({ runs }) => ({ runs: { ...runs, [id]: { ...(runs[id] ?? unknownRun), ...change } } }));
  const ask = askOver(engine, store);
  return {
    store,
    write,
    asked: () => asked,
    answer: (signal?: AbortSignal) => ask("stepOf", { run: "some run", row: 1 }, signal),
  };
}

const result = madeUpResult(
  {
    dataset: "some",
    recipe: { columns: [], oneHotLimit: 20, withinGroup: false, rowKind: { kind: "rows" } },
    detector: "k-means",
    params: {},
    seed: 1,
    backend: "cpu",
  },
  3,
);
const step = { series: 0, time: 7 };

it("tells at once what is lost for good", async () => {
  const { answer, asked } = asking("unknown-run");
  await expect(answer()).rejects.toMatchObject({ info: { code: "unknown-run" } });
  expect(asked()).toBe(1);
});

it("asks again when a run that is under way has its result", async () => {
  const { answer, asked, write } = asking("unknown-run");
  write("k-means", { status: "running" });
  const answered = answer();
  await tick();
  write("k-means", { progress: { phase: "fit", done: 0.5 } });
  await tick();
  expect(asked()).toBe(1);
  write("k-means", { status: "done", result });
  expect(await answered).toEqual(step);
});

it("goes on waiting while another result comes first, and gives up when no more is on its way", async () => {
  const { answer, asked, write } = asking("unknown-run", "unknown-run", "unknown-run");
  write("k-means", { status: "running" });
  write("z-score", { status: "waiting" });
  const answered = answer();
  await tick();
  write("k-means", { status: "done", result });
  await tick();
  expect(asked()).toBe(2);
  write("z-score", { status: "failed" });
  await expect(answered).rejects.toMatchObject({ info: { code: "unknown-run" } });
});

it("waits for a table that is read once more because the worker died, and asks once more only", async () => {
  const { answer, store } = asking("worker-died", "unknown-dataset");
  store.setState({ isRestarting: true });
  const answered = answer();
  await tick();
  store.setState({ dataset: madeUpTable("some.csv", 3) });
  await tick();
  store.setState({ dataset: madeUpTable("some.csv", 3), isRestarting: false });
  expect(await answered).toEqual(step);
});

it("does not ask a third time what was under way whenever the worker died", async () => {
  const { answer, store, asked } = asking("worker-died", "worker-died");
  store.setState({ isRestarting: true });
  const answered = answer();
  await tick();
  store.setState({ dataset: madeUpTable("some.csv", 3) });
  await expect(answered).rejects.toMatchObject({ info: { code: "worker-died" } });
  expect(asked()).toBe(2);
});

it("stops waiting for the sake of a newer question", async () => {
  const { answer, write, asked } = asking("unknown-run");
  write("k-means", { status: "running" });
  const newer = new AbortController();
  const answered = answer(newer.signal);
  await tick();
  newer.abort();
  await expect(answered).rejects.toMatchObject({ info: { code: "cancelled" } });
  write("k-means", { status: "done", result });
  await tick();
  expect(asked()).toBe(1);
});
