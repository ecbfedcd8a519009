import { expect, it } from "vitest";
import { defaultsOf } from "../../core/detect/param-schema";
import type { MatrixSamples } from "../../core/detect/samples";
import { matrixOf, noiseMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { kdTreeOf } from "./kd-tree";
import { knn } from "./knn";
import { createLeafFilter } from "./leaf-filter";
import { lof } from "./lof";
import { createNearestSearch, equalRow, withoutItself } from "./nearest";

const yieldToEvents = () => Promise.resolve();

function distance(samples: MatrixSamples, a: number, b: number): number {
  const [one, other] = [samples.block(a, a + 1), samples.block(b, b + 1)];
  return Math.sqrt(one.reduce((sum, value, j) => sum + (value - other[j]!) ** 2, 0)); // equal widths
}

/** Written plainly: distances from each row to its `k` nearest other rows, ascending, and which those are. */
function plainNeighbours(samples: MatrixSamples, k: number) {
  return Array.from({ length: samples.count }, (_, row) =>
    Array.from({ length: samples.count }, (_, other) => ({ other, d: distance(samples, row, other) }))
      .filter(({ other }) => other !== row)
      .sort((a, b) => a.d - b.d)
      .slice(0, k),
  );
}

async function scored(detector: typeof knn | typeof lof, samples: MatrixSamples, params: object) {
  // Each detector is given its own parameters.
  const model = await detector.fit(samples, { ...defaultsOf(detector.params), ...params } as never, testContext());
  return { model, scores: await detector.score(model as never, samples, testContext()) };
}

it.each([
  [1500, 2],
  [1300, 5],
  [600, 17],
  [1, 3],
  [30, 1],
])(
  "finds the same among %i rows of %i features as comparing all pairs, with and without vectors",
  async (count, width) => {
    const samples = noiseMatrix(count, width);
    const tree = await kdTreeOf(samples, yieldToEvents);
    const size = Math.min(7, count);
    const searches = [false, true].map((many) => createNearestSearch(tree, size, many));
    for (let row = 0; row < count; row += 31) {
      const own = samples.block(row, row + 1);
      const expected = Array.from({ length: count }, (_, other) => distance(samples, row, other)).sort((a, b) => a - b);
      const found = searches.map((search) => {
        search.nearest(own, 0);
        return [...search.found.squares.subarray(0, search.found.count)].map(Math.sqrt).sort((a, b) => a - b);
      });
      expect(found[1]).toEqual(found[0]);
      expect(found[0]!.length).toBe(size); // one for each search
      found[0]!.forEach((d, at) => expect(d).toBeCloseTo(expected[at]!, 10)); // as many
      const start = equalRow(tree, own, 0) * width;
      expect(tree.values.subarray(start, start + width)).toEqual(own);
    }
    expect(equalRow(tree, new Float32Array(width).fill(0.123), 0)).toBe(-1);
  },
);

it("has vectors here, and does without them for values that 32 bits cannot square", async () => {
  expect(createLeafFilter(await kdTreeOf(noiseMatrix(20, 2), yieldToEvents))?.aim(Float64Array.of(1e20, 0))).toBe(
    false,
  );
  const huge = matrixOf(Array.from({ length: 40 }, (_, i) => [i * 1e25, -i * 1e25]));
  const tree = await kdTreeOf(huge, yieldToEvents);
  expect(createLeafFilter(tree)).toBeNull();
  const search = createNearestSearch(tree, 2, true);
  search.nearest(huge.block(3, 4), 0);
  expect(Math.max(...search.found.squares) / 2e50).toBeCloseTo(1, 5);
});

it("lets no near row slip through the filter, however close the distances", async () => {
  const near = Array.from({ length: 300 }, (_, i) => [1 + i * 2 ** -22, 1000 + i * 2 ** -14]);
  const tiny = Array.from({ length: 300 }, (_, i) => [i * 1e-22, -i * 1e-23]);
  for (const rows of [near, tiny]) {
    const samples = matrixOf(rows);
    const tree = await kdTreeOf(samples, yieldToEvents);
    const [plain, vectors] = [createNearestSearch(tree, 20), createNearestSearch(tree, 20, true)];
    for (let row = 0; row < 300; row += 7) {
      plain.nearest(samples.block(row, row + 1), 0);
      vectors.nearest(samples.block(row, row + 1), 0);
      expect(vectors.found).toEqual(plain.found);
    }
  }
});

it("keeps every row in the tree, also where all are equal", async () => {
  for (const samples of [noiseMatrix(1000, 3), matrixOf(Array.from({ length: 500 }, () => [2, 2]))]) {
    const tree = await kdTreeOf(samples, yieldToEvents);
    const before = [...samples.block(0, samples.count)].sort((a, b) => a - b);
    expect([...tree.values].sort((a, b) => a - b)).toEqual(before);
  }
});

it("takes a fitted row's own copy away, once", () => {
  const found = { count: 4, squares: Float64Array.of(4, 0, 0, 1), rows: Int32Array.of(7, 5, 6, 8) };
  withoutItself(found, 3);
  expect([...found.squares.subarray(0, found.count)].sort()).toEqual([0, 1, 4]);
  const known = { count: 4, squares: Float64Array.of(4, 0, 0, 1), rows: Int32Array.of(7, 5, 6, 8) };
  withoutItself(known, 3, 5);
  expect([...known.rows.subarray(0, 3)].sort()).toEqual([6, 7, 8]);
  const fresh = { count: 3, squares: Float64Array.of(9, 1, 4), rows: Int32Array.of(1, 2, 3) };
  withoutItself(fresh, 2);
  expect([...fresh.squares.subarray(0, fresh.count)].sort()).toEqual([1, 4]);
});

it.each(["farthest", "mean"] as const)(
  "scores the fitted rows by the %s distance to their other rows",
  async (kind) => {
    const samples = noiseMatrix(150, 3);
    const { scores } = await scored(knn, samples, { neighbours: 6, distance: kind });
    plainNeighbours(samples, 6).forEach((near, row) => {
      const expected = kind === "farthest" ? near.at(-1)!.d : near.reduce((sum, { d }) => sum + d, 0) / 6; // six
      expect(scores[row]).toBeCloseTo(expected, 6);
    });
  },
);

it("gives the factors of the paper, and finds the row that is only locally odd", async () => {
  const cloud = noiseMatrix(120, 2);
  const rows = Array.from({ length: 120 }, (_, row) => {
    const [x = 0, y = 0] = cloud.block(row, row + 1);
    return row < 60 ? [x * 0.01, y * 0.01] : [10 + x, y];
  });
  const samples = matrixOf([...rows, [0.3, 0.3]]);
  const { scores } = await scored(lof, samples, { neighbours: 10 });
  const near = plainNeighbours(samples, 10);
  const density = near.map(
    (own) => 10 / own.reduce((sum, { other, d }) => sum + Math.max(d, near[other]!.at(-1)!.d), 0), // ten each
  );
  density.forEach((own, row) => {
    const expected = near[row]!.reduce((sum, { other }) => sum + density[other]!, 0) / 10 / own; // one for each row
    expect(scores[row]! / expected).toBeCloseTo(1, 4);
  });
  expect(scores.indexOf(Math.max(...scores))).toBe(120);
});

it("survives more copies than neighbours", async () => {
  const samples = matrixOf(Array.from({ length: 80 }, (_, row) => (row < 60 ? [1, 1] : [row, row % 7])));
  const { scores } = await scored(lof, samples, { neighbours: 5 });
  expect(scores.every(Number.isFinite)).toBe(true);
  for (let row = 0; row < 60; row++) expect(scores[row]).toBeCloseTo(1, 6);
});

it.each([
  ["a pile in the middle", 0],
  ["a pile to the side", 3],
])("finds nothing strange beside %s of more equal rows than neighbours, but what is far from all", async (_, at) => {
  const cloud = noiseMatrix(200, 2);
  const spread = Array.from({ length: 200 }, (_, row) => [...cloud.block(row, row + 1)]);
  const pile = Array.from({ length: 200 }, () => [at, 0]);
  const beside = Array.from({ length: 10 }, (_, row) => [at + 0.001 * (row + 1), 0.001]);
  const far = [
    [9, 9],
    [-8, 7],
    [8, -9],
  ];
  const { model, scores } = await scored(lof, matrixOf([...spread, ...pile, ...beside, ...far]), { neighbours: 20 });
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!); // one each
  expect(new Set(order.slice(0, 3))).toEqual(new Set([410, 411, 412]));
  for (const row of scores.slice(200, 410)) expect(row).toBeLessThan(1.5);
  expect(new Set(scores.slice(200, 400)).size).toBe(1);
  // A row beside the pile that was not fitted.
  const [fresh] = await lof.score(model as never, matrixOf([[at + 0.0005, 0.0005]]), testContext());
  expect(fresh).toBeLessThan(1.5);
});

