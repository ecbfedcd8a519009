import { expect, it } from "vitest";
import { defaultsOf } from "../../core/detect/param-schema";
import { matrixOf, noiseMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { cblof, countLarge } from "./cblof";

const params = defaultsOf(cblof.params);

it.each([
  ["where alpha and beta agree", [50, 45, 4, 1], 0.9, 5, 2],
  ["by alpha where sizes fall slowly", [40, 30, 20, 10], 0.9, 5, 3],
  ["by beta where alpha is never met before the last", [60, 10, 30 / 4], 1, 5, 1],
  ["all where neither is met", [40, 30, 30], 1, 5, 3],
  ["a single one", [12], 0.9, 5, 1],
])("tells large clusters from small ones: %s", (_, sizes, alpha, beta, large) => {
  expect(countLarge(sizes, alpha, beta)).toBe(large);
});

/** 190 rows near 0 or 100, and a tight group of 10 strangers at 1000. */
const grouped = matrixOf(
  Array.from({ length: 200 }, (_, row) => [row < 190 ? (row % 2) * 100 + (row % 7) / 10 : 1000 + (row % 3) / 10]),
);

it("measures rows of a small cluster from the nearest large one", async () => {
  const model = await cblof.fit(grouped, { ...params, clusters: 3 }, testContext());
  const scores = await cblof.score(model, grouped, testContext());
  expect(model.large).toBe(2);
  expect(scores[195]).toBeCloseTo(900, 0);
  expect(Math.max(...scores.subarray(0, 190))).toBeLessThan(1);
});

it("multiplies by the share of the row's own cluster when asked", async () => {
  const model = await cblof.fit(grouped, { ...params, clusters: 3, weighted: true }, testContext());
  const scores = await cblof.score(model, grouped, testContext());
  expect(scores[195]).toBeCloseTo(900 * 0.05, 0);
});

it.each([true, false])("explains by parts that add up to the score, weighted %s", async (weighted) => {
  const samples = noiseMatrix(100, 4);
  const model = await cblof.fit(samples, { ...params, weighted }, testContext());
  const scores = await cblof.score(model, samples, testContext());
  const attributions = (await cblof.explain?.(model, samples, testContext())) ?? [];
  attributions.forEach(
    ({ values }, row) => expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[row]!, 4), // one score each
  );
});
