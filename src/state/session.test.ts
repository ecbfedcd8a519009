import { describe, expect, it, vi } from "vitest";
import { Failure } from "../core/data/failure";
import type { Sniff } from "../core/data/dialect";
import type {
  CombineRequest,
  DatasetCard,
  Engine,
  Job,
  Progress,
  RunRequest,
  RunResult,
  Source,
} from "../engine/protocol";
import { createSession } from "./session";
import type { Shelf } from "./remember";

interface Deferred<T> extends Job<T> {
  resolve(value: T): void;
  reject(error: Failure): void;
}

function deferred<T>(onCancel: () => void = () => undefined): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Failure) => void = () => undefined;
  const result = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { result, resolve, reject, cancel: onCancel };
}

const column = {
  role: "feature",
  missing: { kind: "median" },
  missingSignal: false,
  log: false,
  scale: "auto",
  encode: "auto",
  dateParts: [],
} as const;

const profile = { distinct: 3, missing: 0, warnings: [], numeric: { mad: 1 } };

function cardOf(id: string): DatasetCard {
  const card = {
    id,
    name: "some.csv",
    rowCount: 3,
    sourceRows: null,
    columns: [
      { name: "a", kind: "number", profile },
      { name: "b", kind: "number", profile },
    ],
    recipe: { columns: [column, column], oneHotLimit: 12, withinGroup: false },
  };
  return card as unknown as DatasetCard; // Nothing else of a card is looked at here.
}

const sniff = { dialect: { delimiter: "," }, guesses: [], size: { memory: 1, budget: 2, rows: 3 } } as unknown as Sniff; // As above.
const source: Source = { name: "some.csv", blob: new Blob(["a,b\n1,2\n"]) };

function fakeEngine() {
  const runs: {
    request: RunRequest;
    job: Deferred<RunResult>;
    cancelled: boolean;
    progress: (progress: Progress) => void;
  }[] = [];
  const opens: Deferred<DatasetCard>[] = [];
  let restart: () => void = () => undefined;
  const engine = {
    sniff: vi.fn(() => Promise.resolve(sniff)),
    open: vi.fn(() => {
      const job = deferred<DatasetCard>();
      opens.push(job);
      return job;
    }),
    close: vi.fn(() => Promise.resolve()),
    forget: vi.fn(() => Promise.resolve()),
    run: vi.fn((request: RunRequest, progress: (progress: Progress) => void) => {
      const entry = { request, cancelled: false, progress, job: deferred<RunResult>(() => (entry.cancelled = true)) };
      runs.push(entry);
      return entry.job;
    }),
    combine: vi.fn((request: CombineRequest) => {
      const made = { dataset: request.dataset, detector: "consensus" } as unknown as RunRequest; // Nothing else is read.
      return {
        result: Promise.resolve(resultOf(made, `consensus of ${request.runs.join()}`)),
        cancel: () => undefined,
      };
    }),
    onRestart: (listener: () => void) => {
      restart = listener;
      return () => undefined;
    },
    dispose: () => undefined,
    preview: vi.fn(),
    page: vi.fn(),
    view: vi.fn(),
    explain: vi.fn(),
    fidelity: vi.fn(),
    agree: vi.fn(),
    split: vi.fn(),
    rerun: vi.fn(),
    stability: vi.fn(),
    nearest: vi.fn(),
    judge: vi.fn(),
    volumes: vi.fn(),
    project: vi.fn(),
    seriesOverview: vi.fn(),
    seriesDetail: vi.fn(),
    autocorrelation: vi.fn(),
    stepOf: vi.fn(),
    stretches: vi.fn(),
    exportStretches: vi.fn(),
    eventSequences: vi.fn(),
    exportCsv: vi.fn(),
    thumbnails: vi.fn(),
    seen: vi.fn(),
    picture: vi.fn(),
    pictureDetail: vi.fn(),
    heatMaps: vi.fn(),
    judgeMaps: vi.fn(),
    supplyNetwork: vi.fn(),
    exportPictures: vi.fn(),
  };
  return { engine: engine as unknown as Engine, spies: engine, runs, opens, restart: () => restart() }; // Answers are given by hand.
}

