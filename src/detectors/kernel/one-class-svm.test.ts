import { expect, it } from "vitest";
import type { Note } from "../../core/data/note";
import { defaultsOf } from "../../core/detect/param-schema";
import type { MatrixSamples } from "../../core/detect/samples";
import { matrixOf, noiseMatrix, plantedMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { KernelCache } from "./kernel-cache";
import { solveOneClass } from "./one-class-smo";
import { oneClassSvm } from "./one-class-svm";
import { kernelRow, rbf, weightedKernelsOf } from "./rbf";
import { projectWeights } from "./reduced-set";

const params = defaultsOf(oneClassSvm.params);
const yieldToEvents = () => Promise.resolve();
const pointsOf = (samples: MatrixSamples) => ({
  values: samples.block(0, samples.count),
  count: samples.count,
  width: samples.width,
});

async function run(samples: MatrixSamples, changed: Partial<typeof params> = {}, other = samples) {
  const notes: Note[] = [];
  const context = { ...testContext(), note: (note: Note) => notes.push(note) };
  const model = await oneClassSvm.fit(samples, { ...params, ...changed }, context);
  return { model, notes, scores: await oneClassSvm.score(model, other, testContext()) };
}

it("computes the kernel to nine digits, and 0 where it vanishes", () => {
  const a = Float32Array.of(1, 2, 3);
  for (const [b, gamma] of [
    [Float32Array.of(1, 2, 3), 1],
    [Float32Array.of(0, 4, 3.5), 0.731],
    [Float32Array.of(9, -4, 3), 0.5],
  ] as const) {
    const square = a.reduce((sum, value, j) => sum + (value - b[j]!) ** 2, 0); // three each
    expect(rbf(a, 0, b, 0, 3, gamma) / Math.exp(-gamma * square)).toBeCloseTo(1, 8);
  }
  expect(rbf(a, 0, Float32Array.of(1e18, 0, 0), 0, 3, 100)).toBe(0);
});

it.each([0.1, 0.5, 0.95])("meets the conditions of the optimum, nu %s", async (nu) => {
  const points = pointsOf(noiseMatrix(300, 3));
  const { alpha, sums, rho, settled } = await solveOneClass(points, nu, 0.3, yieldToEvents);
  expect(settled).toBe(true);
  expect(alpha.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(nu * 300, 8);
  const row = new Float32Array(300);
  alpha.forEach((weight, i) => {
    kernelRow(points, i, 0.3, row);
    const sum = row.reduce((total, kernel, j) => total + kernel * alpha[j]!, 0); // as many
    expect(sums[i]).toBeCloseTo(sum, 4);
    if (weight < 1) expect(sum).toBeGreaterThan(rho - 2e-3);
    if (weight > 0) expect(sum).toBeLessThan(rho + 2e-3);
  });
});

it("leaves at most the share nu outside, and hardly less", async () => {
  const { scores } = await run(noiseMatrix(500, 3), { nu: 0.2 });
  const outside = scores.filter((score) => score > 1e-4).length / 500;
  expect(outside).toBeLessThanOrEqual(0.2);
  expect(outside).toBeGreaterThan(0.17);
});

it("forgets the oldest kernel rows first and computes them again alike", () => {
  const count = 6000;
  const points = pointsOf(noiseMatrix(count, 1));
  const cache = new KernelCache(points, 1);
  const first = cache.row(0).slice(0, 50);
  for (let row = 1; row < 20; row++) cache.row(row);
  expect(cache.row(0).slice(0, 50)).toEqual(first);
  expect(cache.row(0)).toBe(cache.row(0));
});

it("ranks rows alike when fewer rows carry the boundary, and says so", async () => {
  const { samples } = plantedMatrix({ rows: 1500 });
  const exact = await run(samples, { solve: "exact" });
  const approximate = await run(samples, { solve: "approximate" });
  expect(exact.notes).toEqual([]);
  expect(approximate.notes).toEqual([
    { code: "kernel.approximate", values: { rows: 1500, used: 1500, carriers: 512 } },
  ]);
  const spread = Math.sqrt(exact.scores.reduce((sum, score) => sum + score * score, 0));
  const error = Math.sqrt(exact.scores.reduce((sum, score, row) => sum + (score - approximate.scores[row]!) ** 2, 0)); // as many
  expect(error / spread).toBeLessThan(0.03);
});

it("lets all rows carry a boundary that fewer would bend", async () => {
  const { model } = await run(noiseMatrix(1500, 5), { solve: "approximate", reach: "by hand", gamma: 50 });
  expect(model.points.count).toBeGreaterThan(512);
});

it("learns a long table from some of its rows and says so", async () => {
  const samples = noiseMatrix(5400, 1);
  const { model, notes, scores } = await run(samples, { nu: 0.02 });
  expect(scores.length).toBe(5400);
  expect(notes).toEqual([
    { code: "kernel.approximate", values: { rows: 5400, used: 5000, carriers: model.points.count } },
  ]);
});

it("projects weights without loss when the few are the many", async () => {
  const points = pointsOf(noiseMatrix(20, 4));
  const weights = Float64Array.from({ length: 20 }, (_, i) => i / 190);
  const found = await projectWeights(points, points, weights, 0.5, yieldToEvents);
  found.forEach((weight, i) => expect(weight).toBeCloseTo(weights[i]!, 3)); // as many
});

it("names the columns in which a row leaves the boundary, and where that lies", async () => {
  const { model } = await run(noiseMatrix(200, 3));
  const [attribution] = (await oneClassSvm.explain?.(model, matrixOf([[0, 30, 0]]), testContext())) ?? [];
  expect(attribution?.values.indexOf(Math.max(...attribution.values))).toBe(1);
  expect(Math.abs(attribution?.expected?.[1] ?? 99)).toBeLessThan(5);
});

it("gives kernels and their sums to the last bit alike by vectors and one by one", () => {
  for (const [count, width] of [
    [11, 1],
    [40, 5],
    [9, 8],
  ] as const) {
    // prettier-ignore
    const points = pointsOf(noiseMatrix(count, width));
    const [vectors, plain] = [new KernelCache(points, 0.7), new KernelCache(points, 0.7, null)];
    for (let row = 0; row < count; row++) expect(vectors.row(row)).toEqual(plain.row(row));
    const weights = Float64Array.from({ length: count }, (_, i) => i / 7);
    const rows = points.values.slice(0, 7 * width).map((value) => 3 * value);
    expect(weightedKernelsOf(points, weights, 0.7, rows)).toEqual(weightedKernelsOf(points, weights, 0.7, rows, null));
  }
});
