import { expect, test } from "vitest";
import { adadeltaStep } from "./adadelta";
import { startBackend } from "../backend/tf";

test("follows the published algorithm, with long gradients shortened", async () => {
  const tf = await startBackend("cpu");
  const gradients = [[0.3, -0.1], [30, 40], [1e-4, 0]]; // prettier-ignore
  const zeros = () => tf.tensor1d([0, 0]);
  let state = { parameters: tf.tensor1d([1, -1]), first: zeros(), second: zeros() };
  const [p, g2, x2] = [[1, -1], [0, 0], [0, 0]]; // prettier-ignore
  for (const gradient of gradients) {
    state = adadeltaStep(tf, state, tf.tensor1d(gradient), { learningRate: 0.01, clipNorm: 5 }, 0.5);
    const shorten = Math.min(1, 5 / Math.hypot(...gradient));
    for (const j of [0, 1]) {
      const g = gradient[j]! * shorten;
      g2[j] = 0.95 * g2[j]! + 0.05 * g * g;
      const move = Math.sqrt((x2[j]! + 1e-6) / (g2[j] + 1e-6)) * g;
      x2[j] = 0.95 * x2[j]! + 0.05 * move * move;
      p[j]! -= 0.5 * move;
    }
    for (const j of [0, 1]) expect(state.parameters.dataSync()[j]).toBeCloseTo(p[j]!, 6);
  }
});