function resultOf(request: RunRequest, key: string): RunResult {
  const scores = Float64Array.of(3, 2, 1);
  return {
    key,
    request,
    scores,
    order: Uint32Array.of(0, 1, 2),
    sorted: scores,
    scale: { floor: 0, unit: 1, median: 0, mad: 1 },
    suggestions: [],
    features: ["a", "b"],
    seconds: { prepare: 0, fit: 0, score: 0 },
    notes: [],
    metrics: [],
    sights: [],
    endedEarly: false,
    chance: true,
  };
}

function memoryShelf(): Shelf {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

async function opened(shelf: Shelf | null = null) {
  const fake = fakeEngine();
  const session = createSession({ engine: fake.engine, shelf, now: () => 0 });
  void session.actions.open(source);
  await tick();
  fake.opens[0]?.resolve(cardOf("d1"));
  await tick();
  const wanted = (id: string) => session.store.getState().runs[id]?.wanted ?? "";
  const finish = async (at: number) => {
    const run = fake.runs[at];
    if (!run) throw new Error(`no run ${at}`);
    run.job.resolve(resultOf(run.request, wanted(run.request.detector)));
    await tick();
  };
  return { ...fake, session, finish, state: () => session.store.getState() };
}

describe("a session", () => {
  it("runs the quick set at once, one after the other, the shown detector first", async () => {
    const { runs, finish, state } = await opened();
    expect(runs.map(({ request }) => request.detector)).toEqual(["isolation-forest"]);
    await finish(0);
    await finish(1);
    await finish(2);
    expect(runs.map(({ request }) => request.detector)).toEqual(["isolation-forest", "robust-z", "k-means"]);
    expect(Object.values(state().runs).every(({ status }) => status === "done")).toBe(true);
  });

  it("runs only what depends on a change again, and keeps the old result until then", async () => {
    const { runs, finish, session, state } = await opened();
    for (const at of [0, 1, 2]) await finish(at);
    session.actions.setParams("k-means", { clusters: 3 });
    expect(state().runs["k-means"]).toMatchObject({ status: "waiting", stale: true });
    expect(state().runs["k-means"]?.result).not.toBeNull();
    expect(state().runs["robust-z"]?.status).toBe("done");
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(runs).toHaveLength(4);
    expect(runs[3]?.request).toMatchObject({ detector: "k-means", params: { clusters: 3 } });
  });

  it("shows a run that was made before without running it again", async () => {
    const { runs, finish, session, state } = await opened();
    for (const at of [0, 1, 2]) await finish(at);
    session.actions.setSeed(2);
    await new Promise((resolve) => setTimeout(resolve, 350));
    for (const at of [3, 4, 5]) await finish(at);
    session.actions.undo();
    expect(state().runs["isolation-forest"]).toMatchObject({ status: "done", stale: false });
    await tick();
    expect(runs).toHaveLength(6);
  });

  it("never runs anything because the cut moved", async () => {
    const { runs, finish, session } = await opened();
    for (const at of [0, 1, 2]) await finish(at);
    session.actions.setCut("isolation-forest", { kind: "top-k", k: 2 });
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(runs).toHaveLength(3);
  });

  it("cancels a run that nobody wants any more", async () => {
    const { runs, session } = await opened();
    session.actions.setParams("isolation-forest", { trees: 50 });
    expect(runs[0]?.cancelled).toBe(true);
  });

  it("does not start a cancelled run again by itself", async () => {
    const { runs, finish, session, state } = await opened();
    session.actions.cancelRun("isolation-forest");
    runs[0]?.job.reject(new Failure({ code: "cancelled" }));
    await tick();
    expect(state().runs["isolation-forest"]?.status).toBe("cancelled");
    await finish(1);
    await finish(2);
    expect(runs).toHaveLength(3);
    session.actions.retryRun("isolation-forest");
    expect(runs).toHaveLength(4);
  });

  it("tells why a run failed and goes on with the next", async () => {
    const { runs, state } = await opened();
    runs[0]?.job.reject(new Failure({ code: "no-features" }));
    await tick();
    expect(state().runs["isolation-forest"]).toMatchObject({ status: "failed", failure: { code: "no-features" } });
    expect(runs).toHaveLength(2);
  });

  it("opens the table and makes the runs again after the worker died, but not the one that killed it", async () => {
    const { runs, opens, finish, restart, state } = await opened();
    await finish(0);
    runs[1]?.job.reject(new Failure({ code: "worker-died" }));
    restart();
    await tick();
    expect(opens).toHaveLength(2);
    expect(state().runs["isolation-forest"]?.result).not.toBeNull();
    opens[1]?.resolve(cardOf("d1"));
    await tick();
    expect(state().announcements.map(({ note }) => note.code)).toEqual(["failures.worker-died.title"]);
    await finish(2);
    await finish(3);
    expect(runs.slice(2).map(({ request }) => request.detector)).toEqual(["isolation-forest", "k-means"]);
    expect(state().runs["robust-z"]).toMatchObject({ status: "failed", failure: { code: "worker-died" } });
  });

  it("keeps the table that is open when a reading of it is cancelled or fails", async () => {
    const { opens, session, state } = await opened();
    session.actions.setKind(0, "text");
    await tick();
    opens[1]?.reject(new Failure({ code: "file-vanished" }));
    await tick();
    expect(state().reading).toMatchObject({ stage: "failed", failure: { code: "file-vanished" } });
    expect(state().dataset?.id).toBe("d1");
    session.actions.cancelReading();
    expect(state().reading.stage).toBe("open");
  });

  it("the newest file wins", async () => {
    const { opens, session, state } = await opened();
    void session.actions.open(source);
    await tick();
    void session.actions.open(source);
    await tick();
    opens[2]?.resolve(cardOf("newest"));
    opens[1]?.resolve(cardOf("older"));
    await tick();
    expect(state().dataset?.id).toBe("newest");
  });

  it("asks before reading what does not fit, and reads a sample when told to", async () => {
    const fake = fakeEngine();
    const large = { ...sniff, size: { memory: 9, budget: 2, rows: 1000 } } as unknown as Sniff; // As above.
    fake.spies.sniff.mockResolvedValue(large);
    const session = createSession({ engine: fake.engine, shelf: null, now: () => 0 });
    void session.actions.open(source);
    await tick();
    expect(session.store.getState().reading.stage).toBe("too-large");
    expect(fake.opens).toHaveLength(0);
    void session.actions.readAnyway(100);
    await tick();
    expect(fake.spies.open).toHaveBeenCalledWith(
      source,
      { dialect: large.dialect, kinds: {}, sample: { rows: 100, of: 1000, seed: 1 } },
      expect.any(Function),
    );
  });

  it("gives a file its choices back on the next visit", async () => {
    const shelf = memoryShelf();
    const first = await opened(shelf);
    first.session.actions.setCut("isolation-forest", { kind: "top-k", k: 2 });
    await new Promise((resolve) => setTimeout(resolve, 900));
    const second = await opened(shelf);
    expect(second.state().history.present.cuts).toEqual({ "isolation-forest": { kind: "top-k", k: 2 } });
    expect(second.state().recents.map(({ name }) => name)).toEqual(["some.csv"]);
  });

  it("undoes a role and a parameter as single steps", async () => {
    const { session, state } = await opened();
    session.actions.setColumns([0, 1], { role: "ignore" });
    session.actions.undo();
    expect(state().history.present.recipe?.columns.map(({ role }) => role)).toEqual(["feature", "feature"]);
    session.actions.redo();
    expect(state().history.present.recipe?.columns.map(({ role }) => role)).toEqual(["ignore", "ignore"]);
  });
});
