import { describe, expect, it } from "vitest";
import { byStep, numbers, preparedSeries, times } from "../../testing/made-up-series";
import { NO_ROW } from "./series-samples";
import { spanOf } from "./span-of";
import type { PreparedSeries } from "./series-samples-of";

const MINUTE = 60_000;
const start = Date.UTC(2025, 0, 1);
const minutes = (count: number) => byStep(count, (i) => start + i * MINUTE);

/** The values of a channel in the units of its column. */
function unscaled({ samples, centers, scales }: PreparedSeries, channel = 0, series = 0): number[] {
  const at = series * samples.width + channel;
  return Array.from({ length: samples.count }, (_, step) => {
    const value = samples.block(step, step + 1)[channel]!;
    return Math.round(1e4 * (centers[at]! + value * scales[at]!)) / 1e4 + 0;
  });
}

describe("an ordinary series", () => {
  it("is standardised as a whole, knows its step, its period, and which windows suit it", async () => {
    const { samples, notes } = await preparedSeries([
      times("t", minutes(2000)),
      numbers(
        "v",
        byStep(2000, (i) => 50 + 10 * Math.sin((2 * Math.PI * i) / 60)),
      ),
      numbers(
        "still",
        byStep(2000, () => 7),
      ),
    ]);
    expect(samples).toMatchObject({
      count: 2000,
      shape: [2],
      features: ["v", "still"],
      isClock: true,
      step: MINUTE,
      period: 60,
      window: 90,
      stride: 4,
    });
    expect([...samples.starts]).toEqual([0, 2000]);
    const values = samples.block(0, 2000);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < 4000; i += 2) {
      sum += values[i]!;
      squares += values[i]! ** 2;
      expect(values[i + 1]).toBe(0);
    }
    expect(sum / 2000).toBeCloseTo(0, 5);
    expect(squares / 2000).toBeCloseTo(1, 4);
    expect(notes).toEqual([]);
  });

  it("keeps the digits of small changes on a large offset", async () => {
    const found = await preparedSeries([
      times("t", minutes(100)),
      numbers(
        "v",
        byStep(100, (i) => 1e12 + (i % 2)),
      ),
    ]);
    expect([...found.samples.block(0, 4)]).toEqual([-1, 1, -1, 1]);
  });

  it.each([
    [10, 1, 1],
    [90, 11, 1],
    [600, 50, 1],
    [4000, 200, 10],
    [30_000, 400, 20],
    [1, 1, 1],
  ])("of %i steps gets windows of %i, %i apart", async (count, window, stride) => {
    const { samples } = await preparedSeries([
      times("t", minutes(count)),
      numbers(
        "v",
        byStep(count, (i) => i % 3),
      ),
    ]);
    expect(samples).toMatchObject({ window, stride });
  });

  it("takes the person's window, no longer than itself", async () => {
    const columns = [
      times("t", minutes(30)),
      numbers(
        "v",
        byStep(30, (i) => i % 3),
      ),
    ];
    expect((await preparedSeries(columns, { window: 12, stride: 3 })).samples).toMatchObject({ window: 12, stride: 3 });
    const odd = await preparedSeries(columns, { window: 9000, stride: 0 });
    expect(odd.samples).toMatchObject({ window: 30, stride: 1 });
    expect(odd.suggestedWindow).toBe(3);
  });
});

