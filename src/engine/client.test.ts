import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWorkerEngine, type WorkerLike } from "./client";
import type { FromWorker, ToWorker } from "./calls/messages";
import type { RunRequest } from "./protocol";

class FakeWorker implements WorkerLike {
  readonly sent: ToWorker[] = [];
  isTerminated = false;
  /** @param end what is called when it ends without a word */
  constructor(readonly end: () => void) {}
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  onmessageerror: WorkerLike["onmessageerror"] = null;
  postMessage(message: ToWorker): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  say(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>); // Only `data` is read.
  }
  die(message: string): void {
    this.onerror?.({ message } as ErrorEvent); // Only `message` is read.
  }
}

function started() {
  const workers: FakeWorker[] = [];
  const engine = createWorkerEngine((ended) => {
    const worker = new FakeWorker(ended);
    workers.push(worker);
    return worker;
  });
  const first = workers[0] as FakeWorker; // The engine spawns one at once.
  first.say({ kind: "ready", holdsLock: true });
  /** The newest one, loaded. */
  const next = () => {
    const newest = workers.at(-1) as FakeWorker; // There is at least the first.
    newest.say({ kind: "ready", holdsLock: true });
    return newest;
  };
  return { engine, workers, first, next };
}

/** What the worker was asked, in order: the rows of calls of `page`, the names of others. */
function asked({ sent }: FakeWorker): readonly string[] {
  return sent.map((message) => {
    if (message.kind !== "call") return message.kind;
    if (message.call !== "page") return message.call;
    // Only pages of one row are asked for here.
    return `page ${(message.args[0] as { rows: Uint32Array }).rows[0]}`;
  });
}

// The wire does not look into a request.
const request = { detector: "any" } as unknown as RunRequest;

