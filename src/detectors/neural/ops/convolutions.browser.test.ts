import { expect, test } from "vitest";
import type { Backend, Context } from "../../../core/detect/context";
import type { MatrixDetector } from "../../../core/detect/detector";
import { defaultsOf } from "../../../core/detect/param-schema";
import { matrixSamples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { cnn } from "../classifier/cnn";
import { convAutoencoder } from "../rebuilding/conv-autoencoder";
import { loadTf } from "../backend/tf";

/** Two columns, their sum, and noise; the last row breaks the sum and lies far out. */
const samples = (() => {
  const random = seededRandom(11);
  const draw = () => 3 * random() - 1.5;
  const rows = Array.from({ length: 300 }, () => {
    const [a, b] = [draw(), draw()];
    return [a, b, a + b, draw()];
  });
  rows[299] = [2, 2, -4, 0];
  return matrixSamples(Float32Array.from(rows.flat()), ["a", "b", "sum", "noise"]);
})();

async function scoresOn(backend: Backend, detector: MatrixDetector): Promise<Float64Array> {
  const context: Context = {
    random: seededRandom(3),
    checkpoint: () => Promise.resolve(),
    pause: () => Promise.resolve(),
    note: ({ code }) => expect(code).not.toMatch(/gave-up|chosen-failed/),
    show: () => undefined,
    endsEarly: () => false,
    backend,
  };
  const params = {
    ...defaultsOf(detector.params),
    steps: 40,
    ...(detector.id === "cnn" ? { transformations: 4 } : {}),
  };
  const model = await detector.fit(samples, params, context);
  return detector.score(model, samples, context);
}

function ranksOf(scores: Float64Array): Float64Array {
  const ranks = new Float64Array(scores.length);
  [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!).forEach((row, rank) => (ranks[row] = rank));
  return ranks;
}

test.each<[string, MatrixDetector]>([
  ["autoencoder", convAutoencoder],
  ["classifier", cnn],
])("the %s: the same scores for the same seed, the same order on each backend, no tensor left", async (_, detector) => {
  const first = await scoresOn("wasm", detector);
  const tf = await loadTf();
  const before = tf.memory().numTensors;
  for (let round = 0; round < 3; round++) expect(await scoresOn("wasm", detector)).toEqual(first);
  expect(tf.memory().numTensors).toBe(before);
  expect(first.indexOf(Math.max(...first))).toBe(299);

  const [wasm, webgl] = [ranksOf(first), ranksOf(await scoresOn("webgl", detector))];
  const squares = wasm.reduce((sum, rank, row) => sum + (rank - webgl[row]!) ** 2, 0);
  expect(1 - (6 * squares) / (300 * (300 ** 2 - 1))).toBeGreaterThan(0.98);
});
