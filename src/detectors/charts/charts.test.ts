import { describe, expect, it } from "vitest";
import type { Note } from "../../core/data/note";
import type { SeriesDetector } from "../../core/detect/detector";
import { normalDeviates, seededRandom } from "../../core/math/random";
import type { SeriesSamples } from "../../core/series/series-samples";
import { byStep } from "../../testing/made-up-series";
import { seriesFrom } from "../../testing/planted-series";
import { testContext } from "../../testing/test-context";
import { controlChart, cusum, ewmaChart } from "./control-charts";
import { breachesOf } from "./nelson-rules";

const charts: readonly SeriesDetector[] = [controlChart, cusum, ewmaChart];
const fifth = ({ count }: SeriesSamples) => Math.log10(count / 0.2);

function noise(seed: number, memory = 0): () => number {
  const normal = normalDeviates(seededRandom(seed));
  let last = normal();
  return () => (last = memory * last + Math.sqrt(1 - memory * memory) * normal());
}

const series = (steps: number, value: (step: number) => number) => seriesFrom([byStep(steps, value)], { period: null });

async function heard(detector: SeriesDetector, samples: SeriesSamples) {
  const notes: string[] = [];
  const context = { ...testContext(), note: ({ code }: Note) => void notes.push(code) };
  const model = await detector.fit(samples, {}, context);
  const scores = await detector.score(model, samples, testContext());
  const steps = [...scores.keys()].filter((step) => scores[step]! >= fifth(samples));
  const [reason] = (await detector.reasons?.(model, samples, steps.slice(0, 1), testContext())) ?? [];
  return { steps, reason, notes, outcome: await detector.test?.(model, samples, testContext()), model };
}

describe("the rules of Nelson and Westgard", () => {
  const rulesOf = (...z: number[]) => [...new Set(breachesOf(Float64Array.from(z)).map(({ rule }) => rule))];

  it.each([
    ["one-beyond-3", [0.1, 3.2, -0.4]],
    ["nine-one-side", [0.2, 0.5, 0.1, 0.7, 0.3, 0.2, 0.9, 0.4, 0.1]],
    ["six-one-way", [-0.9, -0.5, -0.1, 0.3, 0.7, 0.9]],
    ["fourteen-zigzag", [0.3, -0.3, 0.2, -0.4, 0.3, -0.2, 0.5, -0.1, 0.2, -0.3, 0.4, -0.4, 0.1, -0.2]],
    ["two-of-three", [0.1, 2.1, -0.2, 2.4, 0]],
    ["four-of-five", [-1.2, -1.4, 0.2, -1.1, -1.6]],
    ["fifteen-near", [0.3, -0.3, 0.2, 0.4, 0.3, -0.2, -0.5, -0.1, 0.2, 0.3, 0.4, -0.4, 0.1, 0.2, -0.3]],
    ["eight-apart", [1.2, -1.4, 1.3, -1.1, -1.6, 1.7, 1.2, -1.3]],
    ["r-4s", [0.2, 2.2, -2.3, 0.1]],
  ] as const)("fire where they are published to: %s", (rule, z) => {
    expect(rulesOf(...z)).toContain(rule);
    expect(rulesOf(...z.slice(0, -2), 0, 0)).not.toContain(rule === "one-beyond-3" ? "r-4s" : rule);
  });

  it("are silent of what breaks none", () => {
    expect(rulesOf(0.5, -1.2, 0.3, 1.4, -0.6, -0.2, 0.8)).toEqual([]);
  });
});

describe.each(charts.map((chart) => [chart.id, chart] as const))("%s", (_, chart) => {
  it("errs no more often than it says, in noise and in noise that remembers", async () => {
    let wrong = 0;
    for (let seed = 1; seed <= 40; seed++)
      for (const memory of [0, 0.6]) {
        const { steps } = await heard(chart, series(300, noise(seed, memory)));
        wrong += steps.filter((step, at) => step !== (steps[at - 1] ?? -9) + 1).length;
      }
    expect(wrong / 80).toBeLessThanOrEqual(0.3);
  });

  it("says that it charts what the last steps do not foretell, where they do", async () => {
    const dependent = await heard(chart, series(400, noise(3, 0.8)));
    expect(dependent.notes).toContain("series-detector.chart-of-rest");
    expect((await heard(chart, series(400, noise(4)))).notes).toEqual([]);
  });

  it("draws its centre and limits of three deviations", async () => {
    const samples = series(400, noise(5));
    const { model } = await heard(chart, samples);
    const centre = await chart.expect!(model, samples, testContext());
    expect(Math.abs(centre[200]!)).toBeLessThan(0.3);
    expect(chart.limits!(model, samples)[0]).toBeCloseTo(3, 0);
  });

  it("says nothing of too few steps", async () => {
    expect((await heard(chart, series(8, noise(6)))).outcome).toMatchObject({ kind: "silent" });
  });
});

it("a point far out is told with the rule that it breaks, by its channel", async () => {
  const one = noise(7);
  const samples = seriesFrom([byStep(300, one), byStep(300, (step) => one() + (step === 140 ? 7 : 0))], {
    period: null,
  });
  const { steps, reason } = await heard(controlChart, samples);
  expect(steps).toEqual([140]);
  expect(reason).toMatchObject({
    note: { code: "finding.chart.one-beyond-3", values: { column: "c1" } },
    features: [1],
  });
});

it.each([
  ["cusum", cusum, "finding.chart.sum-above"],
  ["ewma-chart", ewmaChart, "finding.chart.average-above"],
] as const)("%s sees a small change that lasts for a while", async (_, chart, code) => {
  const one = noise(8);
  const { steps, reason } = await heard(
    chart,
    series(400, (step) => one() + (step >= 250 && step < 290 ? 1.6 : 0)),
  );
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.every((step) => step >= 240 && step < 300)).toBe(true);
  expect(reason?.note.code).toBe(code);
});
