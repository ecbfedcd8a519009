import { expect, it } from "vitest";
import { defaultsOf } from "../../core/detect/param-schema";
import { seededRandom } from "../../core/math/random";
import { matrixOf, noiseMatrix, plantedMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { isolationForest } from "./isolation-forest";
import { ForestBuilder, usualPath } from "./isolation-tree";

const params = defaultsOf(isolationForest.params);

it("knows the usual path length c(n) of the paper", () => {
  expect([0, 1, 2].map(usualPath)).toEqual([0, 0, 1]);
  expect(usualPath(256)).toBeCloseTo(10.2448, 3);
});

it("isolates a lone value at the first split that can", () => {
  const builder = new ForestBuilder(1, 2, 1, () => 0.5);
  builder.addTree(Float32Array.of(0, 10));
  const forest = builder.forest();
  expect([...forest.feature]).toEqual([0, -1, -1]);
  expect(forest.threshold[0]).toBe(5);
  expect([...forest.path]).toEqual([1, 1, 1]);
});

it("never grows deeper than ceil(log2 subsample), nor splits what does not vary", () => {
  const builder = new ForestBuilder(1, 64, 2, seededRandom(1));
  builder.addTree(Float32Array.from({ length: 128 }, (_, i) => (i % 2 ? 7 : i * i)));
  const { feature, child } = builder.forest();
  const depthOf = (node: number): number =>
    feature[node]! < 0 ? 0 : 1 + Math.max(depthOf(child[node]!), depthOf(child[node]! + 1)); // nodes of the tree
  expect(depthOf(0)).toBeLessThanOrEqual(6);
  expect([...feature]).not.toContain(1);
});

it("splits neighbours that rounding can hardly tell apart", () => {
  const builder = new ForestBuilder(1, 2, 1, () => 0.999999999);
  builder.addTree(Float32Array.of(1, 1 + 2 ** -23));
  expect([...builder.forest().feature]).toEqual([0, -1, -1]);
});

it("scores ordinary rows near or below 0.5 and a far one well above", async () => {
  const samples = noiseMatrix(2000, 3);
  const model = await isolationForest.fit(samples, params, testContext());
  const scores = await isolationForest.score(model, samples, testContext());
  const [far] = await isolationForest.score(model, matrixOf([[9, -9, 9]]), testContext());
  expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeCloseTo(0.47, 1);
  expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
  expect(far).toBeGreaterThan(0.7);
});

it("explains by parts that add up to the logarithm of the score over the typical one", async () => {
  const { samples } = plantedMatrix();
  const model = await isolationForest.fit(samples, params, testContext());
  const scores = await isolationForest.score(model, samples, testContext());
  const attributions = (await isolationForest.explain?.(model, samples, testContext())) ?? [];
  const usual = model.roots.reduce((sum, root) => sum + model.path[root]!, 0) / model.roots.length / model.usual; // nodes of the model
  attributions.forEach(({ values }, row) => {
    const sum = values.reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(Math.log2(scores[row]!) + usual, 4); // one score each
  });
});
