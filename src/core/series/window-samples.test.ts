import { describe, expect, it } from "vitest";
import { byStep, numbers, preparedSeries, times } from "../../testing/made-up-series";
import { WINDOW_STATISTICS } from "./window-statistics";
import { windowSamplesOf } from "./window-samples";
import { normalDeviates, seededRandom } from "../math/random";
import { pointScores, windowsAround, windowsOf } from "./windows";

const seriesOf = async (values: Float64Array, shape = {}, at = byStep(values.length, (i) => i * 1000)) =>
  (await preparedSeries([times("t", at), numbers("cpu", values)], shape)).samples;

describe("where windows lie", () => {
  it("begin with each part, end with it, and are short where it is", async () => {
    const at = byStep(23, (i) => (i < 17 ? i : i < 20 ? 100 + i : 200 + i) * 1000);
    const series = await seriesOf(
      byStep(23, (i) => i % 5),
      { window: 8, stride: 4 },
      at,
    );
    const windows = windowsOf(series, 1e6);
    expect([...series.starts]).toEqual([0, 17, 20, 23]);
    expect([...windows.first]).toEqual([0, 4, 8, 9, 17, 20]);
    expect([...windows.end]).toEqual([8, 12, 16, 17, 20, 23]);
    for (let step = 0; step < 23; step++) {
      const { from, to } = windowsAround(windows, step);
      const covering = [...windows.first.keys()].filter((i) => windows.first[i]! <= step && windows.end[i]! > step);
      expect(covering).toEqual(Array.from({ length: to - from }, (_, i) => from + i));
    }
  });

  it("grow apart when there would be too many, but never leave a step out", async () => {
    const series = await seriesOf(
      byStep(5000, (i) => i % 7),
      { window: 50, stride: 1 },
    );
    const windows = windowsOf(series, 300);
    expect(windows.first.length).toBeLessThanOrEqual(300);
    expect(windows.stride).toBeLessThanOrEqual(50);
    const seldom = windowsOf(series, 10);
    expect(seldom.stride).toBe(50);
    expect(pointScores(new Float64Array(seldom.first.length).fill(1), seldom, series).every((one) => one === 1)).toBe(
      true,
    );
  });
});

describe("what they hold", () => {
  it("ten statistics of each channel, standardised", async () => {
    const values = byStep(40, (i) => (i * i * 31) % 23);
    const series = await seriesOf(values, { window: 6, stride: 2 });
    const samples = await windowSamplesOf(series, "statistics");
    expect(samples.features).toEqual(WINDOW_STATISTICS.map((name) => `cpu: ${name}`));
    const own = [...series.block(4, 10)];
    const mean = own.reduce((sum, value) => sum + value, 0) / 6;
    const sorted = [...own].sort((a, b) => a - b);
    const jumps = own.slice(1).map((value, i) => Math.abs(value - own[i]!));
    const expected = [
      mean,
      Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 6),
      sorted[0]!,
      sorted[5]!,
      (sorted[2]! + sorted[3]!) / 2,
      (5 * own.reduce((sum, value, i) => sum + (i - 2.5) * value, 0)) / 17.5,
      jumps.reduce((sum, jump) => sum + jump, 0) / 5,
      Math.max(...jumps),
      own[5]!,
      own[5]! - own[0]!,
    ];
    const row = samples.block(2, 3);
    const { centers, scales } = samples.units!;
    expected.forEach((value, i) => {
      expect(centers[i]! + scales[i]! * row[i]!).toBeCloseTo(value, 5);
    });
    for (let feature = 0; feature < 10; feature++) {
      const column = Array.from({ length: samples.count }, (_, i) => samples.block(i, i + 1)[feature]!);
      expect(column.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 3);
      expect(column.reduce((sum, value) => sum + value * value, 0) / samples.count).toBeCloseTo(1, 3);
    }
  });

  it("nothing but zeros where every window is the same", async () => {
    for (const values of [byStep(300, () => 4), byStep(3000, (i) => Math.sin((2 * Math.PI * i) / 50))]) {
      const samples = await windowSamplesOf(await seriesOf(values, { window: 100, stride: 50 }), "statistics");
      expect(samples.block(0, samples.count).every((value) => value === 0)).toBe(true);
    }
  });

  it("their values, step after step, laid out when asked; a short part repeats its last step", async () => {
    const at = byStep(12, (i) => (i < 9 ? i : 100 + i) * 1000);
    const dataset = [
      times("t", at),
      numbers(
        "a",
        byStep(12, (i) => i),
      ),
      numbers(
        "b",
        byStep(12, (i) => -i),
      ),
    ];
    const series = (await preparedSeries(dataset, { window: 5, stride: 4 })).samples;
    const samples = await windowSamplesOf(series, "values");
    expect(samples).toMatchObject({ count: 3, width: 10 });
    expect(samples.features.slice(0, 4)).toEqual(["a: 1", "b: 1", "a: 2", "b: 2"]);
    expect([...samples.channelOf.subarray(0, 3)]).toEqual([0, 1, 0]);
    expect(samples.block(1, 2)).toEqual(series.block(4, 9));
    const last = samples.block(2, 3);
    expect(last.subarray(0, 6)).toEqual(series.block(9, 12));
    expect(last.subarray(6, 8)).toEqual(series.block(11, 12));
    expect(last.subarray(8, 10)).toEqual(series.block(11, 12));
    expect(samples.block(0, 3)).toHaveLength(30);
  });
});

