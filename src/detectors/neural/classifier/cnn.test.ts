import { expect, test } from "vitest";
import type { TrainingView } from "../../../core/detect/training-view";
import { defaultsOf } from "../../../core/detect/param-schema";
import { matrixSamples, type MatrixSamples } from "../../../core/detect/samples";
import { normalDeviates, seededRandom } from "../../../core/math/random";
import { testContext } from "../../../testing/test-context";
import { cnn } from "./cnn";
import { startBackend } from "../backend/tf";

const features = ["a", "b", "c", "d"];
const params = { ...defaultsOf(cnn.params), steps: 100, filters: 4, transformations: 4 };

/** Three clouds, a class each; then a row between all of them. Every tenth class is unknown. */
const clouds: MatrixSamples & { readonly classes: Int32Array } = (() => {
  const normal = normalDeviates(seededRandom(6));
  const rows = Array.from({ length: 240 }, (_, i) => features.map((__, j) => 0.3 * normal() + (i % 3 === j ? 3 : 0)));
  rows.push([1, 1, 1, 0]);
  const classes = Int32Array.from({ length: 241 }, (_, i) => (i % 10 === 0 ? -1 : i % 3));
  return { ...matrixSamples(Float32Array.from(rows.flat()), features), classes };
})();

test.each(["energy", "probability"] as const)(
  "with classes a row between them all is strange by %s",
  async (evidence) => {
    const model = await cnn.fit(clouds, { ...params, evidence }, testContext(2));
    const scores = await cnn.score(model, clouds, testContext());
    expect(scores.indexOf(Math.max(...scores))).toBe(240);
    if (evidence === "probability") expect(scores.every((score) => score >= 0 && score < 2 / 3)).toBe(true);
  },
);

test("one known class is none: it learns to tell transformations apart", async () => {
  const short = { ...params, steps: 20, batch: 16 };
  const seen: TrainingView[] = [];
  const context = () => ({ ...testContext(2), show: (trainingView: TrainingView) => seen.push(trainingView) });
  const alone = await cnn.fit({ ...clouds, classes: new Int32Array(241) }, short, context());
  const without = await cnn.fit(matrixSamples(clouds.block(0, 241), features), short, context());
  const scored = await cnn.score(alone, clouds, testContext());
  expect(await cnn.score(without, clouds, testContext())).toEqual(scored);
  const { networks } = seen.find((trainingView) => trainingView.kind === "architecture")!;
  expect(networks[0]!.layers.at(-1)!.shape).toEqual([4]);
  expect(seen.some((trainingView) => trainingView.kind === "layout")).toBe(true);
});

test("fitting and scoring leave no tensor behind", async () => {
  const tf = await startBackend("cpu");
  const before = tf.memory().numTensors;
  for (const samples of [clouds, matrixSamples(clouds.block(0, 60), features)]) {
    const model = await cnn.fit(samples, { ...params, steps: 50 }, testContext(1));
    await cnn.score(model, samples, testContext());
    await expect(cnn.fit(samples, params, testContext(1, 30))).rejects.toThrow("cancelled");
  }
  expect(tf.memory().numTensors).toBe(before);
});
