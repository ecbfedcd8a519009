import { expect, it } from "vitest";
import { defaultsOf } from "../../core/detect/param-schema";
import { seededRandom } from "../../core/math/random";
import { matrixOf, noiseMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { lloyd, type Rows } from "./hamerly";
import { kMeans } from "./k-means";
import { plusPlusCentroids } from "./plus-plus";

const params = defaultsOf(kMeans.params);
const yieldToEvents = () => Promise.resolve();

function rowsOf(count: number, width: number): Rows {
  const samples = noiseMatrix(count, width);
  return { values: samples.block(0, count), count, width };
}

/** Lloyd's rounds written plainly: what the bounds must reproduce. */
function plainLloyd({ values, count, width }: Rows, start: Float64Array, rounds: number): number[] {
  let centroids = [...start];
  const k = start.length / width;
  for (let round = 0; round < rounds; round++) {
    const sums = new Array<number>(k * width).fill(0);
    const sizes = new Array<number>(k).fill(0);
    for (let row = 0; row < count; row++) {
      const squares = Array.from({ length: k }, (_, c) =>
        Array.from({ length: width }, (_, j) => (centroids[c * width + j]! - values[row * width + j]!) ** 2).reduce(
          (a, b) => a + b,
        ),
      );
      const own = squares.indexOf(Math.min(...squares));
      sizes[own]!++; // one of k
      for (let j = 0; j < width; j++) sums[own * width + j]! += values[row * width + j]!; // row < count
    }
    centroids = centroids.map((old, at) =>
      sizes[Math.floor(at / width)] ? sums[at]! / sizes[Math.floor(at / width)]! : old,
    ); // of k
  }
  return centroids;
}

it("takes the same steps as the plain algorithm", async () => {
  const rows = rowsOf(300, 3);
  const start = plusPlusCentroids(rows, 6, 2, seededRandom(4));
  const found = await lloyd(rows, start, 5, yieldToEvents);
  plainLloyd(rows, start, 5).forEach((value, at) => expect(found.centroids[at]).toBeCloseTo(value, 8));
  expect(found.sizes.reduce((sum, size) => sum + size, 0)).toBe(300);
});

it("starts in different groups and knows when there are fewer rows than clusters", () => {
  const groups = { values: Float32Array.of(0, 0, 0, 50, 50, 50, 99, 99, 99), count: 9, width: 1 };
  expect([...plusPlusCentroids(groups, 3, 2, seededRandom(1))].sort((a, b) => a - b)).toEqual([0, 50, 99]);
  expect(plusPlusCentroids(groups, 8, 2, seededRandom(1)).length).toBe(3);
});

/** 190 rows near 0 or 100, and a tight group of 10 strangers at 1000. */
const grouped = matrixOf(
  Array.from({ length: 200 }, (_, row) => [
    row < 190 ? (row % 2) * 100 + (row % 7) / 10 : 1000 + (row % 3) / 10,
    row % 5,
  ]),
);

it("finds a cluster of strangers only when small clusters do not count", async () => {
  const counted = await kMeans.fit(grouped, { ...params, clusters: 3, smallest: 10 }, testContext());
  const all = await kMeans.fit(grouped, { ...params, clusters: 3, smallest: 0 }, testContext());
  expect(counted.shares.length).toBe(2);
  expect(all.shares.length).toBe(3);
  expect((await kMeans.score(counted, grouped, testContext()))[195]).toBeGreaterThan(800);
  expect((await kMeans.score(all, grouped, testContext()))[195]).toBeLessThan(5);
});

it("keeps the largest cluster when none is large enough", async () => {
  const model = await kMeans.fit(noiseMatrix(400, 2), { ...params, clusters: 64, smallest: 20 }, testContext());
  expect(model.shares.length).toBeGreaterThanOrEqual(1);
  expect(Math.max(...model.shares)).toBeLessThan(0.2);
});

it("explains by parts that add up to the distance, and expects the centre", async () => {
  const samples = noiseMatrix(100, 4);
  const model = await kMeans.fit(samples, params, testContext());
  const scores = await kMeans.score(model, samples, testContext());
  const attributions = (await kMeans.explain?.(model, samples, testContext())) ?? [];
  attributions.forEach(({ values, expected }, row) => {
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[row]!, 4); // one score each
    expect(expected?.length).toBe(4);
  });
});

it("fits very long tables on a sample and scores every row", async () => {
  const samples = noiseMatrix(60_000, 1);
  const model = await kMeans.fit(samples, { ...params, clusters: 4, restarts: 1, rounds: 3 }, testContext());
  expect((await kMeans.score(model, samples, testContext())).length).toBe(60_000);
  expect(model.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
});
