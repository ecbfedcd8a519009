import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SeriesDetector } from "../core/detect/detector";
import { defaultsOf, type AnyParamValues } from "../core/detect/param-schema";
import type { SeriesSamples } from "../core/series/series-samples";
import {
  expectProgress,
  expectRefusals,
  expectSameScores,
  expectScores,
  fitAndScore,
} from "../testing/detector-checks";
import { legalParams } from "../testing/legal-params";
import { plantedSeries, seriesFrom } from "../testing/planted-series";
import { randomRuns } from "../testing/random-runs";
import { testContext } from "../testing/test-context";
import { detectors } from "./registry";

const PLANTED = { from: 401, to: 406, channel: 1 };
// What knows its own error is bound by tests-contract.test.ts.
const ofSeries = detectors.filter((detector) => detector.accepts === "series").filter(({ test }) => !test);

/** Networks of the width that they have by default are wide enough. */
const WIDEST: Record<string, number> = { filters: 8, units: 32, hidden: 32 };

/** Training on the slowest backend is dear. */
function thrifty(detector: SeriesDetector, params: AnyParamValues = defaultsOf(detector.params)): AnyParamValues {
  if (detector.family !== "neural") return params;
  const narrow = Object.entries(params).map(([name, value]): [string, AnyParamValues[string]] => {
    const most = WIDEST[name];
    return [name, most !== undefined && typeof value === "number" ? Math.min(value, most) : value];
  });
  return {
    ...Object.fromEntries(narrow),
    ...("steps" in params && { steps: 80 }),
    ...("epochs" in params && { epochs: 5 }),
  };
}

function scoresOf(detector: SeriesDetector, samples: SeriesSamples, params = thrifty(detector)) {
  return fitAndScore(detector, samples, params);
}

/** As thrifty, and shorter still: where any result will do, nothing has to be learned. */
function brief(detector: SeriesDetector, params?: AnyParamValues): AnyParamValues {
  const values = thrifty(detector, params);
  if (detector.family !== "neural") return values;
  return { ...values, ...("steps" in values && { steps: 20 }), ...("epochs" in values && { epochs: 2 }) };
}

/** A stretch as a series of its own. */
function cutOf(samples: SeriesSamples, from: number, to: number): SeriesSamples {
  return {
    ...samples,
    count: to - from,
    origin: samples.origin.slice(from, to),
    times: samples.times.slice(from, to),
    starts: Uint32Array.of(0, to - from),
    block: (first, last) => samples.block(from + first, from + last),
  };
}

const wave = (count: number): number[] => Array.from({ length: count }, (_, step) => Math.sin((step * Math.PI) / 12));