describe("times that are no even grid", () => {
  it("sorts a time that goes backwards, and says so", async () => {
    const order = [3, 1, 0, 2, 4];
    const { samples, stepOf, notes } = await preparedSeries([
      times(
        "t",
        order.map((i) => start + i * MINUTE),
      ),
      numbers("v", order),
    ]);
    expect([...samples.origin]).toEqual([2, 1, 3, 0, 4]);
    expect([...stepOf]).toEqual([3, 1, 0, 2, 4]);
    expect(notes).toEqual([{ code: "series.backwards", values: { count: 2, column: "t" } }]);
  });

  it.each([
    ["mean", 20],
    ["first", 10],
    ["last", 30],
  ] as const)("makes one step of the rows at one time: %s", async (duplicates, value) => {
    const found = await preparedSeries(
      [
        times(
          "t",
          [0, 1, 1, 1, 2].map((i) => start + i * MINUTE),
        ),
        numbers("v", [0, 10, NaN, 30, 5]),
      ],
      { duplicates },
    );
    expect(unscaled(found)).toEqual([0, value, 5]);
    expect([...found.samples.origin]).toEqual([0, 1, 4]);
    // The row without a value stands for nothing.
    expect([...found.stepOf]).toEqual([0, 1, NO_ROW, 1, 2]);
    expect(found.notes.map(({ code }) => code)).toEqual([`series.duplicates-${duplicates}`, "series.empty-rows"]);
  });

  it("fills short gaps with a straight line and splits at long ones", async () => {
    const at = [0, 1, 2, 5, 6, 20, 21];
    const found = await preparedSeries([
      times(
        "t",
        at.map((i) => start + i * MINUTE),
      ),
      numbers("v", [0, 1, 2, 8, 9, 50, 51]),
    ]);
    expect(unscaled(found)).toEqual([0, 1, 2, 4, 6, 8, 9, 50, 51]);
    expect([...found.samples.origin]).toEqual([0, 1, 2, NO_ROW, NO_ROW, 3, 4, 5, 6]);
    expect([...found.samples.starts]).toEqual([0, 7, 9]);
    expect([...found.seriesOf]).toEqual([0, 0]);
    expect(found.samples.times[3]).toBe(start + 3 * MINUTE);
    expect(found.notes).toEqual([
      { code: "series.filled", values: { count: 2, gaps: 1 } },
      { code: "series.split", values: { count: 1 } },
    ]);
  });

  it("takes an empty cell for a missing step, and interpolates it where another channel has a value", async () => {
    const one = await preparedSeries([times("t", minutes(5)), numbers("v", [0, NaN, 2, 3, NaN])]);
    expect(unscaled(one)).toEqual([0, 1, 2, 3]);
    expect(one.samples.origin[1]).toBe(NO_ROW);
    expect([...one.stepOf]).toEqual([0, NO_ROW, 2, 3, NO_ROW]);
    const two = await preparedSeries([
      times("t", minutes(5)),
      numbers("v", [NaN, 4, NaN, 8, NaN]),
      numbers("w", [1, 2, 3, 4, 5]),
    ]);
    expect(unscaled(two)).toEqual([4, 4, 6, 8, 8]);
    expect([...two.samples.origin]).toEqual([0, 1, 2, 3, 4]);
    expect(two.notes).toEqual([{ code: "series.interpolated", values: { count: 3 } }]);
  });

  it("keeps irregular steps as they are, and says so", async () => {
    let time = start;
    const irregular = byStep(300, (i) => (time += i === 150 ? 1e9 : 1000 * (1 + ((i * i * 7919) % 97))));
    const { samples, notes } = await preparedSeries([
      times("t", irregular),
      numbers(
        "v",
        byStep(300, (i) => i % 9),
      ),
    ]);
    expect(samples.count).toBe(300);
    expect([...samples.starts]).toEqual([0, 150, 300]);
    expect(samples.times).toEqual(irregular);
    expect(notes.map(({ code }) => code)).toEqual(["series.irregular", "series.split"]);
  });

  it("does not drift when the clock does", async () => {
    const drifting = byStep(5000, (i) => start + i * 60_007 + ((i * 31) % 7) * 500);
    const { samples } = await preparedSeries([
      times("t", drifting),
      numbers(
        "v",
        byStep(5000, (i) => i % 9),
      ),
    ]);
    expect(samples.count).toBe(5000);
    expect(samples.starts).toHaveLength(2);
  });

  it("does not fill the memory with the steps of a gap", async () => {
    const at = byStep(1000, (i) => start + (i < 990 ? i : i * i * 1e6));
    const { samples, notes } = await preparedSeries(
      [
        times("t", at),
        numbers(
          "v",
          byStep(1000, (i) => i % 9),
        ),
      ],
      {
        fillUpTo: Number.MAX_VALUE,
      },
    );
    expect(samples.count).toBeLessThan(20_000);
    expect(notes.map(({ code }) => code)).toContain("series.fill-limited");
  });

  it("leaves out rows without a time, and takes the order of the file where no column tells the time", async () => {
    const values = numbers("v", [1, 2, 3, 4]);
    const timed = await preparedSeries([times("t", [start, NaN, start + MINUTE, Infinity]), values]);
    expect([...timed.samples.origin]).toEqual([0, 2]);
    expect(timed.notes).toEqual([{ code: "series.no-time", values: { count: 2, column: "t" } }]);
    const untimed = await preparedSeries([values], { time: null });
    expect([...untimed.samples.times]).toEqual([0, 1, 2, 3]);
    expect(untimed.samples).toMatchObject({ isClock: false, step: 1 });
  });
});

describe("a series without a clock", () => {
  const waves = () =>
    numbers(
      "v",
      byStep(1500, (i) => 50 + 10 * Math.sin((2 * Math.PI * i) / 144) + Math.sin(i * i)),
    );

  it("knows days once it is said how long a step takes, and tells lengths in time", async () => {
    const known = await preparedSeries([waves()], { time: null, unitMs: 10 * MINUTE });
    expect(known.samples).toMatchObject({ isClock: false, unitMs: 10 * MINUTE, step: 1 });
    expect(known.samples.periods[0]).toMatchObject({ steps: 144, name: "day" });
    expect(spanOf(known.samples, 18)).toBe("3 h");
  });

  it("counts steps where nobody said so", async () => {
    const { samples } = await preparedSeries([waves()], { time: null });
    expect(samples.unitMs).toBeNull();
    expect(samples.periods[0]?.name).toBeNull();
    expect(spanOf(samples, 18)).toBe(18);
  });

  it("takes the unit of a column of numbers, and lets a clock say its own", async () => {
    const seconds = numbers(
      "t",
      byStep(1500, (i) => i / 2),
    );
    const counted = await preparedSeries([seconds, waves()], { unitMs: 1000 });
    expect(spanOf(counted.samples, 240)).toBe("2 min");
    const clock = await preparedSeries([times("t", minutes(1500)), waves()], { unitMs: 5 });
    expect(clock.samples.unitMs).toBe(1);
  });
});
