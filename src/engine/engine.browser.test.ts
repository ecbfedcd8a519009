import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { FailureInfo } from "../core/data/failure";
import { numbersCsv, openTable, planFor, requestFor, sourceOf } from "../testing/open-table";
import { createWorkerEngine, type WorkerLike } from "./client";
import type { Engine, Progress } from "./protocol";
import { HELPER_NAME } from "./pool/spawn-helper";
import { spawnEngine } from "./spawn";
import workerAddress from "./worker.ts?worker&url";

const quiet = () => undefined;
const ROWS = 100_000;
const open: Engine[] = [];

function spawned(): Engine {
  const engine = spawnEngine();
  open.push(engine);
  return engine;
}

/** An engine whose thread the test can reach. */
function withThread(): { engine: Engine; threads: Worker[] } {
  const threads: Worker[] = [];
  const engine = createWorkerEngine((): WorkerLike => {
    const thread = new Worker(workerAddress, { type: "module" });
    threads.push(thread);
    return thread;
  });
  open.push(engine);
  return { engine, threads };
}

/** Resolves at the first progress of a job that `start` begins. */
function untilUnderWay<T>(start: (onProgress: (progress: Progress) => void) => T): Promise<T> {
  return new Promise((resolve) => {
    const job = start(() => resolve(job));
  });
}

let large: string;
beforeAll(() => {
  large = numbersCsv({ rows: ROWS, columns: 10 });
});
afterEach(() => {
  for (const engine of open.splice(0)) engine.dispose();
  vi.unstubAllGlobals();
});

describe("reading in the worker", () => {
  it("opens 100,000 rows and tells rows and bytes on the way", async () => {
    const seen: Progress[] = [];
    const card = await openTable(spawned(), large, (progress) => seen.push(progress));
    expect(card.rowCount).toBe(ROWS);
    const reads = seen.filter(({ phase }) => phase === "read");
    expect(reads.length).toBeGreaterThan(1);
    for (const { rows, bytes, totalBytes, done } of reads) {
      expect(rows).toBeLessThanOrEqual(ROWS);
      expect(bytes).toBeLessThanOrEqual(large.length);
      expect(totalBytes).toBe(large.length);
      expect(done).toBeLessThanOrEqual(1);
    }
    expect(reads.at(-1)?.rows).toBeGreaterThan(reads[0]?.rows ?? Infinity);
  });

  it("stops when asked to, and reads the next file", async () => {
    const engine = spawned();
    const restarts: FailureInfo[] = [];
    engine.onRestart((info) => restarts.push(info));
    const source = sourceOf(large);
    const plan = await planFor(engine, source);
    const job = await untilUnderWay((onProgress) => engine.start("open", { source, plan }, onProgress));
    job.cancel();
    await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
    expect((await openTable(engine, "a,b\n1,2\n3,4\n")).rowCount).toBe(2);
    // The worker itself gave up the work; it was not shot for being deaf.
    expect(restarts).toEqual([]);
  });
});

describe("running in the worker", () => {
  it("answers small questions before the run is done", async () => {
    const engine = spawned();
    const card = await openTable(engine, large);
    const order: string[] = [];
    const job = await untilUnderWay((onProgress) =>
      engine.start("run", requestFor(card, "isolation-forest", { trees: 400 }), onProgress),
    );
    const run = job.result.then(() => order.push("run"));
    const [cells] = await engine.ask("page", { dataset: card.id, rows: Uint32Array.of(7) });
    order.push("page");
    const found = await engine.ask("view", {
      dataset: card.id,
      run: null,
      threshold: null,
      within: null,
      sort: { by: 0, descending: true },
      filters: [],
      search: "",
    });
    order.push("view");
    expect(cells).toHaveLength(10);
    expect(found).toHaveLength(ROWS);
    await run;
    expect(order).toEqual(["page", "view", "run"]);
  });

  it("stops when asked to, and keeps the table and what was computed before", async () => {
    const engine = spawned();
    const restarts: FailureInfo[] = [];
    engine.onRestart((info) => restarts.push(info));
    const card = await openTable(engine, large);
    const before = await engine.start("run", requestFor(card, "robust-z"), quiet).result;
    const job = await untilUnderWay((onProgress) =>
      engine.start("run", requestFor(card, "isolation-forest", { trees: 1000 }), onProgress),
    );
    job.cancel();
    await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
    expect(restarts).toEqual([]);
    expect(await engine.ask("explain", { run: before.key, rows: before.order.subarray(0, 3) })).toHaveLength(3);
  });

  it("gives the scores to the page and keeps its own", async () => {
    const engine = spawned();
    const card = await openTable(engine, numbersCsv({ strange: 17 }));
    const result = await engine.start("run", requestFor(card, "isolation-forest"), quiet).result;
    expect(result.order[0]).toBe(17);
    const [again] = await engine.ask("explain", { run: result.key, rows: Uint32Array.of(17) });
    expect(again?.contributions[0]?.column).toBe(0);
  });

  it("trains an autoencoder where no page is, and says on what", async () => {
    const engine = spawned();
    const card = await openTable(engine, numbersCsv({ strange: 17 }));
    const metrics: string[] = [];
    const request = { ...requestFor(card, "autoencoder", { steps: 60, members: 1 }), backend: "auto" as const };
    const result = await engine.start("run", request, (progress) =>
      metrics.push(...(progress.metrics ?? []).map((m) => m.name)),
    ).result;
    expect(result.notes.map(({ code }) => code).join()).toMatch(/neural\.backend\./);
    expect(result.metrics.length).toBeGreaterThan(0);
    expect(result.sorted.every(Number.isFinite)).toBe(true);
    expect(result.order[0]).toBe(17);
  });
});

