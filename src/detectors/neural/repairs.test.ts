import { beforeAll, expect, test } from "vitest";
import { defaultsOf } from "../../core/detect/param-schema";
import { matrixSamples } from "../../core/detect/samples";
import { seededRandom } from "../../core/math/random";
import { testContext } from "../../testing/test-context";
import { autoencoder, type AutoencoderModel } from "./autoencoder";

const features = ["a", "b", "a again", "b again", "a + b", "a - b"];
const width = features.length;
const odd = 60;

/** Ordinary rows obey two numbers. In the first `odd` rows one cell of each is moved: of column `row % width`. */
const samples = (() => {
  const random = seededRandom(8);
  const draw = () => 3 * random() - 1.5;
  const values = new Float32Array(600 * width);
  for (let row = 0; row < 600; row++) {
    const [a, b] = [draw(), draw()];
    values.set(
      [a, b, a, b, a + b, a - b].map((value) => value + 0.1 * draw()),
      row * width,
    );
    const cell = row * width + (row % width);
    if (row < odd) values[cell] = (values[cell] ?? 0) + (row % 2 ? 2.5 : -2.5);
  }
  return matrixSamples(values, features);
})();
const moved = matrixSamples(samples.block(0, odd), features);
let model: AutoencoderModel;
beforeAll(async () => {
  model = await autoencoder.fit(samples, { ...defaultsOf(autoencoder.params), members: 1 }, testContext());
});

test("the odd cell is blamed, not the neighbours that it spoils", async () => {
  const blamed = await autoencoder.explain!(model, moved, testContext());
  const right = blamed.filter(({ values }, row) => values.indexOf(Math.max(...values)) === row % width);
  expect(right.length).toBeGreaterThanOrEqual(0.9 * odd);
});

test("what is blamed adds up to the score, nothing speaks against it, and the samples stay as they were", async () => {
  const before = moved.block(0, odd).slice();
  const scores = await autoencoder.score(model, moved, testContext());
  const blamed = await autoencoder.explain!(model, moved, testContext());
  blamed.forEach(({ values, additive }, row) => {
    expect(additive).toBe(true);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[row]!, 5);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  });
  expect(moved.block(0, odd)).toEqual(before);
});

test("what was expected of the odd cell is near what it was before it was moved", async () => {
  const blamed = await autoencoder.explain!(model, moved, testContext());
  const errors = blamed.map(({ expected }, row) => {
    const column = row % width;
    const original = moved.block(row, row + 1)[column]! - (row % 2 ? 2.5 : -2.5);
    return Math.abs(expected![column]! - original);
  });
  expect(errors.sort((a, b) => a - b)[odd / 2]).toBeLessThan(0.6);
});

test("a row alone is explained as in company", async () => {
  const all = await autoencoder.explain!(model, moved, testContext());
  const [alone] = await autoencoder.explain!(model, matrixSamples(moved.block(7, 8), features), testContext());
  expect(alone).toEqual(all[7]);
});
