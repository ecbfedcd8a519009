import { expect, test } from "vitest";
import { adamStep } from "./adam";
import { startBackend } from "../backend/tf";

test("follows the published algorithm, with long gradients shortened", async () => {
  const tf = await startBackend("cpu");
  const gradients = [[0.3, -0.1], [30, 40], [1e-4, 0]]; // prettier-ignore
  const zeros = () => tf.tensor1d([0, 0]);
  let state = { parameters: tf.tensor1d([1, -1]), first: zeros(), second: zeros() };
  const [p, m, v] = [[1, -1], [0, 0], [0, 0]]; // prettier-ignore
  for (const [i, gradient] of gradients.entries()) {
    state = adamStep(tf, state, tf.tensor1d(gradient), i + 1, { learningRate: 0.01, clipNorm: 5 });
    const shorten = Math.min(1, 5 / Math.hypot(...gradient));
    for (const j of [0, 1]) {
      const g = gradient[j]! * shorten;
      m[j] = 0.9 * m[j]! + 0.1 * g;
      v[j] = 0.999 * v[j]! + 0.001 * g * g;
      p[j]! -= (0.01 * (m[j] / (1 - 0.9 ** (i + 1)))) / (Math.sqrt(v[j] / (1 - 0.999 ** (i + 1))) + 1e-7);
    }
    for (const j of [0, 1]) expect(state.parameters.dataSync()[j]).toBeCloseTo(p[j]!, 5);
  }
});

test("other betas forget faster, and weight decay shortens what no gradient moves", async () => {
  const tf = await startBackend("cpu");
  const zeros = () => tf.tensor1d([0, 0]);
  let state = { parameters: tf.tensor1d([2, -1]), first: zeros(), second: zeros() };
  const plan = { learningRate: 0.1, clipNorm: 5, betas: [0, 0], weightDecay: 0.5 } as const;
  for (let step = 1; step <= 2; step++) state = adamStep(tf, state, tf.tensor1d([0, 3]), step, plan);
  const [still, moved] = state.parameters.dataSync();
  expect(still).toBeCloseTo(2 * 0.95 ** 2, 5);
  // Without a memory every step is as long as the learning rate.
  expect(moved).toBeCloseTo((-1 * 0.95 - 0.1) * 0.95 - 0.1, 5);
});
