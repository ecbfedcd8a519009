import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWorkerEngine, type WorkerLike } from "./client";
import type { FromWorker, ToWorker } from "./calls/messages";
import type { RunRequest } from "./protocol";

class FakeWorker implements WorkerLike {
  readonly sent: ToWorker[] = [];
  isTerminated = false;
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
  const engine = createWorkerEngine(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  return { engine, workers, first: workers[0] as FakeWorker }; // The engine spawns one at once.
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

  it("stays quiet once disposed", async () => {
    const { engine, workers, first } = started();
    const page = engine.ask("page", { dataset: "a", rows: new Uint32Array(0) });
    engine.dispose();
    await expect(page).rejects.toMatchObject({ info: { code: "cancelled" } });
    first.die("late");
    expect(workers).toHaveLength(1);
  });
});
