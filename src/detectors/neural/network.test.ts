import { expect, test } from "vitest";
import { seededRandom } from "../../core/math/random";
import { forward, initialWeights, weightShapesOf, weightTensors, workOf, type NetworkSpec } from "./network";
import { startBackend } from "./backend/tf";

const spec: NetworkSpec = {
  inputs: 9,
  layers: [
    { kind: "dense", units: 4, activation: "tanh" },
    { kind: "dense", units: 9, activation: "linear" },
  ],
};

test("weights start within ±1/sqrt(inputs of their layer), the same for the same seed", () => {
  const weights = initialWeights(spec, seededRandom(5));
  expect(weights.map((values) => values.length)).toEqual([36, 4, 36, 9]);
  for (const [i, limit] of [1 / 3, 1 / 3, 1 / 2, 1 / 2].entries()) {
    const largest = Math.max(...weights[i]!.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(limit);
    if (i % 2 === 0) expect(largest).toBeGreaterThan(limit / 2);
  }
  expect(initialWeights(spec, seededRandom(5))).toEqual(weights);
  expect(workOf(spec)).toBe(85);
  expect(weightShapesOf(spec)).toEqual([[9, 4], [4], [4, 9], [9]]);
});

test("rebuilt from a structured clone it answers with the same bits", async () => {
  const tf = await startBackend("cpu");
  const network = { spec, weights: initialWeights(spec, seededRandom(6)) };
  const random = seededRandom(8);
  const input = Float32Array.from({ length: 63 }, random);
  const answer = (from: typeof network) =>
    tf.tidy(() => forward(tf, spec, weightTensors(tf, from), tf.tensor2d(input, [7, 9])).dataSync());
  expect(answer(structuredClone(network))).toEqual(answer(network));
});
