import { expect, it } from "vitest";
import type { MatrixDetector } from "../../core/detect/detector";
import { defaultsOf, type AnyParamValues } from "../../core/detect/param-schema";
import type { MatrixSamples } from "../../core/detect/samples";
import { matrixOf, noiseMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { binAt, binCountOf } from "./bin-count";
import { equalCountHistogram, equalWidthHistogram } from "./column-histogram";
import { copod } from "./copod";
import { ecod } from "./ecod";
import { hbos } from "./hbos";
import { fitTailTable, tailsAt } from "./tail-table";

async function scoresOf(
  detector: MatrixDetector,
  samples: MatrixSamples,
  other = samples,
  params: AnyParamValues = {},
) {
  const model = await detector.fit(samples, { ...defaultsOf(detector.params), ...params }, testContext());
  return [...(await detector.score(model, other, testContext()))];
}

const column = (...values: number[]): MatrixSamples => matrixOf(values.map((value) => [value]));
const ties = column(1, 2, 2, 3, 10);

it("ECOD takes the rarer tail, and ties count on both sides", async () => {
  const expected = [1 / 5, 3 / 5, 3 / 5, 2 / 5, 1 / 5].map((share) => -Math.log(share));
  (await scoresOf(ecod, ties)).forEach((score, row) => expect(score).toBeCloseTo(expected[row]!, 6)); // five rows
});

it("COPOD takes the longer tail or the mean of both, whichever is larger", async () => {
  const left = [1 / 5, 3 / 5, 3 / 5, 4 / 5, 1].map((share) => -Math.log(share));
  const right = [1, 4 / 5, 4 / 5, 2 / 5, 1 / 5].map((share) => -Math.log(share));
  const expected = right.map((tail, row) => Math.max(tail, (tail + left[row]!) / 2)); // five rows, a long tail on the right
  (await scoresOf(copod, ties)).forEach((score, row) => expect(score).toBeCloseTo(expected[row]!, 6)); // five rows
});

it.each([ecod, copod])("compares a new row with the fitted ones only: $id", async (detector) => {
  const [beyond, within, alike] = await scoresOf(detector, ties, column(50, 2.5, 10));
  expect(beyond).toBeCloseTo(Math.log(6), 6);
  expect(alike).toBeCloseTo(Math.log(5), 6);
  expect(within).toBeLessThan(Math.log(5));
});

it("thins a long column and stays exact in its tails", async () => {
  const samples = noiseMatrix(60_000, 1);
  const table = await fitTailTable(samples, testContext());
  expect(table.knots.length).toBeLessThanOrEqual(16_384);
  const values = samples.block(0, samples.count);
  const sorted = values.slice().sort();
  const tails = { left: 0, right: 0 };
  const leftOf = (value: number) => {
    tailsAt(table, 0, value, tails);
    return Math.exp(-tails.left) * samples.count;
  };
  for (const row of [0, 1, 77, 4000]) expect(leftOf(sorted[row]!)).toBeCloseTo(row + 1, 6); // row < count
  for (const row of [4500, 12_345, 30_001, 55_000]) expect(Math.abs(leftOf(sorted[row]!) - row)).toBeLessThan(10);
});

it("keeps a column of many equal values exact, however long", async () => {
  const samples = column(...Array.from({ length: 40_000 }, (_, row) => (row % 4 ? row % 5 : row)));
  const table = await fitTailTable(samples, testContext());
  const below = samples.block(0, samples.count).filter((value) => value <= 4).length;
  const tails = { left: 0, right: 0 };
  tailsAt(table, 0, 4, tails);
  expect(Math.exp(-tails.left)).toBeCloseTo(below / 40_000, 9);
});

it("HBOS adds up -log2(density + smoothing) and calls what lies beyond an empty bin", async () => {
  const samples = column(0, 0.1, 0.2, 0.3, 1);
  const params = { automatic: false, bins: 2 };
  const scores = await scoresOf(hbos, samples, column(0.2, 1, 1.2, 1.3, -0.3), params);
  const [full, thin, empty] = [1.6, 0.4, 0].map((density) => -Math.log2(density + 0.1)) as [number, number, number]; // three in, three out
  [full, thin, thin, empty, empty].forEach((expected, row) => expect(scores[row]).toBeCloseTo(expected, 5));
});

it("puts a value on an edge to the right, whatever its last digit", () => {
  expect([0, 1, 2, 3].map((third) => binAt(Math.fround(third / 3), 0, 1, 3))).toEqual([0, 1, 2, 2]);
});

it("asks for one bin where values are even, and for more where they are in groups", () => {
  expect(binCountOf(Float32Array.from({ length: 400 }, (_, row) => row))).toBe(1);
  expect(
    binCountOf(Float32Array.from({ length: 400 }, (_, row) => (row < 200 ? row / 1000 : 10 + row / 1000))),
  ).toBeGreaterThan(2);
  expect(binCountOf(Float32Array.of(5, 5, 5))).toBe(1);
});

it("makes bins that hold equally many rows, unless values are equal", () => {
  const even = equalCountHistogram(Float32Array.of(0, 1, 2, 3, 4, 5, 6, 100), 2);
  expect([...even.edges]).toEqual([0, 3.5, 100]);
  expect(even.heights[0]).toBeCloseTo((0.5 * 100) / 3.5, 9);
  const tied = equalCountHistogram(Float32Array.of(0, 7, 7, 7, 7, 8), 3);
  expect([...tied.edges]).toEqual([0, 7.5, 8]);
  const mass = ({ edges, heights, low, high }: typeof even) =>
    heights.reduce((sum, height, bin) => sum + (height * (edges[bin + 1]! - edges[bin]!)) / (high - low), 0); // its own bins
  expect(mass(even)).toBeCloseTo(1, 9);
  expect(mass(tied)).toBeCloseTo(1, 9);
});

it("says nothing about a column that never varied", () => {
  expect(equalWidthHistogram(Float32Array.of(3, 3, 3), 10).heights.length).toBe(0);
});

it.each([hbos, ecod, copod])("explains by parts that add up to the score: $id", async (detector: MatrixDetector) => {
  const samples = noiseMatrix(120, 4);
  const model = await detector.fit(samples, defaultsOf(detector.params), testContext());
  const scores = await detector.score(model, samples, testContext());
  const attributions = (await detector.explain?.(model, samples, testContext())) ?? [];
  expect(attributions.length).toBe(120);
  attributions.forEach(
    ({ values }, row) => expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[row]!, 4), // one score each
  );
});
