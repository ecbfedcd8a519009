import { expect, test } from "vitest";
import type { Backend, Context } from "../../../core/detect/context";
import { defaultsOf } from "../../../core/detect/param-schema";
import { matrixSamples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { gan } from "./gan";
import { loadTf } from "../backend/tf";

/** Two columns, their sum, and noise; the last row breaks the sum. */
const samples = (() => {
  const random = seededRandom(11);
  const draw = () => 3 * random() - 1.5;
  const values = new Float32Array(600 * 4);
  for (let row = 0; row < 600; row++) {
    const [a, b] = [draw(), draw()];
    values.set([a, b, row === 599 ? -(a + b) - 2 : a + b, draw()], row * 4);
  }
  return matrixSamples(values, ["a", "b", "sum", "noise"]);
})();

async function scoresOn(backend: Backend, steps: number): Promise<Float64Array> {
  const context: Context = {
    random: seededRandom(3),
    checkpoint: () => Promise.resolve(),
    pause: () => Promise.resolve(),
    note: ({ code }) => expect(code).not.toMatch(/gave-up|chosen-failed/),
    show: () => undefined,
    endsEarly: () => false,
    backend,
  };
  const model = await gan.fit(samples, { ...defaultsOf(gan.params), steps, members: 1 }, context);
  return gan.score(model, samples, context);
}

function ranksOf(scores: Float64Array): Float64Array {
  const ranks = new Float64Array(scores.length);
  [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!).forEach((row, rank) => (ranks[row] = rank));
  return ranks;
}

function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const squares = a.reduce((sum, rank, row) => sum + (rank - b[row]!) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

test("all backends order the rows alike, and find the row that breaks the law", async () => {
  const wasm = ranksOf(await scoresOn("wasm", 60));
  expect(wasm[599]).toBeGreaterThan(0.95 * samples.count);
  for (const backend of ["cpu", "webgl"] as const)
    expect(rankCorrelation(ranksOf(await scoresOn(backend, 60)), wasm)).toBeGreaterThan(0.98);
});

test.each(["wasm", "webgl"] as const)(
  "on %s the same seed gives the same scores, and no tensor stays",
  async (backend) => {
    const tf = await loadTf();
    const first = await scoresOn(backend, 20);
    const before = tf.memory().numTensors;
    expect(await scoresOn(backend, 20)).toEqual(first);
    expect(tf.memory().numTensors).toBe(before);
  },
);
