import { expect, it } from "vitest";
import type { MatrixDetector } from "../../core/detect/detector";
import { defaultsOf, type AnyParamValues } from "../../core/detect/param-schema";
import type { MatrixSamples } from "../../core/detect/samples";
import { matrixOf, noiseMatrix } from "../../testing/planted";
import { testContext } from "../../testing/test-context";
import { iqr } from "./iqr";
import { meanSd } from "./mean-sd";
import { robustZ } from "./robust-z";
import { zScore } from "./z-score";

async function fitAndScore(
  detector: MatrixDetector,
  samples: MatrixSamples,
  params: AnyParamValues = {},
  other = samples,
) {
  const model = await detector.fit(samples, { ...defaultsOf(detector.params), ...params }, testContext());
  const scores = await detector.score(model, other, testContext());
  const attributions = (await detector.explain?.(model, other, testContext())) ?? [];
  return { scores: [...scores], attributions };
}

const column = (...values: number[]): MatrixSamples => matrixOf(values.map((value) => [value]));
const two = matrixOf([
  [1, 10],
  [2, 10],
  [3, 10],
  [4, 10],
  [10, 15],
]);

it("z counts standard deviations of the population", async () => {
  const { scores } = await fitAndScore(zScore, column(1, 2, 3, 4, 5));
  scores.forEach((score, i) => expect(score).toBeCloseTo([2, 1, 0, 1, 2][i]! / Math.SQRT2, 6)); // five rows
});

it("z is signed when only one side counts", async () => {
  const { scores } = await fitAndScore(zScore, column(1, 2, 3, 4, 5), { side: "high" });
  expect(scores[0]).toBeCloseTo(-Math.SQRT2, 6);
  const low = await fitAndScore(zScore, column(1, 2, 3, 4, 5), { side: "low" });
  expect(low.scores[0]).toBeCloseTo(Math.SQRT2, 6);
});

it("robust z uses 1.4826 MAD, and 1.2533 times the mean deviation where the MAD is 0", async () => {
  expect((await fitAndScore(robustZ, column(1, 2, 3, 4, 100))).scores[4]).toBeCloseTo(97 / 1.4826, 4);
  expect((await fitAndScore(robustZ, column(0, 0, 0, 0, 10))).scores[4]).toBeCloseTo(10 / (1.253314 * 2), 4);
});

it("mean ± k sd is 0 on the border of the band and k moves it", async () => {
  const { scores } = await fitAndScore(meanSd, column(1, 2, 3, 4, 5), { k: 1 });
  expect(scores[4]).toBeCloseTo(Math.SQRT2 - 1, 6);
  expect(scores[2]).toBeCloseTo(-1, 6);
  const wide = await fitAndScore(meanSd, column(1, 2, 3, 4, 5), { k: 3 });
  expect(wide.scores[4]).toBeCloseTo(Math.SQRT2 - 3, 6);
});

it("IQR counts box lengths beyond the fence, and keeps rows inside in order", async () => {
  const { scores } = await fitAndScore(iqr, column(0, 1, 2, 3, 4, 20));
  expect(scores[5]).toBeCloseTo((20 - 3.75) / 2.5 - 1.5, 5);
  expect(scores[2]).toBeLessThan(scores[1]!); // six rows
});

it("IQR measures a column whose quartiles coincide in standard deviations", async () => {
  const { scores } = await fitAndScore(iqr, column(0, 0, 0, 0, 0, 0, 0, 0, 0, 10), { k: 0 });
  expect(scores[9]).toBeCloseTo(10 / 3, 5);
});

it("combines columns by their maximum or their mean", async () => {
  const most = await fitAndScore(zScore, two);
  const average = await fitAndScore(zScore, two, { combine: "mean" });
  const first = 6 / Math.sqrt(10);
  expect(most.scores[4]).toBeCloseTo(Math.max(first, 2), 5);
  expect(average.scores[4]).toBeCloseTo((first + 2) / 2, 5);
});

it("explains a mean by parts that add up to the score, inside the bands too", async () => {
  for (const detector of [zScore, robustZ, meanSd, iqr]) {
    const { scores, attributions } = await fitAndScore(detector, noiseMatrix(60, 4), { combine: "mean" });
    attributions.forEach(({ values, additive }, row) => {
      expect(additive).toBe(true);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[row]!, 5); // one for each
    });
  }
});

it("explains a maximum by the distance of each column, the largest being the score", async () => {
  const { scores, attributions } = await fitAndScore(iqr, two);
  expect(Math.max(...attributions[4]!.values)).toBeCloseTo(scores[4]!, 5); // five rows
  expect([...(attributions[4]!.expected ?? [])]).toEqual([3, 10]);
});

it("ignores a column that never varied, also when it does later", async () => {
  const { scores } = await fitAndScore(
    zScore,
    matrixOf([
      [1, 7],
      [2, 7],
      [3, 7],
    ]),
    {},
    matrixOf([[2, 9]]),
  );
  expect(scores[0]).toBeCloseTo(0, 6);
});
