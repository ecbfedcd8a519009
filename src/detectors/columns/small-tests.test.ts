import { describe, expect, it } from "vitest";
import type { ColumnDetector } from "../../core/detect/detector";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { columnsFrom } from "../../testing/ordinary-samples";
import { numbers } from "../../testing/made-up-series";
import { testContext } from "../../testing/test-context";
import { findings } from "../findings/findings";
import { dixonTest, extremeDeviatesTest, grubbsTest } from "./small-tests";

const tests: readonly ColumnDetector[] = [grubbsTest, dixonTest, extremeDeviatesTest];
const fifth = (count: number) => Math.log10(count / 0.2);

async function heard(detector: ColumnDetector, values: readonly number[], beside: readonly number[] = []) {
  const columns = [
    numbers("ph", Float64Array.from(values)),
    ...(beside.length > 0 ? [numbers("other", Float64Array.from(beside))] : []),
  ];
  const samples = columnsFrom(columns, values.length);
  const model = await detector.fit(samples, {}, testContext());
  const scores = await detector.score(model, samples, testContext());
  const most = Math.max(...scores);
  const which = most > 0 ? [scores.indexOf(most)] : [];
  const [reason] = (await detector.reasons?.(model, samples, which, testContext())) ?? [];
  return { scores, reason, outcome: await detector.test?.(model, samples, testContext()) };
}

describe.each(tests.map((test) => [test.id, test] as const))("%s", (id, detector) => {
  it("says which of seven titrations is off, with its statistic and its probability", async () => {
    const { scores, reason } = await heard(detector, [7.02, 7.05, 6.98, 7.01, 8.4, 7.04, 7], [1, 2, 3, 5, 4, 2.5, 3.5]);
    expect([...scores.keys()].filter((row) => scores[row]! >= fifth(7))).toEqual([4]);
    expect(reason).toMatchObject({
      note: { code: `column-finding.${id}-above`, values: { column: "ph", value: 8.4, low: 6.98, high: 7.05 } },
      features: [0],
    });
    expect(Number(reason?.note.values?.["p"])).toBeLessThan(0.001);
  });

  it("errs no more often than it says among normal values", async () => {
    let wrong = 0;
    for (let seed = 1; seed <= 120; seed++) {
      const normal = normalDeviates(seededRandom(seed));
      const count = 3 + (seed % 40);
      const { scores } = await heard(detector, Array.from({ length: count }, normal));
      wrong += scores.filter((one) => one >= fifth(count)).length;
    }
    expect(wrong / 120).toBeLessThan(0.3);
  });

  it("refuses what is lopsided, coarse, too few and too many", async () => {
    const lopsided = Array.from({ length: 40 }, (_, at) => Math.exp(at / 5));
    const coarse = [1, 1, 1, 1, 2, 2, 1, 1, 9];
    for (const values of [lopsided, coarse, [1, 900], Array.from({ length: 60 }, (_, at) => at * 0.37)]) {
      const { outcome } = await heard(detector, values);
      expect(outcome).toMatchObject({ kind: "silent", why: { code: "column-finding.no-small-sample" } });
    }
  });
});

it("is heard among the findings from five rows on", async () => {
  const five = await heard(findings, [10.1, 10.2, 9.9, 10, 31]);
  expect(five.scores.map((one) => Number(one >= fifth(5)))).toEqual(Float64Array.of(0, 0, 0, 0, 1));
  expect((await heard(findings, [10.1, 10.2, 9.9, 31])).outcome?.kind).toBe("silent");
});
