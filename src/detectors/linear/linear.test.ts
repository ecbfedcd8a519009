import { expect, it } from "vitest";
import type { Note } from "../../core/data/note";
import { defaultsOf } from "../../core/detect/param-schema";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { matrixOf, noiseMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { smallestIndices, spreadOf, squaredDistances } from "./concentration";
import { mahalanobis } from "./mahalanobis";
import { mcd } from "./mcd";
import { pca } from "./pca";

function noting() {
  const notes: Note[] = [];
  return { ...testContext(), notes, note: (note: Note) => void notes.push(note) };
}

/** Two columns that nearly agree and a third on its own; row 0 has ordinary values that disagree. */
const agreeing = (() => {
  const normal = normalDeviates(seededRandom(2));
  const rows = Array.from({ length: 300 }, () => {
    const shared = normal();
    return [shared + 0.1 * normal(), 5 + 2 * shared + 0.2 * normal(), normal()];
  });
  rows[0] = [1.3, 5, 0];
  return matrixOf(rows);
})();

/** A tenth of the rows far away together, so that they stretch the classical ellipsoid. */
function masked(rows: number) {
  const normal = normalDeviates(seededRandom(4));
  return matrixOf(
    Array.from({ length: rows }, (_, row) => {
      const x = normal();
      return row % 10 === 3 ? [4 + 0.1 * normal(), -4 + 0.1 * normal(), normal()] : [x, x + 0.3 * normal(), normal()];
    }),
  );
}

it("gives the distances of the formula", async () => {
  const samples = matrixOf([
    [1, 2],
    [3, 1],
    [5, 6],
    [4, 3],
    [0, 1],
  ]);
  const model = await mahalanobis.fit(samples, {}, testContext());
  const scores = await mahalanobis.score(model, samples, testContext());
  // Covariances over n: [[3.44, 2.64], [2.64, 3.44]], mean [2.6, 2.6].
  const square = (x: number, y: number) => (3.44 * (x * x + y * y) - 2 * 2.64 * x * y) / (3.44 ** 2 - 2.64 ** 2);
  expect(scores[0]).toBeCloseTo(Math.sqrt(square(-1.6, -0.6)), 6);
  expect(scores[2]).toBeCloseTo(Math.sqrt(square(2.4, 3.4)), 6);
});

it.each([
  ["mahalanobis", mahalanobis],
  ["mcd", mcd],
] as const)(
  "%s shows an odd combination of ordinary values in both columns, and what to expect",
  async (_, detector) => {
    const model = await detector.fit(agreeing, defaultsOf(detector.params) as never, testContext()); // each gets its own
    const scores = await detector.score(model, agreeing, testContext());
    expect(scores.indexOf(Math.max(...scores))).toBe(0);
    const attributions = await detector.explain!(model, agreeing, testContext()); // both have one
    const [odd] = attributions;
    const [first, second, third] = [...odd!.values].map((value) => value / scores[0]!); // there are rows
    expect(first).toBeGreaterThan(0.3);
    expect(second).toBeGreaterThan(0.3);
    expect(third).toBeLessThan(0.05);
    expect(odd!.expected![1]).toBeCloseTo(5 + 2 * 1.3, 0);
    attributions.forEach(({ values }, row) => {
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[row]!, 4); // one score each
    });
  },
);

it("leaves out repeated columns as the pseudo-inverse does", async () => {
  const plain = noiseMatrix(80, 2);
  const rows = Array.from({ length: 80 }, (_, row) => [...plain.block(row, row + 1)]);
  const repeated = matrixOf(rows.map(([a = 0, b = 0]) => [a, b, a, 7]));
  const scores = await mahalanobis.score(await mahalanobis.fit(plain, {}, testContext()), plain, testContext());
  const again = await mahalanobis.score(await mahalanobis.fit(repeated, {}, testContext()), repeated, testContext());
  scores.forEach((score, row) => expect(again[row]).toBeCloseTo(score, 5));
});

