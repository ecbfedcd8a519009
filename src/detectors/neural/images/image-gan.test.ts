import { expect, test } from "vitest";
import type { Note } from "../../../core/data/note";
import { defaultsOf } from "../../../core/detect/param-schema";
import type { TrainingView } from "../../../core/detect/training-view";
import { imagesBetween, plantedImages, SPOT } from "../../../testing/planted-images";
import { testContext } from "../../../testing/test-context";
import { startBackend } from "../backend/tf";
import { imageGan } from "./image-gan";

const SIZE = 16;
const PLACES = SIZE * SIZE;
/** The middle of the spot, on either axis. */
const MIDDLE = ((SPOT.from + SPOT.to - 1) / 2 / 32) * SIZE;
const params = { ...defaultsOf(imageGan.params), steps: 40, latent: 8, batch: 4, learningRate: 0.004 };

test("the image with a spot is the strangest; what is made and rebuilt is shown, and how well and how varied is said", async () => {
  const images = plantedImages({ size: SIZE });
  const ordinary = imagesBetween(images, 0, SPOT.image);
  const [notes, trainingViews]: [Note[], TrainingView[]] = [[], []];
  const context = { ...testContext(), note: (note: Note) => void notes.push(note), show: (trainingView: TrainingView) => void trainingViews.push(trainingView) }; // prettier-ignore
  const tf = await startBackend("cpu");
  const tensors = tf.memory().numTensors;
  const model = await imageGan.fit(ordinary, params, context);
  const { scores, maps } = await imageGan.examine!(model, images, testContext());
  expect(tf.memory().numTensors).toBe(tensors);
  expect(scores.indexOf(Math.max(...scores))).toBe(SPOT.image);
  const map = maps.values.subarray(SPOT.image * PLACES, (SPOT.image + 1) * PLACES);
  const peak = map.indexOf(Math.max(...map));
  for (const place of [Math.floor(peak / SIZE), peak % SIZE]) expect(Math.abs(place - MIDDLE)).toBeLessThan(3);

  const seen = trainingViews.filter((trainingView) => trainingView.kind === "rebuilt");
  expect(seen.length).toBeGreaterThan(0);
  for (const { rebuilt, made } of seen) expect([rebuilt.length, made?.length]).toEqual([8 * PLACES, 8 * PLACES]);
  expect(trainingViews.find(({ kind }) => kind === "architecture")).toMatchObject({ networks: [{ name: "encoder" }, { name: "generator" }, { name: "discriminator" }] }); // prettier-ignore
  const codes = notes.map(({ code }) => code).filter((code) => !code.includes("backend"));
  expect(notes.some(({ code }) => code.endsWith("gave-up"))).toBe(false);
  expect(codes[0]).toMatch(/^neural\.verdict\.(good|poor)-images$/);
});
