import { expect, it } from "vitest";
import { defaultsOf } from "../../core/detect/param-schema";
import { matrixSamples } from "../../core/detect/samples";
import { seededRandom } from "../../core/math/random";
import { rocAuc } from "../../core/score/metrics";
import { noiseMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { VotingForestBuilder } from "./classification-tree";
import { makeUpRows } from "./made-up-rows";
import { randomForest } from "./random-forest";

const params = defaultsOf(randomForest.params);
const limits = { tried: 1, deepest: 5, leastInLeaf: 1 };

/** One tree on one column: real rows first, then as many made-up ones. */
function treeOn(values: readonly number[], changed: Partial<typeof limits> = {}) {
  const builder = new VotingForestBuilder(values.length / 2, 1, { ...limits, ...changed }, seededRandom(1));
  builder.addTree(Float32Array.from(values), Uint32Array.of(0));
  return builder.forest();
}

it("cuts where the classes part, between negative and positive numbers alike", () => {
  const { feature, threshold, vote } = treeOn([-5, -3, -2, -0.5, 4, 1e9]);
  expect([...feature]).toEqual([0, -1, -1]);
  expect(threshold[0]).toBe(-1.25);
  expect([...vote]).toEqual([0.5, 0, 1]);
});

it("takes -0 for 0 and does not cut what does not vary", () => {
  expect([...treeOn([0, -0, -0, 0]).feature]).toEqual([-1]);
});

it("keeps to the depth and to the rows of a leaf", () => {
  const mixed = [1, 3, 5, 7, 2, 4, 6, 8];
  expect(treeOn(mixed, { deepest: 1 }).feature.length).toBe(3);
  expect(treeOn(mixed, { leastInLeaf: 4 }).feature.length).toBe(1);
  expect(treeOn(mixed).feature.length).toBeGreaterThan(3);
});

it("makes up rows that keep the values of each column, and not their company", () => {
  const values = new Float32Array(400);
  for (let row = 0; row < 100; row++) values.set([row, row], 2 * row);
  makeUpRows(values, 100, 2, "shuffled", seededRandom(2));
  const made = Array.from({ length: 100 }, (_, row) => [values[200 + 2 * row], values[201 + 2 * row]] as const);
  expect(made.every(([a, b]) => Number.isInteger(a) && Number.isInteger(b))).toBe(true);
  expect(made.filter(([a, b]) => a === b).length).toBeLessThan(10);
});

it("spreads made-up values over the range, though only over values that occur", () => {
  const values = new Float32Array(200);
  for (let row = 0; row < 100; row++) values[row] = row < 98 ? row / 1000 : row === 98 ? 5 : 10;
  makeUpRows(values, 100, 1, "spread", seededRandom(2));
  const made = values.subarray(100);
  expect(made.filter((value) => value >= 5).length).toBeGreaterThan(50);
  expect(made.every((value) => values.subarray(0, 100).includes(value))).toBe(true);
});

it("finds odd combinations of ordinary values among shuffled rows", async () => {
  const random = seededRandom(3);
  const rows = 600;
  const values = new Float32Array(2 * rows);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const x = random();
    labels[row] = row % 40 === 0 ? 1 : 0;
    values.set([x, labels[row] ? 1 - x + (x > 0.4 && x < 0.6 ? 0.5 : 0) : x], 2 * row);
  }
  const samples = matrixSamples(values, ["x", "y"]);
  const model = await randomForest.fit(samples, { ...params, against: "shuffled" }, testContext());
  expect(rocAuc(await randomForest.score(model, samples, testContext()), labels)).toBeGreaterThan(0.95);
});

it("sees every column of a wide table in some tree", async () => {
  const model = await randomForest.fit(noiseMatrix(40, 300), { ...params, leaf: 1 }, testContext());
  const used = new Set(model.feature);
  expect(Math.max(...used)).toBeGreaterThan(250);
  expect(used.size).toBeGreaterThan(200);
});

it("explains by parts that add up to the vote less one half", async () => {
  const samples = noiseMatrix(150, 4);
  const model = await randomForest.fit(samples, params, testContext());
  const scores = await randomForest.score(model, samples, testContext());
  const attributions = (await randomForest.explain?.(model, samples, testContext())) ?? [];
  expect(attributions.length).toBe(150);
  attributions.forEach(
    ({ values: parts }, row) => expect(parts.reduce((sum, part) => sum + part, 0.5)).toBeCloseTo(scores[row]!, 4), // one score each
  );
});