describe("scores of windows as scores of steps", () => {
  it("are means over all windows that cover a step, the last one where it is out of step only if it is alone", async () => {
    const series = await seriesOf(
      byStep(7, (i) => i % 3),
      { window: 4, stride: 2 },
    );
    const windows = windowsOf(series, 100);
    expect([...windows.first]).toEqual([0, 2, 3]);
    expect([...pointScores([3, 6, 12], windows, series)]).toEqual([3, 3, 4.5, 4.5, 6, 6, 12]);
  });

  it("vary no more at the ends than elsewhere, where fewer windows cover a step", async () => {
    const { samples: series } = await preparedSeries(
      [
        times(
          "time",
          byStep(400, (step) => step * 1000),
        ),
        numbers(
          "v",
          byStep(400, (step) => step),
        ),
      ],
      { window: 20, stride: 1 },
    );
    const windows = windowsOf(series, 1000);
    const wave = Float64Array.from(windows.first, (at) => 5 + Math.sin((2 * Math.PI * at) / 20));
    for (const score of pointScores(wave, windows, series)) expect(score).toBeCloseTo(5, 6);
    const normal = normalDeviates(seededRandom(3));
    const noise = byStep(400, normal);
    const overlapping = wave.map((_, i) => noise.subarray(i, i + 20).reduce((sum, one) => sum + one, 0));
    const strange = overlapping.map((score, i) => score + (i >= wave.length - 5 ? 40 : 0));
    const scores = pointScores(strange, windows, series);
    expect(scores.indexOf(Math.max(...scores))).toBeGreaterThanOrEqual(390);
  });

  it("or that of the last window that had ended", async () => {
    const series = await seriesOf(
      byStep(12, (i) => i % 3),
      { window: 4, stride: 2, points: "last" },
      byStep(12, (i) => (i < 7 ? i : 100 + i) * 1000),
    );
    const windows = windowsOf(series, 100);
    expect([...windows.end]).toEqual([4, 6, 7, 11, 12]);
    expect([...pointScores([3, 6, 12, 1, 2], windows, series)]).toEqual([3, 3, 3, 3, 3, 6, 12, 1, 1, 1, 1, 2]);
  });

  it("are exactly equal where the windows' are", async () => {
    const series = await seriesOf(
      byStep(500, (i) => i % 3),
      { window: 40, stride: 3 },
    );
    const windows = windowsOf(series, 1000);
    const scores = pointScores(new Float64Array(windows.first.length).fill(0.1), windows, series);
    expect(new Set(scores)).toEqual(new Set([0.1]));
  });
});
