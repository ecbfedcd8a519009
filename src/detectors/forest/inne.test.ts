import { expect, it } from "vitest";
import { defaultsOf } from "../../core/detect/param-schema";
import { matrixOf, noiseMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { inne } from "./inne";

const params = defaultsOf(inne.params);

it("isolates by the smallest ball that covers a row", async () => {
  // All four rows are in every set: radii 1, 1, 2 and 7 around 0, 1, 3 and 10.
  const model = await inne.fit(matrixOf([[0], [1], [3], [10]]), { sets: 10, perSet: 4 }, testContext());
  const rows = matrixOf([[0.5], [1.9], [4.5], [8], [-1.5], [18]]);
  const scores = await inne.score(model, rows, testContext());
  [0, 0, 1 - 1 / 2, 1 - 2 / 7, 1, 1].forEach((expected, row) => expect(scores[row]).toBeCloseTo(expected, 6));
});

it("isolates nothing by a ball of no radius", async () => {
  const model = await inne.fit(matrixOf([[2], [2], [2]]), { sets: 10, perSet: 3 }, testContext());
  expect(
    [...(await inne.score(model, matrixOf([[2], [2.1]]), testContext()))].map((score) => +score.toFixed(6)),
  ).toEqual([0, 1]);
});

it("explains by parts that add up to the score, for covered rows and others", async () => {
  const samples = noiseMatrix(150, 3);
  const model = await inne.fit(samples, params, testContext());
  const rows = matrixOf([...[0, 1, 2, 3].map((row) => [...samples.block(row, row + 1)]), [40, 0, 0]]);
  const scores = await inne.score(model, rows, testContext());
  const attributions = (await inne.explain?.(model, rows, testContext())) ?? [];
  attributions.forEach(
    ({ values }, row) => expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[row]!, 4), // one score each
  );
  expect(attributions[4]?.values[0]).toBeGreaterThan(0.9);
});
