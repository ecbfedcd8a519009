import { describe, expect, it } from "vitest";
import { linearScale, logScale } from "./scale";
import { cutText, levelTicks, numberTicks, roundNumbers } from "./ticks";
import { timeTicks } from "./time-ticks";

const labels = (ticks: readonly { label: string }[]) => ticks.map((tick) => tick.label);

describe("roundNumbers", () => {
  it("steps by 1, 2 or 5", () => {
    expect(roundNumbers(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(roundNumbers(-0.3, 0.31, 6)).toEqual([-0.2, 0, 0.2]);
  });
  it("stays bounded at the ends of the number range", () => {
    for (const [min, max] of [
      [-1.7e308, 1.7e308],
      [1e9, 1e9 + 1e-7],
      [0, 5e-324],
      [1, 1],
    ] as const)
      expect(roundNumbers(min, max, 5).length).toBeLessThanOrEqual(13);
  });
});

describe("numberTicks", () => {
  it("gives as many digits as the ticks need to differ", () => {
    const given = labels(numberTicks(linearScale(1.0001, 1.0009), 400, 80, "en"));
    expect(new Set(given).size).toBe(given.length);
    expect(given).toContain("1.0004");
  });
  it("marks powers of ten on a log scale, apart from each other", () => {
    const ticks = numberTicks(logScale(0, 1e6, 0, 1), 500, 50, "en");
    expect(labels(ticks)).toEqual(expect.arrayContaining(["0", "10", "100", "1000", "10,000", "100,000"]));
    ticks
      .slice(1)
      .forEach((tick, at) => expect(tick.position - (ticks[at]?.position ?? 0)).toBeGreaterThanOrEqual(0.1));
  });
  it("still marks a log scale without a power of ten in it", () =>
    expect(numberTicks(logScale(0.31, 0.82, 0.31, 0.02), 500, 50, "en").length).toBeGreaterThanOrEqual(3));
  it("is quick and bounded over 600 decades", () =>
    expect(numberTicks(logScale(0, 1e308, 0, 1e-300), 500, 50, "en").length).toBeLessThanOrEqual(11));
});

describe("levelTicks", () => {
  const levels = Array.from({ length: 100 }, (_, at) => `level ${at}`);
  it("thins many levels", () => expect(levelTicks(linearScale(-0.5, 99.5), levels, 200, 20, 9).length).toBe(10));
  it("shows only what is in view", () =>
    expect(labels(levelTicks(linearScale(2.5, 5.2), levels, 200, 20, 9))).toEqual(["level 3", "level 4", "level 5"]));
});

describe("timeTicks", () => {
  it.each([
    ["hours", [Date.UTC(2026, 0, 5, 20), Date.UTC(2026, 0, 6, 4)], ["20:00", "22:00", "Jan 6", "02:00", "04:00"]],
    ["Mondays", [Date.UTC(2026, 0, 1), Date.UTC(2026, 1, 1)], ["Jan 5", "Jan 12", "Jan 19", "Jan 26"]],
    ["quarters", [Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31)], ["Jan 2026", "Apr 2026", "Jul 2026", "Oct 2026"]],
    ["years", [Date.UTC(2001, 5, 1), Date.UTC(2010, 1, 1)], ["2002", "2004", "2006", "2008", "2010"]],
  ])("%s", (_, [from, to], expected) =>
    expect(labels(timeTicks(linearScale(from ?? 0, to ?? 0), 500, 100, "en"))).toEqual(expected),
  );
  it("says nothing about times that no calendar holds", () =>
    expect(timeTicks(linearScale(1e18, 1e19), 500, 100, "en")).toEqual([]));
});

it("cuts between characters, not inside one", () => {
  expect(cutText("abcdef", 4)).toBe("abc…");
  expect(cutText("👩‍🚀", 3)).toBe("👩‍🚀");
  expect(cutText("😀😀😀", 2)).toBe("😀…");
  // A Han character takes the room of two letters.
  expect(cutText("振动传感器", 10)).toBe("振动传感器");
  expect(cutText("振动传感器", 8)).toBe("振动传…");
});
