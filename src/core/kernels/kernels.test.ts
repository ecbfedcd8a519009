import fc from "fast-check";
import { expect, test } from "vitest";
import { sourcesHash } from "../../../scripts/build-kernels.mjs";
import { matrixSamples } from "../detect/samples";
import { momentsOf } from "../math/moments";
import { seededRandom } from "../math/random";
import { alongAxes } from "./along-axes";
import { columnMoments } from "./column-moments";
import { SOURCES } from "./compiled";
import { gramOf } from "./gram";
import { createKernel } from "./kernel";
import { nearestCentroids } from "./nearest-centroids";

const kernel = createKernel()!;
const now = () => Promise.resolve();

/** Rows of any width, columns of very different sizes, one that never varies. */
const clouds = fc
  .record({ count: fc.integer({ min: 1, max: 41 }), width: fc.integer({ min: 1, max: 13 }), seed: fc.nat() })
  .map(({ count, width, seed }) => {
    const random = seededRandom(seed);
    const sizes = Array.from({ length: width }, () => 10 ** Math.floor(12 * random() - 6));
    const values = Float32Array.from({ length: count * width }, (_, at) =>
      at % width === 0 ? 7 : sizes[at % width]! * (random() + random() - 1),
    );
    const rows = matrixSamples(values, new Array<string>(width).fill(""));
    const centre = Float64Array.from({ length: width }, () => random());
    const unit = Float64Array.from({ length: width }, (_, j) => (j === 0 ? 0 : 1 + random()));
    return { rows, units: { centre, unit }, random };
  });

test("what was compiled is what stands in the sources", () => {
  expect(SOURCES).toBe(sourcesHash());
});

test("there are kernels here, so that the tests below compare two things", () => {
  expect(kernel).not.toBeNull();
});

test("columns have the moments of a plain loop, to the last bit", async () => {
  await fc.assert(
    fc.asyncProperty(clouds, async ({ rows }) => {
      const all = rows.block(0, rows.count);
      const columns = Array.from({ length: rows.width }, (_, j) =>
        momentsOf(all.filter((__, at) => at % rows.width === j)),
      );
      expect(await columnMoments(rows, now, kernel)).toEqual(columns);
      expect(await columnMoments(rows, now, null)).toEqual(columns);
    }),
  );
});

test("products of columns and lengths of rows are those of a plain loop, to the last bit", async () => {
  await fc.assert(
    fc.asyncProperty(clouds, async ({ rows, units }) => {
      expect(await gramOf(rows, units, now, kernel)).toEqual(await gramOf(rows, units, now, null));
    }),
  );
});

test("products of two columns are what they should be", async () => {
  const rows = matrixSamples(Float32Array.of(1, 2, 3, 5, 6, 9), ["a", "b"]);
  const units = { centre: Float64Array.of(1, 1), unit: Float64Array.of(1, 2) };
  const { products, fourth } = await gramOf(rows, units, now, kernel);
  expect([...products]).toEqual([4 + 25, 0, 2 * 2 + 5 * 4, 0.25 + 4 + 16]);
  expect(fourth).toBe(0.25 ** 2 + 8 ** 2 + 41 ** 2);
});

test.each(["over", "times", "ends"] as const)(
  "lengths %s the axes are those of a plain loop, to the last bit",
  (measure) => {
    fc.assert(
      fc.property(clouds, fc.integer({ min: 0, max: 9 }), fc.boolean(), ({ rows, units, random }, count, beyond) => {
        const axes = Float64Array.from({ length: count * rows.width }, () => random() - 0.5);
        const weights = Float64Array.from({ length: count }, () => random() + 0.1);
        const plan = { ...units, width: rows.width, axes, weights, measure, beyond: beyond ? 0.3 : 0 };
        const values = rows.block(0, rows.count);
        expect(alongAxes(plan, values, kernel)).toEqual(alongAxes(plan, values, null));
      }),
    );
  },
);

test("the length of a row over the variances of the axes", () => {
  const units = { centre: Float64Array.of(1, 0), unit: Float64Array.of(2, 1) };
  const plan = { ...units, width: 2, axes: Float64Array.of(1, 0, 0, 1), weights: Float64Array.of(4, 9), beyond: 0 };
  const row = Float32Array.of(5, 3);
  expect([...alongAxes({ ...plan, measure: "over" }, row)]).toEqual([Math.sqrt(2 ** 2 / 4 + 3 ** 2 / 9)]);
  const ends = 4 * Math.sqrt(1 + 13 - 4) + 9 * Math.sqrt(1 + 13 - 6);
  expect(alongAxes({ ...plan, measure: "ends" }, row)[0]).toBeCloseTo(ends, 12);
});

test("the nearest two centroids are those of a plain loop, to the last bit; of equal ones the first", () => {
  fc.assert(
    fc.property(clouds, fc.integer({ min: 1, max: 7 }), ({ rows, random }, k) => {
      const { width } = rows;
      const centroids = Float64Array.from({ length: k * width }, () => 4 * random() - 2);
      centroids.copyWithin((k - 1) * width, 0, width);
      const values = rows.block(0, rows.count);
      expect(nearestCentroids(centroids, values, width, kernel)).toEqual(
        nearestCentroids(centroids, values, width, null),
      );
    }),
  );
  const found = nearestCentroids(Float64Array.of(1, 5, 1), Float32Array.of(0, 9), 1);
  expect([[...found.index], [...found.first], [...found.second]]).toEqual([[0, 1], [1, 16], [1, 64]]); // prettier-ignore
});
