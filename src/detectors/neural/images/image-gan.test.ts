import { expect, test } from "vitest";
import type { Note } from "../../../core/data/note";
import { defaultsOf } from "../../../core/detect/param-schema";
import type { TrainingView } from "../../../core/detect/training-view";
import { imagesBetween, plantedImages, SPOT } from "../../../testing/planted-images";
import { testContext } from "../../../testing/test-context";
import { startBackend } from "../backend/tf";
import { imageGan } from "./image-gan";

const params = { ...defaultsOf(imageGan.params), steps: 40, latent: 8, batch: 4, learningRate: 0.004 };

test("the image with a spot is the strangest; what is made and rebuilt is shown, and how well and how varied is said", async () => {
  const images = plantedImages({ count: 24, size: 32 });
  const ordinary = imagesBetween(images, 0, SPOT.image);
  const [notes, trainingViews]: [Note[], TrainingView[]] = [[], []];
  const context = { ...testContext(), note: (note: Note) => void notes.push(note), show: (trainingView: TrainingView) => void trainingViews.push(trainingView) }; // prettier-ignore
  const tf = await startBackend("cpu");
  const tensors = tf.memory().numTensors;
  const model = await imageGan.fit(ordinary, params, context);
  const { scores, maps } = await imageGan.examine!(model, images, testContext());
  expect(tf.memory().numTensors).toBe(tensors);
  expect(scores.indexOf(Math.max(...scores))).toBe(SPOT.image);
  const map = maps.values.subarray(SPOT.image * 1024, (SPOT.image + 1) * 1024);
  const peak = map.indexOf(Math.max(...map));
  for (const place of [Math.floor(peak / 32), peak % 32]) expect(Math.abs(place - 21)).toBeLessThan(5);

  const seen = trainingViews.filter((trainingView) => trainingView.kind === "rebuilt");
  expect(seen.length).toBeGreaterThan(0);
  for (const { rebuilt, made } of seen) expect([rebuilt.length, made?.length]).toEqual([8 * 1024, 8 * 1024]);
  expect(trainingViews.find(({ kind }) => kind === "architecture")).toMatchObject({ networks: [{ name: "encoder" }, { name: "generator" }, { name: "discriminator" }] }); // prettier-ignore
  const codes = notes.map(({ code }) => code).filter((code) => !code.includes("backend"));
  expect(notes.some(({ code }) => code.endsWith("gave-up"))).toBe(false);
  expect(codes[0]).toMatch(/^neural\.verdict\.(good|poor)-images$/);
});
