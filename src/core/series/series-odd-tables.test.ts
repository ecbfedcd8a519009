import { describe, expect, it } from "vitest";
import { byStep, numbers, preparedSeries, times, words } from "../../testing/made-up-series";
import { NO_ROW } from "./series-samples";

const MINUTE = 60_000;
const start = Date.UTC(2025, 0, 1);
const minutes = (count: number) => byStep(count, (i) => start + i * MINUTE);

describe("many series", () => {
  it("are each standardised by themselves and never joined", async () => {
    const found = await preparedSeries(
      [
        times(
          "t",
          [0, 0, 1, 1, 2, 2, 3].map((i) => start + i * MINUTE),
        ),
        words("machine", ["b", "a", "b", "a", "b", "a", ""]),
        numbers("v", [10, 1000, 20, 2000, 30, 3000, 7]),
      ],
      { group: 1 },
    );
    expect(found.names).toEqual(["b", "a"]);
    expect([...found.samples.starts]).toEqual([0, 3, 6]);
    expect([...found.samples.origin]).toEqual([0, 2, 4, 1, 3, 5]);
    const values = found.samples.block(0, 6);
    expect([...values.subarray(0, 3)]).toEqual([...values.subarray(3)]);
    expect(found.stepOf[6]).toBe(NO_ROW);
    expect(found.notes).toEqual([{ code: "series.no-name", values: { count: 1, column: "machine" } }]);
  });

  it("a thousand of ten points each", async () => {
    const { samples, seriesOf } = await preparedSeries(
      [
        times(
          "t",
          byStep(10_000, (i) => start + Math.floor(i / 1000) * MINUTE),
        ),
        numbers(
          "site",
          byStep(10_000, (i) => i % 1000),
        ),
        numbers(
          "v",
          byStep(10_000, (i) => (i * 37) % 11),
        ),
      ],
      { group: 1 },
    );
    expect(samples).toMatchObject({ count: 10_000, window: 5, stride: 1, period: null });
    expect(samples.features).toEqual(["v"]);
    expect(seriesOf).toHaveLength(1000);
  });
});

describe("bad input", () => {
  it.each([
    ["one point", [start], [5]],
    ["two points at one time", [start, start], [5, 6]],
    ["all equal", [...minutes(50)], new Array<number>(50).fill(3)],
    ["nothing but one value", [...minutes(50)], [...byStep(50, (i) => (i === 20 ? 1 : NaN))]],
    ["enormous and infinite values", [...minutes(6)], [1e308, -1e308, Infinity, -Infinity, NaN, 0]],
  ])("copes with %s", async (_name, at, values) => {
    const { samples } = await preparedSeries([times("t", at), numbers("v", values)]);
    expect(samples.count).toBeGreaterThan(0);
    expect(samples.block(0, samples.count).every(Number.isFinite)).toBe(true);
    expect(samples.window).toBeGreaterThanOrEqual(1);
    expect(samples.stride).toBeGreaterThanOrEqual(1);
    expect(samples.starts.at(-1)).toBe(samples.count);
  });

  it("refuses what cannot be a series, by name", async () => {
    const missing = numbers(
      "v",
      byStep(5, () => NaN),
    );
    await expect(preparedSeries([times("t", minutes(5)), missing])).rejects.toMatchObject({
      info: { code: "no-rows" },
    });
    await expect(preparedSeries([times("t", minutes(5)), words("w", ["a", "b", "a", "b", "a"])])).rejects.toMatchObject(
      {
        info: { code: "no-features" },
      },
    );
    await expect(preparedSeries([words("w", ["a"]), numbers("v", [1])])).rejects.toMatchObject({
      info: { code: "illegal-parameter", values: { why: "no-times", column: "w" } },
    });
    await expect(preparedSeries([numbers("v", [1])], { time: 3 })).rejects.toMatchObject({
      info: { code: "illegal-parameter", values: { why: "no-column" } },
    });
  });

  it("takes a million points in one series", async () => {
    const order = byStep(1_000_000, (i) => start + (i ^ 1) * MINUTE);
    const { samples } = await preparedSeries([
      times("t", order),
      numbers(
        "v",
        byStep(1_000_000, (i) => Math.sin(i / 200) + (i % 7)),
      ),
    ]);
    expect(samples).toMatchObject({ count: 1_000_000, window: 49, stride: 10 });
  });
});
