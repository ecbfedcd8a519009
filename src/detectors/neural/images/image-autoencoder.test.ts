import { expect, test } from "vitest";
import type { Note } from "../../../core/data/note";
import type { TrainingView } from "../../../core/detect/training-view";
import { defaultsOf } from "../../../core/detect/param-schema";
import { seededRandom } from "../../../core/math/random";
import { imagesBetween, imagesFrom, plantedImages, SPOT } from "../../../testing/planted-images";
import { testContext } from "../../../testing/test-context";
import { architectureOf } from "../network";
import { loadTf } from "../backend/tf";
import { imageAutoencoder } from "./image-autoencoder";
import { imageAutoencoderSpec } from "./image-autoencoder-params";
import { percentLeft, imageVerdictOf } from "./image-verdict";

const params = { ...defaultsOf(imageAutoencoder.params), steps: 30, latent: 8, batch: 8, learningRate: 0.005 };

/** Told and shown while fitting. */
function listening(seed = 1) {
  const [notes, trainingViews]: [Note[], TrainingView[]] = [[], []];
  const context = {
    ...testContext(seed),
    note: (note: Note) => void notes.push(note),
    show: (trainingView: TrainingView) => void trainingViews.push(trainingView),
  };
  return { context, notes, trainingViews };
}

test.each([28, 45, 64, 128, 224])("of %i pixels a side: down to about eight, and back to the same image", (size) => {
  const { spec, middle } = imageAutoencoderSpec(size, 3, 0);
  const shapes = architectureOf(spec).map(({ shape }) => shape);
  expect(shapes[middle - 1]).toEqual([Math.min(128, size)]);
  expect(shapes[middle - 3]![0]).toBeGreaterThanOrEqual(4);
  expect(shapes[middle - 3]![0]).toBeLessThanOrEqual(8);
  expect(shapes.at(-2)).toEqual([size, size, 3]);
});

test("the image with a square in it is the strangest, and the map and the rebuilding show where", async () => {
  const images = plantedImages();
  const ordinary = imagesBetween(images, 0, SPOT.image);
  const { context, trainingViews } = listening();
  const model = await imageAutoencoder.fit(ordinary, params, context);
  const { scores, maps } = await imageAutoencoder.examine!(model, images, testContext());
  expect(await imageAutoencoder.score(model, images, testContext())).toEqual(scores);
  expect(scores.indexOf(Math.max(...scores))).toBe(SPOT.image);
  expect([maps.height, maps.width, maps.values.length]).toEqual([32, 32, 24 * 1024]);
  const map = maps.values.subarray(SPOT.image * 1024);
  const peak = map.indexOf(Math.max(...map.subarray(0, 1024)));
  for (const place of [Math.floor(peak / 32), peak % 32]) {
    expect(place).toBeGreaterThanOrEqual(SPOT.from);
    expect(place).toBeLessThan(SPOT.to);
  }
  const expected = await imageAutoencoder.expect!(model, images, testContext());
  const middle = SPOT.image * 1024 + 21 * 32 + 21;
  expect(expected.length).toBe(24 * 1024);
  expect(expected[middle]).toBeLessThan(images.block(0, 24)[middle]! - 0.1);
  expect(expected.every((value) => value >= 0 && value <= 1)).toBe(true);

  const seen = trainingViews.filter((trainingView) => trainingView.kind === "rebuilt");
  expect(seen.length).toBeGreaterThan(1);
  for (const { size, channels, real, rebuilt } of seen)
    expect([size, channels, real.length, rebuilt.length]).toEqual([32, 1, 8 * 1024, 8 * 1024]);
  expect(seen[0]!.real).toEqual(seen[1]!.real);
  expect(trainingViews.find(({ kind }) => kind === "architecture")).toMatchObject({ networks: [{ name: "encoder" }, { name: "decoder", input: [8] }] }); // prettier-ignore
});

test("nobody looks at ignored places", async () => {
  const images = plantedImages({ count: 12 });
  const model = await imageAutoencoder.fit(images, { ...params, steps: 4 }, testContext());
  const ignored = Uint8Array.from({ length: 1024 }, (_, pixel) => (pixel < 512 ? 1 : 0));
  const partly = { ...images, ignored };
  const { maps } = await imageAutoencoder.examine!(model, partly, testContext());
  expect(maps.values.every((value, at) => at % 1024 >= 512 || value === 0)).toBe(true);
});

test("of noise nothing can be learned: it is tried once more, and then said", async () => {
  const random = seededRandom(2);
  const noise = imagesFrom(Float32Array.from({ length: 12 * 28 * 28 }, random), 28);
  const { context, notes } = listening();
  const tensors = (await loadTf()).memory().numTensors;
  await imageAutoencoder.fit(noise, { ...params, latent: 4, steps: 12, batch: 4 }, context);
  expect((await loadTf()).memory().numTensors).toBe(tensors);
  expect(notes.map(({ code }) => code).filter((code) => !code.includes("backend"))).toEqual(["images.restarted", "neural.verdict.poor-images"]); // prettier-ignore
  expect([...context.progress]).toEqual(context.progress.toSorted((a, b) => a - b));
});

test("what is left of the mean image's error decides what is said", () => {
  const curve = (...values: number[]) => values.map((value, i) => ({ name: "loss", at: 100 * (i + 1), value }));
  expect(percentLeft(curve(1, 0.126))).toBe(13);
  expect(imageVerdictOf(curve(1, 0.2, 0.2))).toEqual({
    code: "neural.verdict.good-images",
    values: { percent: 20 },
  });
  expect(imageVerdictOf(curve(1, 0.6)).code).toBe("neural.verdict.poor-images");
  expect(imageVerdictOf([]).code).toBe("neural.verdict.too-short");
});

test.each([
  ["one", 1],
  ["two that are alike", 2],
] as const)("%s: the score of another image is still a number", async (_, count) => {
  // prettier-ignore
  const flat = imagesFrom(new Float32Array(count * 28 * 28).fill(0.5), 28, 1);
  const model = await imageAutoencoder.fit(flat, { ...params, steps: 4, usual: true }, testContext());
  const scores = await imageAutoencoder.score(model, plantedImages({ count: 3, size: 28 }), testContext());
  expect(scores.every((score) => Number.isFinite(score) && score >= 0)).toBe(true);
});
