import { describe, expect, it } from "vitest";
import { momentsOf } from "../../core/math/moments";
import { normalDeviates, seededRandom } from "../../core/math/random";
import type { SeriesSamples } from "../../core/series/series-samples";
import { seriesFrom } from "../../testing/planted-series";
import { testContext } from "../../testing/test-context";
import { autoregression } from "./autoregression";
import { discord } from "./discord";
import { ewma } from "./ewma";
import { movingMean } from "../../core/series/moving-mean";
import { rollingMean } from "./rolling-mean";
import { rollingRobustZ } from "./rolling-robust-z";
import { slotAt, slotsOf } from "./season";
import { seasonal } from "./seasonal";
import { subPca } from "./sub-pca";

const normal = normalDeviates(seededRandom(3));
const noise = Float32Array.from({ length: 400 }, normal);

describe("rolling bands", () => {
  // The usual spread counts like three steps: beside 40 steps before, it hardly moves the band.
  it.each([
    ["mean", rollingMean, { k: 2, span: 1 }, 2],
    ["median", rollingRobustZ, { span: 1 }, 0],
  ] as const)("measure from the %s of the steps before", async (_, detector, params, k) => {
    const samples = seriesFrom([noise], { window: 40 });
    const model = await detector.fit(samples, params as never, testContext());
    const scores = await detector.score(model, samples, testContext());
    const expected = await detector.expect!(model, samples, testContext());
    for (const step of [40, 171, 399]) {
      const past = Float64Array.from(noise.subarray(step - 40, step)).sort();
      const median = (past[19]! + past[20]!) / 2;
      const away = past.map((value) => Math.abs(value - median)).sort();
      const [centre, spread] =
        k > 0 ? [momentsOf(past).mean, momentsOf(past).sd] : [median, (1.4826 * (away[19]! + away[20]!)) / 2];
      expect(expected[step]).toBeCloseTo(centre, 5);
      const z = Math.abs(noise[step]! - centre) / spread;
      expect(Math.abs(scores[step]! - Math.max(0, z - k))).toBeLessThan(0.1 + 0.1 * z);
    }
    expect(expected[0]).toBeNaN();
    expect(scores[0]).toBe(0);
  });

  it("give a step out of a flat stretch a finite score, and look only back", async () => {
    const values = noise.slice().fill(0, 100, 200);
    values[160] = 2;
    const samples = seriesFrom([values], { window: 40 });
    const model = await rollingMean.fit(samples, { k: 4, span: 1 }, testContext());
    const scores = await rollingMean.score(model, samples, testContext());
    expect(scores[160]).toBeGreaterThan(0);
    expect(scores[160]).toBeLessThan(20);
    values.fill(50, 300);
    const after = await rollingMean.score(model, seriesFrom([values], { window: 40 }), testContext());
    expect(after.subarray(0, 300)).toEqual(scores.subarray(0, 300));
  });
});

it("a moving average chart follows Roberts' recursion", async () => {
  const samples = seriesFrom([noise], { window: 40 });
  const model = await ewma.fit(samples, { memory: 0.25 }, testContext());
  expect(model.weight).toBeCloseTo(2 / 11, 10);
  const scores = await ewma.score(model, samples, testContext());
  let average = noise[0]!;
  for (let step = 1; step < 400; step++) average += (2 / 11) * (noise[step]! - average);
  const limit = model.spread[0]! * Math.sqrt(model.weight / (2 - model.weight)); // one channel
  expect(scores[399]).toBeCloseTo(Math.abs(average - model.centre[0]!) / limit, 6);
});

describe("seasons", () => {
  const hourly = (days: number, rest: Partial<SeriesSamples> = {}): SeriesSamples =>
    seriesFrom([new Float32Array(24 * days)], rest);

  it("are days of two types from two weeks on, days before that, periods without a clock", () => {
    expect(slotsOf(hourly(70), "auto")).toMatchObject({ season: "day-type", perSeason: 24, count: 48 });
    expect(slotsOf(hourly(10), "auto")).toMatchObject({ season: "day", perSeason: 24 });
    expect(slotsOf(hourly(10, { isClock: false }), "auto")).toMatchObject({ season: "period", perSeason: 24 });
    expect(slotsOf(hourly(1, { period: null }), "auto")).toMatchObject({ season: "none", count: 1 });
    expect(slotsOf(hourly(10, { isClock: false }), "week")).toMatchObject({ season: "period" });
    expect(slotsOf(hourly(3), "day").perSeason).toBe(9); // eight steps make a median
  });

  it("tell Saturday noon from Friday noon, also before 1970", () => {
    const slots = slotsOf(hourly(70), "day-type");
    const noon = (date: string): number => slotAt(slots, Date.parse(`${date}T12:00:00Z`));
    expect([noon("2014-11-28"), noon("2014-11-29"), noon("2014-11-30"), noon("2014-12-01")]).toEqual([12, 36, 36, 12]);
    expect(noon("1965-01-02")).toBe(36);
  });

  it("are learnt by medians, so that one strange day does not bend them", async () => {
    const values = Float32Array.from({ length: 24 * 84 }, (_, step) => step % 24);
    values.fill(500, 24 * 8, 24 * 9);
    const samples = seriesFrom([values]);
    const model = await seasonal.fit(samples, { season: "auto", smoothing: 0 }, testContext());
    const expected = await seasonal.expect!(model, samples, testContext());
    expect([...expected.subarray(24 * 8, 24 * 9)]).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
  });
});