describe("a thread that dies", () => {
  it("rejects what waits on it; a fresh one takes over and can do the work again", async () => {
    const { engine, threads } = withThread();
    const restarts: FailureInfo[] = [];
    engine.onRestart((info) => restarts.push(info));
    const card = await openTable(engine, large);
    const job = await untilUnderWay((onProgress) =>
      engine.start("run", requestFor(card, "isolation-forest", { trees: 1000 }), onProgress),
    );
    const page = engine.ask("page", { dataset: card.id, rows: Uint32Array.of(1) });
    // Not a call the host knows: the worker throws outside of every handler, as it does when the engine itself fails.
    threads[0]?.postMessage(null);
    await expect(job.result).rejects.toMatchObject({ info: { code: "worker-died" } });
    await page.catch(() => undefined);
    expect(restarts).toMatchObject([{ code: "worker-died" }]);
    expect(threads).toHaveLength(2);

    await expect(engine.ask("page", { dataset: card.id, rows: Uint32Array.of(1) })).rejects.toMatchObject({
      info: { code: "unknown-dataset" },
    });
    const again = await openTable(engine, large);
    expect(again.id).toBe(card.id);
    const result = await engine.start("run", requestFor(again, "robust-z"), quiet).result;
    expect(result.order).toHaveLength(ROWS);
  });

  it("is noticed when nobody tells its end", async () => {
    const threads: Worker[] = [];
    vi.stubGlobal(
      "Worker",
      class extends Worker {
        constructor(...how: ConstructorParameters<typeof Worker>) {
          super(...how);
          threads.push(this);
        }
      },
    );
    const engine = spawned();
    const card = await openTable(engine, large);
    const job = await untilUnderWay((onProgress) =>
      engine.start("run", requestFor(card, "isolation-forest", { trees: 1000 }), onProgress),
    );
    threads[0]?.terminate();
    await expect(job.result).rejects.toMatchObject({ info: { code: "worker-died" } });
    expect((await openTable(engine, large)).id).toBe(card.id);
    expect(threads).toHaveLength(2);
  });

  it("that never came to life is told as well", async () => {
    const missing = URL.createObjectURL(new Blob(["import './no-such-file.js';"], { type: "text/javascript" }));
    const threads: Worker[] = [];
    const engine = createWorkerEngine((): WorkerLike => {
      const thread = new Worker(threads.length === 0 ? missing : workerAddress, { type: "module" });
      threads.push(thread);
      return thread;
    });
    open.push(engine);
    await expect(engine.ask("inspect", { source: sourceOf("a,b\n1,2\n") })).rejects.toMatchObject({
      info: { code: "worker-missing" },
    });
    expect((await planFor(engine, sourceOf("a,b\n1,2\n"))).format).toBe("delimited");
  });
});

describe("a file that is no longer there", () => {
  it("is told as such by the worker", async () => {
    const engine = spawned();
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle("vanishing.csv", { create: true });
    const writer = await handle.createWritable();
    await writer.write(numbersCsv());
    await writer.close();
    const blob = await handle.getFile();
    const source = { name: "vanishing.csv", files: [{ path: "vanishing.csv", blob }] };
    const plan = await planFor(engine, source);
    await folder.removeEntry("vanishing.csv");
    await expect(engine.start("open", { source, plan }, quiet).result).rejects.toMatchObject({
      info: { code: "file-vanished" },
    });
  });
});

describe("threads of the pool", () => {
  /** No machine is so slow; the test has its own limit. */
  const MAX_WAIT_MS = 60_000;
  const threadsThere = async () =>
    ((await navigator.locks.query()).held ?? []).flatMap(({ name = "" }) =>
      name.startsWith(HELPER_NAME) ? [name] : [],
    );

  it("give the same scores as the thread of the tables, also where one of them ends on the way", async () => {
    const engine = spawned();
    const card = await openTable(engine, large);
    const request = requestFor(card, "isolation-forest", { trees: 400 });
    const alone = await engine.start("run", request, quiet).result;
    expect(await threadsThere()).toEqual([]);
    await engine.ask("useThreads", { threads: 2 });
    const ended: string[] = [];
    const job = await untilUnderWay((onProgress) => engine.start("run", request, onProgress));
    // The run may be under way in preparing before a thread has its script.
    await vi.waitUntil(async () => (await threadsThere()).length > 0, { timeout: MAX_WAIT_MS, interval: 5 });
    // Whose lock is free is taken for dead, as one that the browser ended without a word.
    for (const name of (await threadsThere()).slice(0, 1))
      await navigator.locks.request(name, { steal: true }, () => ended.push(name));
    const { scores } = await job.result;
    expect(scores).toEqual(alone.scores);
    expect(ended).toHaveLength(1);
    expect((await threadsThere()).length).toBeGreaterThan(0);
  });
});