it("finds a far pile of more equal rows than neighbours as ordinary as before", async () => {
  const cloud = noiseMatrix(100, 2);
  const rows = Array.from({ length: 100 }, (_, row) => [...cloud.block(row, row + 1)]);
  const { scores } = await scored(lof, matrixOf([...rows, ...Array.from({ length: 50 }, () => [50, 50])]), {
    neighbours: 20,
  });
  for (const row of scores.slice(100)) expect(row).toBeCloseTo(1, 6);
});

it.each([
  ["knn", knn],
  ["lof", lof],
] as const)("%s: parts add up to the score, and the neighbours' mean is expected", async (_, detector) => {
  const samples = noiseMatrix(120, 4);
  const { model, scores } = await scored(detector, samples, { neighbours: 9 });
  const attributions = await detector.explain!(model as never, samples, testContext()); // both have one
  attributions.forEach(({ values, expected }, row) => {
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[row]!, 4); // one score each
    expect(expected?.length).toBe(4);
  });
});

it("compares with a sample where all pairs would take minutes, and says so", async () => {
  const samples = noiseMatrix(160_000, 1);
  const notes: string[] = [];
  const context = { ...testContext(), note: ({ code }: { code: string }) => void notes.push(code) };
  const model = await knn.fit(samples, defaultsOf(knn.params), context);
  expect(model.tree.count).toBeLessThan(160_000);
  expect(notes).toEqual(["neighbour.sampled"]);
});