describe.each(ofSeries.map((detector) => [detector.id, detector] as const))("%s", (_, detector) => {
  const planted = plantedSeries();
  const fitted = (() => {
    let once: ReturnType<typeof scoresOf> | null = null;
    return () => (once ??= scoresOf(detector, planted));
  })();

  it("finds a planted stretch, and the channel in which it is strange", async () => {
    const { model, scores } = await fitted();
    const strangest = scores.indexOf(Math.max(...scores));
    expect(strangest).toBeGreaterThanOrEqual(PLANTED.from - planted.window);
    expect(strangest).toBeLessThan(PLANTED.to + planted.window);
    const attributions = await detector.explain!(model, planted, testContext()); // each of them explains itself
    expect(attributions.length).toBe(planted.count);
    const { values, additive } = attributions[strangest]!; // one for each step
    expect(values.indexOf(Math.max(...values))).toBe(PLANTED.channel);
    if (additive) expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(scores[strangest]!, 3);
  });

  it("expects a number or nothing for every channel of every step, the ordinary one of the planted stretch", async () => {
    if (!detector.expect) return;
    const expected = await detector.expect((await fitted()).model, planted, testContext());
    expect(expected.length).toBe(planted.count * planted.width);
    expect(expected.some((value) => !Number.isFinite(value) && !Number.isNaN(value))).toBe(false);
    expect(Math.abs(expected[PLANTED.from * 3 + PLANTED.channel]!)).toBeLessThan(3); // a step of three channels
  });

  it("measures from what it expects: a stretch that is as expected is not strange", async () => {
    if (!detector.expect) return;
    const { model, scores } = await fitted();
    const { width } = planted;
    const values = planted.block(0, planted.count).slice();
    const asExpected = { ...planted, block: (from: number, to: number) => values.subarray(from * width, to * width) };
    // One after the other: what is expected of a step may follow from the steps before it.
    for (let step = PLANTED.from; step < PLANTED.to; step++) {
      const expected = await detector.expect(model, asExpected, testContext());
      values.set(expected.subarray(step * width, (step + 1) * width), step * width);
    }
    const after = await detector.score(model, asExpected, testContext());
    const ordinary = scores.toSorted()[planted.count >> 1]!; // the middle one
    const highest = (of: Float64Array): number => Math.max(...of.subarray(PLANTED.from, PLANTED.to));
    expect(highest(after) - ordinary).toBeLessThan(0.1 * (highest(scores) - ordinary));
  });

  it("gives the same scores for the same seed, and from a copy of the model", async () => {
    await expectSameScores(detector, planted, thrifty(detector), await fitted());
  });

  it("leaves its input as it was", async () => {
    const samples = plantedSeries();
    const before = samples.block(0, samples.count).slice();
    await scoresOf(detector, samples, brief(detector));
    expect(samples.block(0, samples.count)).toEqual(before);
  });

  it("scores a series the same whatever series come with it", async () => {
    const channels = [0, 1].map((channel) =>
      plantedSeries()
        .block(0, 720)
        .filter((_one, at) => at % 3 === channel),
    );
    const many = seriesFrom(channels, { lengths: [200, 400, 120], window: 24 });
    const { model, scores } = await scoresOf(detector, many, brief(detector));
    const alone = await detector.score(model, cutOf(many, 200, 600), testContext());
    for (let step = 0; step < 400; step += 7) expect(alone[step]).toBeCloseTo(scores[200 + step]!, 5); // step < 400
  });

  it("says how far it is and stops when it is cancelled", async () => {
    await expectProgress(detector, planted, brief(detector));
  });

  it("gives finite scores for any legal parameters, of all windows or only of the past", async () => {
    const small = plantedSeries({ count: 150, from: 90 });
    await fc.assert(
      fc.asyncProperty(legalParams(detector.params), fc.constantFrom("covering", "last"), async (params, points) => {
        const { scores } = await scoresOf(detector, { ...small, points }, brief(detector, params));
        expectScores(scores, small);
      }),
      randomRuns(detector.family === "neural" ? 2 : 12),
    );
  });

  it.each([
    ["one step", seriesFrom([[3]])],
    ["two steps", seriesFrom([[3, 4]])],
    ["less than a window", seriesFrom([wave(10)], { window: 24 })],
    ["a flat line", seriesFrom([new Float32Array(100)])],
    ["a flat channel", seriesFrom([wave(100), new Float32Array(100)])],
    ["a perfect wave", seriesFrom([wave(240)])],
    ["a hundred series of ten steps", seriesFrom([wave(1000)], { lengths: Array<number>(100).fill(10), window: 5 })],
    ["series shorter and longer than a window", seriesFrom([wave(100)], { lengths: [1, 60, 3, 36], window: 24 })],
    ["enormous and tiny values", seriesFrom([wave(100).map((x) => x * 1e9), wave(100).map((x) => x * 1e-9)])],
    ["one spike in a flat line", seriesFrom([Float32Array.from({ length: 100 }, (_one, at) => (at === 50 ? 9 : 0))])],
    ["no season, no clock", seriesFrom([wave(100)], { period: null, isClock: false, times: Float64Array.from({ length: 100 }, (_one, at) => at), step: 1 })], // prettier-ignore
  ])("copes with %s", async (_name, samples) => {
    const { model, scores } = await scoresOf(detector, samples, brief(detector));
    expectScores(scores, samples);
    const attributions = await detector.explain!(model, samples, testContext());
    expect(attributions.every(({ values }) => values.every(Number.isFinite))).toBe(true);
  });

  it("refuses no steps and no channels", async () => {
    await expectRefusals(detector, thrifty(detector), {
      rows: seriesFrom([[]]),
      features: { ...seriesFrom([[1, 2, 3]]), width: 0, shape: [0], features: [] },
    });
  });
});
