import { describe, expect, it } from "vitest";
import {
  asSentence,
  formatCellNumber,
  formatCount,
  formatList,
  formatNames,
  formatNumber,
  formatPercent,
  formatTime,
  joinPercents,
  joinSentences,
} from "./format";

describe("formatNumber", () => {
  it.each([
    [12480, "12,480"],
    [12480.37, "12,480"],
    [0.0031, "0.0031"],
    [0.1 + 0.2, "0.3"],
    [3_200_000, "3.2\u202fM"],
    [999_999.7, "1\u202fM"],
    [-1234.5678, "-1235"],
    [1921, "1921"],
    [-12345.678, "-12,346"],
    [1.23456e-7, "1.23e-7"],
    [1e308, "1e308"],
    [5e-324, "5e-324"],
    [0, "0"],
    [-0, "0"],
    [NaN, "–"],
    [Infinity, "∞"],
    [-Infinity, "−∞"],
  ])("writes %d as %s", (value, text) => expect(formatNumber(value)).toBe(text));

  it("follows the locale, also where the unit already stands apart", () => {
    expect(formatNumber(12345.6, "de")).toBe("12.346");
    expect(formatNumber(3_200_000, "de").replace(/\s/u, " ")).toBe("3,2 Mio.");
  });

  it("gives more digits when asked", () => expect(formatNumber(1.000012345, "en", 7)).toBe("1.000012"));
});

describe("formatCellNumber", () => {
  it.each([
    [1_234_567, "1,234,567"],
    [1_234_569, "1,234,569"],
    [999_999_999_999_999, "999,999,999,999,999"],
    [-1_234_567.891, "-1,234,567.89"],
    [12.3456789, "12.3457"],
    [1e15, "1e15"],
    [NaN, "–"],
  ])("writes %d as %s", (value, text) => expect(formatCellNumber(value)).toBe(text));
});

describe("formatPercent", () => {
  it.each([
    [0.016, "1.6\u202f%"],
    [1, "100\u202f%"],
    [0, "0\u202f%"],
    [0.00042, "0.042\u202f%"],
    [0.0000042, "<0.01\u202f%"],
    [0.99996, ">99.9\u202f%"],
    [-0.25, "-25\u202f%"],
    [NaN, "–"],
  ])("writes %d as %s", (share, text) => expect(formatPercent(share)).toBe(text));

  it("is what a sentence's own percents look like, too", () => {
    expect(joinPercents("30 % of a % b, 5%")).toBe(`${formatPercent(0.3)} of a\u202f% b, 5%`);
  });
});

describe("formatTime", () => {
  it("drops what is zero", () => {
    expect(formatTime(Date.UTC(2026, 10, 21))).toBe("Nov 21, 2026");
    expect(formatTime(Date.UTC(2026, 10, 21, 3, 12))).toBe("Nov 21, 2026, 03:12");
    expect(formatTime(Date.UTC(2026, 10, 21, 0, 0, 7))).toBe("Nov 21, 2026, 00:00:07");
  });
  it("does not invent a date", () => {
    expect(formatTime(NaN)).toBe("–");
    expect(formatTime(1e300)).toBe("–");
  });
});

it("counts in full", () => {
  expect(formatCount(1_000_000)).toBe("1,000,000");
  expect(formatCount(NaN)).toBe("–");
});

describe("in Chinese", () => {
  it("counts large numbers in ten thousands, and sets signs at their numbers", () => {
    expect(formatNumber(3_200_000, "zh")).toBe("320万");
    expect(formatNumber(250_000_000, "zh")).toBe("2.5亿");
    expect(formatNumber(12480, "zh")).toBe("12,480");
    expect(formatPercent(0.016, "zh")).toBe("1.6%");
    expect(formatPercent(0.0000042, "zh")).toBe("<0.01%");
  });

  it("writes times in its own order", () => {
    expect(formatTime(Date.UTC(2026, 0, 5), "zh")).toBe("2026年1月5日");
    expect(formatTime(Date.UTC(2026, 0, 5, 14, 30), "zh")).toBe("2026年1月5日 14:30");
  });

  it("sets names and sentences without blanks", () => {
    expect(formatNames(["a", "b", "c"], "zh")).toBe("a、b、c");
    expect(formatList(["a", "b", "c"], "zh")).toBe("a、b和c");
    expect(joinSentences(["第一句。", "", "第二句。"], "zh")).toBe("第一句。第二句。");
  });
});

it("sets names and sentences apart where words are", () => {
  expect(formatNames(["a", "b", "c"])).toBe("a, b, c");
  expect(formatNames(["a", "b", "c"], "de")).toBe("a, b, c");
  expect(formatNames(["a"])).toBe("a");
  expect(formatList(["a", "b"])).toBe("a and b");
  expect(joinSentences(["One.", "Two."])).toBe("One. Two.");
});

it("ends a sentence once", () => {
  const close = (said: string) => `${said}.`;
  expect(["It is far off", "No image has this here.", "这里从未有过。"].map((said) => asSentence(said, close))).toEqual(
    ["It is far off.", "No image has this here.", "这里从未有过。"],
  );
});
