import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImageDetector } from "../core/detect/detector";
import { defaultsOf, type AnyParamValues } from "../core/detect/param-schema";
import { expectProgress, expectRefusals, expectSameScores, expectScores, fitAndScore } from "./detector-checks";
import { legalParams } from "./legal-params";
import { imagesBetween, imagesFrom, plantedImages, SPOT } from "./planted-images";
import { randomRuns } from "./random-runs";
import { testContext } from "./test-context";

/** Trained, or looking through a trained one: dear. */
const isNetwork = ({ family, needs }: ImageDetector) => family === "neural" || needs === "deep-features";

/** Training on the slowest backend is dear. */
const thrift: Readonly<Record<string, number>> = {
  steps: 4,
  epochs: 1,
  batch: 4,
  side: 16,
  latent: 8,
  filters: 4,
  dense: 16,
  bank: 200,
};

function thrifty(detector: ImageDetector, params: AnyParamValues = defaultsOf(detector.params)): AnyParamValues {
  const entries = Object.entries(params).map(([name, value]) => {
    const most = thrift[name];
    return [name, most !== undefined && typeof value === "number" ? Math.min(value, most) : value];
  });
  return Object.fromEntries(entries) as AnyParamValues; // as they were
}

/** Whether a cell of a map lies in the planted spot, widened by a tenth of the side. */
function isInSpot(cell: number, side: number): boolean {
  const inside = (place: number) =>
    (place + 0.5) / side > SPOT.from / 32 - 0.1 && (place + 0.5) / side < SPOT.to / 32 + 0.1;
  return inside(Math.floor(cell / side)) && inside(cell % side);
}

/** What every detector of images promises. */
export function describeImageDetector(detector: ImageDetector): void {
  describe(detector.id, () => {
    const planted = plantedImages();
    const fitted = (() => {
      let once: ReturnType<typeof fitAndScore> | null = null;
      return () => (once ??= fitAndScore(detector, planted, thrifty(detector)));
    })();
    const learns = detector.family !== "neural";

    it.runIf(learns)("finds a planted spot, and where it is", async () => {
      const { model, scores } = await fitted();
      expect(scores.indexOf(Math.max(...scores))).toBe(SPOT.image);
      if (!detector.examine) return;
      const { maps } = await detector.examine(model, planted, testContext());
      const cells = maps.height * maps.width;
      const map = maps.values.subarray(SPOT.image * cells, (SPOT.image + 1) * cells);
      expect(isInSpot(map.indexOf(Math.max(...map)), maps.width)).toBe(true);
    });

    it("tells of every place how strange it is, on one scale, with the same scores", async () => {
      const { model, scores } = await fitted();
      expectScores(scores, planted);
      if (!detector.examine) return;
      const examined = await detector.examine(model, planted, testContext());
      expect(examined.scores).toEqual(scores);
      const { height, width, values } = examined.maps;
      expect(Math.max(height, width)).toBeLessThanOrEqual(64);
      expect(values.length).toBe(planted.count * height * width);
      expect(values.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    });

    it("expects an image, or nothing", async () => {
      if (!detector.expect) return;
      const expected = await detector.expect((await fitted()).model, planted, testContext());
      expect(expected.length).toBe(planted.count * planted.width);
      expect(expected.every((value) => Number.isNaN(value) || (value >= 0 && value <= 1))).toBe(true);
    });

    it("gives the same scores for the same seed, and from a copy of the model", async () => {
      await expectSameScores(detector, planted, thrifty(detector), await fitted());
    });

    it("leaves its input as it was", async () => {
      const samples = plantedImages({ count: 8 });
      const before = samples.block(0, samples.count).slice();
      await fitAndScore(detector, samples, thrifty(detector));
      expect(samples.block(0, samples.count)).toEqual(before);
    });

    it("scores an image the same whatever images come with it", async () => {
      const { model, scores } = await fitted();
      const some = await detector.score(model, imagesBetween(planted, 10, 19), testContext());
      some.forEach((score, at) => expect(score).toBeCloseTo(scores[10 + at]!, 4)); // nine of them
    });

    it("looks nowhere where it is told not to look", async () => {
      if (!detector.examine || !learns) return;
      const ignored = Uint8Array.from({ length: 32 * 32 }, (_one, cell) => Number(isInSpot(cell, 32)));
      const values = planted.block(0, planted.count).map((value, at) => (ignored[at % 1024] ? 0 : value));
      const samples = imagesFrom(values, 32, 1, { ignored });
      const { model } = await fitAndScore(detector, samples, thrifty(detector));
      const { scores, maps } = await detector.examine(model, samples, testContext());
      const sorted = Float64Array.from(scores).sort();
      expect(scores[SPOT.image]).toBeLessThan(2 * sorted[12]!); // the middle one
      const middle = Math.floor((21.5 / 32) * maps.width);
      if (maps.width >= 32) expect(maps.values[middle * maps.width + middle]).toBe(0);
    });

    it("says how far it is and stops when it is cancelled", async () => {
      await expectProgress(detector, planted, thrifty(detector));
    });

    it("gives finite scores for any legal parameters", async () => {
      const small = plantedImages({ count: 6, size: 28 });
      await fc.assert(
        fc.asyncProperty(legalParams(detector.params), async (params) => {
          expectScores((await fitAndScore(detector, small, thrifty(detector, params))).scores, small);
        }),
        randomRuns(isNetwork(detector) ? 2 : 12),
      );
    });

    it.each([
      ["one image", plantedImages({ count: 1 })],
      ["two images", plantedImages({ count: 2 })],
      [
        "images that are all the same",
        imagesFrom(
          new Float32Array(5 * 784).map((_one, at) => (at % 784) / 784),
          28,
        ),
      ],
      ["black images", imagesFrom(new Float32Array(3 * 784), 28)],
      ["colours", plantedImages({ count: 4, channels: 3 })],
      [
        "images that nobody looks at",
        imagesFrom(new Float32Array(3 * 784), 28, 1, { ignored: new Uint8Array(784).fill(1) }),
      ],
    ])("copes with %s", async (_name, samples) => {
      const { model, scores } = await fitAndScore(detector, samples, thrifty(detector));
      expectScores(scores, samples);
      const examined = await detector.examine?.(model, samples, testContext());
      expect(examined?.maps.values.every((value) => Number.isFinite(value) && value >= 0) ?? true).toBe(true);
    });

    it("refuses nothing to learn from", async () => {
      await expectRefusals(detector, thrifty(detector), {
        rows: imagesFrom(new Float32Array(), 28),
        features: imagesFrom(new Float32Array(), 0, 1, { count: 3, origin: Uint32Array.of(0, 1, 2) }),
      });
    });
  });
}