it.each([
  ["mahalanobis", mahalanobis],
  ["mcd", mcd],
] as const)(
  "%s shrinks where rows are fewer than columns, says so, and still tells rows apart",
  async (_, detector) => {
    const rows = Array.from({ length: 30 }, (_, row) => [...noiseMatrix(30, 200).block(row, row + 1)]);
    rows[4] = rows[4]!.map((value) => 3 * value); // there are 30
    const context = noting();
    const model = await detector.fit(matrixOf(rows), defaultsOf(detector.params) as never, context); // each gets its own
    const scores = await detector.score(model, matrixOf(rows), testContext());
    expect(context.notes.length).toBe(1);
    expect(scores.indexOf(Math.max(...scores))).toBe(4);
  },
);

it.each([200, 2000])("finds %i rows' hidden group with the robust estimate only", async (count) => {
  const samples = masked(count);
  const params = { ...defaultsOf(mcd.params), starts: 60 };
  const robust = await mcd.score(await mcd.fit(samples, params, testContext()), samples, testContext());
  const smallest = Math.min(...robust.filter((_, row) => row % 10 === 3));
  const usual = [...robust.filter((_, row) => row % 10 !== 3)].sort((a, b) => a - b);
  expect(smallest).toBeGreaterThan(2 * usual.at(-1)!); // there are rows
  // Made consistent: for normal rows, squares follow chi-square with three degrees of freedom, median 2.37.
  expect(usual[Math.floor(usual.length / 2)]! ** 2).toBeCloseTo(2.37, 0);
});

it("counts a value that no trusted row has", async () => {
  const normal = normalDeviates(seededRandom(8));
  const samples = matrixOf(Array.from({ length: 100 }, (_, row) => [normal(), row === 7 ? 1 : 0]));
  const scores = await mcd.score(await mcd.fit(samples, defaultsOf(mcd.params), testContext()), samples, testContext());
  expect(scores.indexOf(Math.max(...scores))).toBe(7);
});

it("takes C-steps that never widen the ellipsoid", () => {
  const samples = masked(300);
  const cloud = { z: Float64Array.from(samples.block(0, 300)), width: 3 };
  let spread = spreadOf(cloud, [0, 3, 50, 93]);
  const distances = new Float64Array(300);
  let before = Infinity;
  for (let step = 0; step < 8; step++) {
    squaredDistances(cloud, spread, distances);
    spread = spreadOf(cloud, smallestIndices(distances, 152));
    expect(spread.logDeterminant).toBeLessThanOrEqual(before + 1e-9);
    before = spread.logDeterminant;
  }
  expect([...smallestIndices(Float64Array.of(3, 1, 1, 1, 0), 3)]).toEqual([1, 2, 4]);
});

it.each(["ends", "off", "kept", "left out", "all"] as const)(
  "splits the score of PCA '%s' exactly",
  async (measure) => {
    const samples = noiseMatrix(120, 6);
    const model = await pca.fit(samples, { ...defaultsOf(pca.params), measure, share: 60 }, testContext());
    const scores = await pca.score(model, samples, testContext());
    const attributions = await pca.explain!(model, samples, testContext()); // it has one
    attributions.forEach(({ values }, row) => {
      const sum = values.reduce((total, value) => total + value, 0);
      expect(sum / scores[row]!).toBeCloseTo(1, 4); // one score each
    });
  },
);

it("measures off the kept directions what lies along the others", async () => {
  const normal = normalDeviates(seededRandom(5));
  const rows = Array.from({ length: 200 }, () => {
    const t = 5 * normal();
    return [t, t + 0.01 * normal(), t + 0.01 * normal()];
  });
  rows[9] = [1, -1, 1];
  const samples = matrixOf(rows);
  for (const measure of ["off", "left out", "all"] as const) {
    const model = await pca.fit(samples, { ...defaultsOf(pca.params), measure, share: 90 }, testContext());
    expect(model.kept).toBe(1);
    const scores = await pca.score(model, samples, testContext());
    expect(scores.indexOf(Math.max(...scores))).toBe(9);
  }
});