describe("the engine behind a worker", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("answers calls by their id, in whatever order they come back", async () => {
    const { engine, first } = started();
    const one = engine.ask("page", { dataset: "a", rows: Uint32Array.of(1) });
    const two = engine.ask("page", { dataset: "a", rows: Uint32Array.of(2) });
    first.say({ kind: "result", id: 2, result: [["two"]] });
    first.say({ kind: "result", id: 1, result: [["one"]] });
    expect(await one).toEqual([["one"]]);
    expect(await two).toEqual([["two"]]);
  });

  it("passes progress on, until the job is cancelled", () => {
    const { engine, first } = started();
    const seen: (number | null)[] = [];
    const job = engine.start("run", request, ({ done }) => seen.push(done));
    job.result.catch(() => undefined);
    first.say({ kind: "progress", id: 1, progress: { phase: "fit", done: 0.5 } });
    job.cancel();
    first.say({ kind: "progress", id: 1, progress: { phase: "fit", done: 0.6 } });
    expect(seen).toEqual([0.5]);
    expect(first.sent.at(-1)).toEqual({ kind: "cancel", id: 1 });
  });

  it("asks for what there is so far, and still takes progress and the answer", async () => {
    const { engine, first } = started();
    const seen: (number | null)[] = [];
    const job = engine.start("run", request, ({ done }) => seen.push(done));
    job.endEarly();
    expect(first.sent.at(-1)).toEqual({ kind: "end-early", id: 1 });
    first.say({ kind: "progress", id: 1, progress: { phase: "score", done: 0.5 } });
    first.say({ kind: "result", id: 1, result: { endedEarly: true } });
    expect(await job.result).toMatchObject({ endedEarly: true });
    expect(seen).toEqual([0.5]);
    job.endEarly();
    expect(first.sent).toHaveLength(2);
  });

  it("sends back at once what a worker sends to go around its event loop", () => {
    const { first } = started();
    first.say({ kind: "echo" });
    expect(first.sent).toEqual([{ kind: "echo" }]);
  });

  it("rejects with the failure that the worker tells", async () => {
    const { engine, first } = started();
    const answer = engine.ask("page", { dataset: "gone", rows: new Uint32Array(0) });
    first.say({ kind: "failed", id: 1, info: { code: "unknown-dataset" } });
    await expect(answer).rejects.toMatchObject({ info: { code: "unknown-dataset" } });
  });

  it("rejects everything that waits on a worker that dies, starts a fresh one and says so", async () => {
    const { engine, workers, first } = started();
    const restarts: string[] = [];
    engine.onRestart(({ code }) => restarts.push(code));
    const job = engine.start("run", request, () => undefined);
    const page = engine.ask("page", { dataset: "a", rows: new Uint32Array(0) });
    first.die("out of memory");
    await expect(job.result).rejects.toMatchObject({ info: { code: "worker-died" } });
    await expect(page).rejects.toMatchObject({ info: { code: "worker-died" } });
    expect(first.isTerminated).toBe(true);
    expect(workers).toHaveLength(2);
    expect(restarts).toEqual(["worker-died"]);
  });

  it("replaces a worker that does not answer a cancel", async () => {
    const { engine, workers } = started();
    const job = engine.start("run", request, () => undefined);
    job.cancel();
    vi.advanceTimersByTime(10_000);
    await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
    expect(workers).toHaveLength(2);
  });

  it("leaves a worker alone that answers a cancel in time", async () => {
    const { engine, workers, first } = started();
    const job = engine.start("run", request, () => undefined);
    job.cancel();
    first.say({ kind: "failed", id: 1, info: { code: "cancelled" } });
    await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
    vi.advanceTimersByTime(10_000);
    expect(workers).toHaveLength(1);
  });

  it("hears of a worker that ends without a word", async () => {
    const { engine, workers, first } = started();
    const page = engine.ask("page", { dataset: "a", rows: Uint32Array.of(1) });
    first.end();
    await expect(page).rejects.toMatchObject({ info: { code: "worker-died" } });
    expect(workers).toHaveLength(2);
    // One that was replaced may tell its end late.
    first.end();
    first.die("late");
    expect(workers).toHaveLength(2);
  });

  it("starts a worker that cannot be loaded only when it is asked something", async () => {
    const workers: FakeWorker[] = [];
    const engine = createWorkerEngine((ended) => {
      workers.push(new FakeWorker(ended));
      return workers.at(-1) as FakeWorker; // It was pushed right above.
    });
    const restarts: string[] = [];
    engine.onRestart(({ code }) => restarts.push(code));
    workers[0]?.die("not found");
    expect(workers).toHaveLength(1);
    for (const made of [2, 3]) {
      const page = engine.ask("page", { dataset: "a", rows: Uint32Array.of(1) });
      expect(workers).toHaveLength(made);
      workers.at(-1)?.die("not found");
      await expect(page).rejects.toMatchObject({ info: { code: "worker-missing" } });
    }
    const page = engine.ask("page", { dataset: "a", rows: Uint32Array.of(1) });
    workers.at(-1)?.say({ kind: "ready", holdsLock: true });
    workers.at(-1)?.say({ kind: "result", id: 3, result: [["there"]] });
    expect(await page).toEqual([["there"]]);
    expect(restarts).toEqual([]);
  });

  it("gives up the one question that ends workers, and answers the others", async () => {
    const { engine, workers, first, next } = started();
    const rowOf = (row: number) => engine.ask("page", { dataset: "a", rows: Uint32Array.of(row) });
    const lost = [1, 2, 3].map(rowOf);
    first.die("any of three");
    for (const one of lost) await expect(one).rejects.toMatchObject({ info: { code: "worker-died" } });

    const second = next();
    const again = [1, 2, 3].map(rowOf);
    const other = rowOf(4);
    // Suspects go one at a time; what was not under way waits for nobody.
    expect(asked(second)).toEqual(["page 1", "page 4"]);
    second.say({ kind: "result", id: 4, result: [["one"]] });
    expect(await again[0]).toEqual([["one"]]);
    expect(asked(second)).toEqual(["page 1", "page 4"]);
    vi.advanceTimersByTime(1000);
    expect(asked(second)).toEqual(["page 1", "page 4", "page 2"]);
    second.say({ kind: "result", id: 7, result: [["four"]] });
    expect(await other).toEqual([["four"]]);
    second.die("of the second row");
    await expect(again[1]).rejects.toMatchObject({ info: { code: "worker-died" } });
    await expect(again[2]).rejects.toMatchObject({ info: { code: "worker-died" } });

    const third = next();
    await expect(rowOf(2)).rejects.toMatchObject({ info: { code: "given-up" } });
    const last = rowOf(3);
    third.say({ kind: "result", id: 9, result: [["three"]] });
    expect(await last).toEqual([["three"]]);
    expect(workers).toHaveLength(3);
  });

  it("suspects what was just answered, too", async () => {
    const { engine, workers, first, next } = started();
    const ask = () => engine.ask("page", { dataset: "a", rows: Uint32Array.of(1) });
    for (const [at, worker] of [first, null].entries()) {
      const page = ask();
      const asked = worker ?? next();
      asked.say({ kind: "result", id: at + 1, result: [["one"]] });
      expect(await page).toEqual([["one"]]);
      asked.die("a moment later");
    }
    expect(workers).toHaveLength(3);
    await expect(ask()).rejects.toMatchObject({ info: { code: "given-up" } });
  });

  it("leaves it to a person to go on where worker after worker dies young", async () => {
    const { engine, workers, next } = started();
    const restarts: string[] = [];
    engine.onRestart(({ code }) => restarts.push(code));
    for (let time = 0; time < 5; time++) next().die("young");
    expect(workers).toHaveLength(5);
    expect(restarts).toHaveLength(4);
    void engine.ask("page", { dataset: "a", rows: Uint32Array.of(1) }).catch(() => undefined);
    expect(workers).toHaveLength(6);
    // What those before it had is opened again.
    expect(restarts).toHaveLength(5);
  });

  it("calls off a question that is held back", async () => {
    const { engine, first, next } = started();
    const starts = () => [1, 2].map((seed) => engine.start("run", { ...request, seed }, () => undefined));
    const jobs = starts();
    first.die("of one of them");
    for (const { result } of jobs) await expect(result).rejects.toMatchObject({ info: { code: "worker-died" } });
    const second = next();
    const [, held] = starts();
    expect(asked(second)).toEqual(["run"]);
    held?.cancel();
    await expect(held?.result).rejects.toMatchObject({ info: { code: "cancelled" } });
    expect(asked(second)).toEqual(["run"]);
  });

  it("blames nobody for a worker that was only too slow to be cancelled", async () => {
    const { engine, next } = started();
    for (let time = 0; time < 3; time++) {
      const job = engine.start("run", request, () => undefined);
      job.cancel();
      vi.advanceTimersByTime(10_000);
      await expect(job.result).rejects.toMatchObject({ info: { code: "cancelled" } });
      next();
    }
    const job = engine.start("run", request, () => undefined);
    job.result.catch(() => undefined);
    expect(asked(next())).toEqual(["run"]);
  });

  it("stays quiet once disposed", async () => {
    const { engine, workers, first } = started();
    const page = engine.ask("page", { dataset: "a", rows: new Uint32Array(0) });
    engine.dispose();
    await expect(page).rejects.toMatchObject({ info: { code: "cancelled" } });
    first.die("late");
    expect(workers).toHaveLength(1);
  });
});
