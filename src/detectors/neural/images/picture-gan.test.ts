import { expect, test } from "vitest";
import type { Note } from "../../../core/data/note";
import { defaultsOf } from "../../../core/detect/param-schema";
import type { Sight } from "../../../core/detect/sight";
import { picturesCut, plantedPictures, SPOT } from "../../../testing/planted-pictures";
import { testContext } from "../../../testing/test-context";
import { startBackend } from "../backend/tf";
import { pictureGan } from "./picture-gan";

const params = { ...defaultsOf(pictureGan.params), steps: 40, latent: 8, batch: 4, learningRate: 0.004 };

test(
  "the picture with a spot is the strangest; what is made and rebuilt is shown, and how well and how varied is said",
  { timeout: 90_000 },
  async () => {
    const pictures = plantedPictures({ count: 24, size: 32 });
    const ordinary = picturesCut(pictures, 0, SPOT.picture);
    const [notes, sights]: [Note[], Sight[]] = [[], []];
    const context = { ...testContext(), note: (note: Note) => void notes.push(note), show: (sight: Sight) => void sights.push(sight) }; // prettier-ignore
    const tf = await startBackend("cpu");
    const tensors = tf.memory().numTensors;
    const model = await pictureGan.fit(ordinary, params, context);
    const { scores, maps } = await pictureGan.examine!(model, pictures, testContext());
    expect(tf.memory().numTensors).toBe(tensors);
    expect(scores.indexOf(Math.max(...scores))).toBe(SPOT.picture);
    const map = maps.values.subarray(SPOT.picture * 1024, (SPOT.picture + 1) * 1024);
    const peak = map.indexOf(Math.max(...map));
    for (const place of [Math.floor(peak / 32), peak % 32]) expect(Math.abs(place - 21)).toBeLessThan(5);

    const seen = sights.filter((sight) => sight.kind === "rebuilt");
    expect(seen.length).toBeGreaterThan(0);
    for (const { rebuilt, made } of seen) expect([rebuilt.length, made?.length]).toEqual([8 * 1024, 8 * 1024]);
    expect(sights.find(({ kind }) => kind === "architecture")).toMatchObject({ networks: [{ name: "encoder" }, { name: "generator" }, { name: "discriminator" }] }); // prettier-ignore
    const codes = notes.map(({ code }) => code).filter((code) => !code.includes("backend"));
    expect(notes.some(({ code }) => code.endsWith("gave-up"))).toBe(false);
    expect(codes[0]).toMatch(/^neural\.verdict\.(good|poor)-pictures$/);
  },
);
