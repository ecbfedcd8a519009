import { expect, test } from "vitest";
import type { TrainingView } from "../../../core/detect/training-view";
import { defaultsOf } from "../../../core/detect/param-schema";
import { matrixSamples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { testContext } from "../../../testing/test-context";
import { convAutoencoder } from "./conv-autoencoder";
import { startBackend } from "../backend/tf";

const features = ["a", "b", "twice a", "a - b", "noise"];
const params = { ...defaultsOf(convAutoencoder.params), steps: 60, batch: 32, filters: 4 };

/** Rows that obey "twice a" and "a - b"; the last one breaks both, with values that are usual in each column. */
const samples = (() => {
  const random = seededRandom(4);
  const draw = () => 3 * random() - 1.5;
  const rows = Array.from({ length: 200 }, () => {
    const [a, b] = [draw(), draw()];
    return [a, b, 2 * a, a - b, draw()];
  });
  rows[199] = [1.2, 1.2, -2.4, -2, 0];
  return matrixSamples(Float32Array.from(rows.flat()), features);
})();

test.each(["line", "square"] as const)(
  "in a %s: finds the row that breaks the laws, and shows what it sees",
  async (layout) => {
    const trainingViews: TrainingView[] = [];
    const context = { ...testContext(3), show: (trainingView: TrainingView) => trainingViews.push(trainingView) };
    const tf = await startBackend("cpu");
    const before = tf.memory().numTensors;
    const model = await convAutoencoder.fit(samples, { ...params, layout, steps: 200 }, context);
    const scores = await convAutoencoder.score(model, samples, testContext());
    expect(scores.indexOf(Math.max(...scores))).toBe(199);

    const last = matrixSamples(samples.block(199, 200), features);
    const [attribution] = await convAutoencoder.explain!(model, last, testContext());
    expect(attribution!.values.reduce((sum, part) => sum + part, 0)).toBeCloseTo(scores[199]!, 4);
    expect(attribution!.values.indexOf(Math.max(...attribution!.values))).not.toBe(4);
    expect(tf.memory().numTensors).toBe(before);

    const shown = trainingViews.find((trainingView) => trainingView.kind === "layout")!;
    expect(shown.width).toBe(layout === "line" ? 5 : 3);
    expect([...shown.cells].filter((cell) => cell >= 0).sort()).toEqual([0, 1, 2, 3, 4]);
    const [encoder, decoder] = trainingViews.find((trainingView) => trainingView.kind === "architecture")!.networks;
    expect([encoder!.layers.at(-1)!.shape, decoder!.input, decoder!.layers.at(-1)!.shape]).toEqual([[3], [3], [5]]);
  },
);
