import { describe, expect, it } from "vitest";
import { byStep, numbers, preparedSeries, times } from "../../testing/made-up-series";
import { seededRandom } from "../math/random";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const monday = Date.UTC(2024, 0, 1);

const seriesAt = (at: readonly number[]) =>
  preparedSeries([
    times("t", Float64Array.from(at)),
    numbers(
      "v",
      byStep(at.length, (i) => Math.sin(i)),
    ),
  ]);
const daysWhere = (count: number, isOpen: (day: number) => boolean, offset = 0) =>
  Array.from({ length: count }, (_, day) => day)
    .filter(isOpen)
    .map((day) => monday + day * DAY + offset);
const isWeekday = (day: number) => day % 7 < 5;
const codes = ({ notes }: Awaited<ReturnType<typeof seriesAt>>) => notes.map(({ code }) => code);

describe("times of the week at which rows never come", () => {
  it.each([0, 12 * HOUR, 23.9 * HOUR])("are weekends, and no gaps (rows at %d ms of the day)", async (offset) => {
    const found = await seriesAt(daysWhere(200, isWeekday, offset));
    expect(found.samples.count).toBe(daysWhere(200, isWeekday).length);
    expect([...found.samples.starts]).toHaveLength(2);
    expect(codes(found)).toEqual(["series.week-pattern"]);
  });

  it("leave a holiday missing, at its own time", async () => {
    const holiday = 14; // a Monday
    const found = await seriesAt(daysWhere(200, (day) => isWeekday(day) && day !== holiday));
    expect(found.notes).toContainEqual({ code: "series.filled", values: { count: 1, gaps: 1 } });
    expect([...found.samples.times]).toContain(monday + holiday * DAY);
  });

  it("are nights and weekends of hours", async () => {
    const hours = Array.from({ length: 60 * 24 }, (_, hour) => hour);
    const open = hours.filter((hour) => isWeekday(Math.floor(hour / 24)) && hour % 24 >= 8 && hour % 24 < 18);
    const found = await seriesAt(open.map((hour) => monday + hour * HOUR));
    expect(found.samples.count).toBe(open.length);
    expect(codes(found)).toEqual(["series.week-pattern"]);
  });

  it("stay closed where a few rows came all the same", async () => {
    const found = await seriesAt(daysWhere(700, (day) => isWeekday(day) || day === 5));
    expect(codes(found)).toEqual(["series.week-pattern"]);
  });

  it("are none in fewer weeks than say so, nor where rows are missing by chance", async () => {
    const short = await seriesAt(daysWhere(19, isWeekday));
    expect(codes(short)).toEqual(["series.filled"]);
    const random = seededRandom(3);
    const holes = await seriesAt(daysWhere(300, () => random() < 0.9));
    expect(codes(holes)).toEqual(["series.filled"]);
    expect(holes.samples.count).toBeGreaterThan(295);
  });

  it("are none of a long outage, which is a gap", async () => {
    const found = await seriesAt(daysWhere(300, (day) => isWeekday(day) && (day < 100 || day > 200)));
    expect(codes(found)).toEqual(["series.week-pattern", "series.split"]);
  });
});
