import { afterEach, describe, expect, test } from "vitest";
import type { Answer, Order } from "../backend/browser-test.worker";

let worker: Worker | null = null;
afterEach(() => {
  worker?.terminate();
  worker = null;
});

function start(): Worker {
  worker = new Worker(new URL("../backend/browser-test.worker.ts", import.meta.url), { type: "module" });
  return worker;
}

function next<K extends Answer["kind"]>(from: Worker, kind: K): Promise<Extract<Answer, { kind: K }>> {
  return new Promise((resolve, reject) => {
    from.onerror = (event) => {
      reject(new Error(event.message));
    };
    from.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === kind) resolve(data as Extract<Answer, { kind: K }>);
      else if (data.kind === "failed") reject(new Error(data.why));
    };
  });
}

async function run(order: Order, on = start()) {
  const done = next(on, "done");
  on.postMessage(order);
  return done;
}

function aboutBackend(notes: readonly string[]): readonly string[] {
  return notes.filter((code) => code.startsWith("neural.backend."));
}

function ranksOf(scores: Float64Array): Float64Array {
  const ranks = new Float64Array(scores.length);
  [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!).forEach((row, rank) => (ranks[row] = rank));
  return ranks;
}

describe.each(["wasm", "webgl"] as const)("in a worker on %s", (backend) => {
  test("the same seed gives the same scores, and five trainings leave no tensor behind", async () => {
    const { scores, tensors, notes, backend: used } = await run({ backend, steps: 20, rounds: 5 });
    expect([used, aboutBackend(notes)]).toEqual([backend, ["neural.backend.chosen"]]);
    for (const again of scores) expect(again).toEqual(scores[0]);
    expect(new Set(tensors).size).toBe(1);
    expect(scores[0]!.every(Number.isFinite)).toBe(true);
  });

  test("a cancel is heard in the middle of a training", async () => {
    const on = start();
    const { tensors } = await run({ backend, steps: 5, rounds: 1 }, on);
    const training = next(on, "training");
    on.postMessage({ backend, steps: 5000, rounds: 1 } satisfies Order);
    await training;
    const stopped = next(on, "cancelled");
    on.postMessage("cancel");
    expect((await stopped).tensors).toBe(tensors[0]);
  });
});

test("every backend orders the rows alike, and finds the row that breaks the law", async () => {
  const ranks: Float64Array[] = [];
  for (const backend of ["wasm", "webgl", "cpu"] as const) {
    ranks.push(ranksOf((await run({ backend, steps: 100, rounds: 1 })).scores[0]!));
    worker?.terminate();
  }
  const n = ranks[0]!.length;
  const agreement = (a: Float64Array, b: Float64Array) =>
    1 - (6 * a.reduce((sum, rank, row) => sum + (rank - b[row]!) ** 2, 0)) / (n * (n * n - 1));
  for (const other of ranks.slice(1)) expect(agreement(ranks[0]!, other)).toBeGreaterThan(0.98);
  for (const own of ranks) expect(own[n - 1]).toBeGreaterThan(0.95 * n);
});

test("WebGPU runs where the browser has it, and where it has not that is said", async () => {
  const { notes, backend, scores } = await run({ backend: "webgpu", steps: 40, rounds: 1 });
  expect(["webgpu neural.backend.chosen", "wasm neural.backend.chosen-failed"]).toContain(
    `${backend} ${aboutBackend(notes).join()}`,
  );
  expect(scores[0]!.every(Number.isFinite)).toBe(true);
});

test("left to itself it avoids graphics that the processor draws, and says so", async () => {
  const { notes, software, backend } = await run({ backend: "auto", steps: 50, rounds: 1 });
  const said = aboutBackend(notes);
  expect(said).toHaveLength(1);
  if (software) expect([backend, said[0]]).toEqual(["wasm", "neural.backend.software-renderer"]);
  else expect(said[0]).toMatch(/^neural\.backend\.(small|faster|no-webgl)$/);
});

test("a graphics card that is taken away costs a restart on wasm, not the result", async () => {
  const { notes, backend, scores, tensors } = await run({ backend: "webgl", steps: 40, rounds: 1, loseAt: 30 });
  expect(aboutBackend(notes)).toEqual(["neural.backend.chosen", "neural.backend.gave-up", "neural.backend.went-on"]);
  expect(backend).toBe("wasm");
  const undisturbed = await run({ backend: "wasm", steps: 40, rounds: 1 });
  expect(scores[0]).toEqual(undisturbed.scores[0]);
  expect(tensors[0]).toBe(undisturbed.tensors[0]);
});
