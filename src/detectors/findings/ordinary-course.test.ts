import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { byStep, numbers, preparedSeries } from "../../testing/made-up-series";
import { testContext } from "../../testing/test-context";
import { seriesFindings } from "./findings";

it("expects of a step what season and trend say, in the units of the samples", async () => {
  const normal = normalDeviates(seededRandom(3));
  const course = (step: number) => 500 + 40 * Math.sin((step * Math.PI) / 12);
  const { samples } = await preparedSeries([
    numbers(
      "step",
      byStep(720, (step) => step),
    ),
    numbers(
      "load",
      byStep(720, (step) => (step === 400 ? 900 : course(step) + normal())),
    ),
  ]);
  const model = await seriesFindings.fit(samples, {}, testContext());
  const expected = await seriesFindings.expect!(model, samples, testContext());
  expect(expected.length).toBe(samples.count);
  for (const step of [100, 400, 650]) expect(samples.inUnits!(step, 0, expected[step]!)).toBeCloseTo(course(step), -1);
});