it("an autoregression finds the weights that made a series", async () => {
  const values = new Float32Array(20_000);
  for (let step = 2; step < values.length; step++)
    values[step] = 0.5 * values[step - 1]! - 0.3 * values[step - 2]! + normal(); // 2 <= step
  const params = { order: 2, smoothing: 0, ridge: 0 };
  const model = await autoregression.fit(seriesFrom([values]), params, testContext());
  expect(model.weights[0]).toBeCloseTo(0.5, 1);
  expect(model.weights[1]).toBeCloseTo(-0.3, 1);
  expect(model.spread[0]).toBeCloseTo(1, 1);
});

it("Sub-PCA rebuilds what is made of few shapes, and expects the shape where it is broken", async () => {
  const values = Float32Array.from({ length: 600 }, (_, step) => Math.sin((step * Math.PI) / 12));
  values.fill(0, 300, 312);
  const samples = seriesFrom([values], { window: 48 });
  const model = await subPca.fit(samples, { share: 90 }, testContext());
  const scores = await subPca.score(model, samples, testContext());
  expect(scores.indexOf(Math.max(...scores))).toBeGreaterThan(300 - 48);
  expect(scores.indexOf(Math.max(...scores))).toBeLessThan(312 + 48);
  const expected = await subPca.expect!(model, samples, testContext());
  expect(expected[306]).toBeCloseTo(Math.sin((306 * Math.PI) / 12), 0);
});

describe("a discord", () => {
  const window = 16;
  const rmsBetween = (a: Float32Array, b: Float32Array): number =>
    Math.sqrt(a.reduce((sum, value, at) => sum + (value - b[at]!) ** 2, 0) / a.length); // equal lengths
  const shapeOf = (values: Float32Array): Float32Array => {
    const { mean, sd } = momentsOf(values);
    return values.map((value) => (value - mean) / sd);
  };

  it.each([
    [false, (values: Float32Array) => values],
    [true, shapeOf],
  ])(
    "is as far from its nearest neighbour as comparing all with all finds (shapes only: %s)",
    async (normalise, seen) => {
      const values = noise.subarray(0, 120);
      const at = (step: number): Float32Array => seen(values.slice(step, step + window));
      // Scores of windows themselves: each step gets that of the window which ends with it.
      const samples = seriesFrom([values], { window, stride: 1, points: "last" });
      const model = await discord.fit(samples, { normalise }, testContext());
      const scores = await discord.score(model, samples, testContext());
      for (const step of [0, 37, 104]) {
        const others = Array.from({ length: 105 }, (_, other) => other).filter((other) => Math.abs(other - step) >= 8);
        const nearest = Math.min(...others.map((other) => rmsBetween(at(step), at(other))));
        expect(scores[step + window - 1]).toBeCloseTo(nearest, 4);
      }
    },
  );

  it("is a day without its peak, though the window is shorter than a day", async () => {
    const day = Float32Array.from({ length: 960 }, (_, step) =>
      step % 48 < 16 && Math.floor(step / 48) !== 9 ? 1 : 0,
    );
    const samples = seriesFrom([day], { window: 24, period: 48 });
    const periodic = { ...samples, periods: [{ steps: 48, strength: 0.9, name: null }] };
    const model = await discord.fit(periodic, { normalise: false }, testContext());
    expect(model.window).toBe(48);
    const scores = await discord.score(model, periodic, testContext());
    expect(Math.floor(scores.indexOf(Math.max(...scores)) / 48)).toBe(9);
  });

  it("is not found where everything repeats, and looks in other series too", async () => {
    const wave = Float32Array.from({ length: 240 }, (_, step) => [0, 1, 0, -1][step % 4]!); // four numbers
    const samples = seriesFrom([wave], { window, lengths: [220, 20] });
    const model = await discord.fit(samples, { normalise: false }, testContext());
    expect(Math.max(...(await discord.score(model, samples, testContext())))).toBe(0);
  });
});

describe("a moving mean", () => {
  const values = Float64Array.of(1, 2, 3, 4, 100, 200);
  it("stays within its series and channel, centred or of the past", () => {
    const samples = seriesFrom([[0, 0, 0, 0, 0, 0]], { lengths: [4, 2] });
    expect([...movingMean(values, samples, 3)]).toEqual([1.5, 2, 3, 3.5, 150, 150]);
    expect([...movingMean(values, { ...samples, points: "last" }, 3)]).toEqual([1, 1.5, 2, 3, 100, 150]);
    const two = seriesFrom([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect([...movingMean(values, two, 3)]).toEqual([2, 3, 104 / 3, 206 / 3, 51.5, 102]);
  });
});
