import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { timeParser } from "./parse-time";

function read(text: string, order: "day-first" | "month-first" = "day-first"): number {
  return timeParser(order)(text, 0, text.length);
}

describe("timeParser", () => {
  it("reads every moment of four-digit years as JavaScript writes it", () => {
    const moment = fc.date({
      min: new Date("0001-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        expect(read(date.toISOString())).toBe(date.getTime());
      }),
      randomRuns(),
    );
  });

  it.each([
    ["2024-03-04", "2024-03-04T00:00:00Z"],
    ["2024/3/4", "2024-03-04T00:00:00Z"],
    ["2024.03.04", "2024-03-04T00:00:00Z"],
    ["2024-03", "2024-03-01T00:00:00Z"],
    ["2024-03-04 05:06", "2024-03-04T05:06:00Z"],
    ["2024-03-04T05:06:07.890123", "2024-03-04T05:06:07.890Z"],
    ["2024-03-04 05:06:07,5", "2024-03-04T05:06:07.500Z"],
    ["2024-03-04T05:06:07+02:00", "2024-03-04T03:06:07Z"],
    ["2024-03-04T05:06:07 -0530", "2024-03-04T10:36:07Z"],
    ["2024-03-04 05:06:07 UTC", "2024-03-04T05:06:07Z"],
    ["2024-03-04T24:00:00Z", "2024-03-05T00:00:00Z"],
    ["20240304T050607Z", "2024-03-04T05:06:07Z"],
    ["04.03.2024", "2024-03-04T00:00:00Z"],
    ["4/3/24 5:06 PM", "2024-03-04T17:06:00Z"],
    ["4/3/2024 12:00:00 AM", "2024-03-04T00:00:00Z"],
    ["04-Mar-2024", "2024-03-04T00:00:00Z"],
    ["4 March 2024", "2024-03-04T00:00:00Z"],
    ["Mar 4, 2024", "2024-03-04T00:00:00Z"],
    ["Sept 4, 2024 5:06", "2024-09-04T05:06:00Z"],
    ["Mon, 04 Mar 2024 05:06:07 GMT", "2024-03-04T05:06:07Z"],
    ["04/Mar/2024:05:06:07 +0100", "2024-03-04T04:06:07Z"],
    ["29.02.2024", "2024-02-29T00:00:00Z"],
  ])("reads %s", (text, iso) => expect(Math.floor(read(text))).toBe(Date.parse(iso)));

  it("reads 03/04/2024 by the order, and 25/03/2024 in the only way there is", () => {
    expect(read("03/04/2024", "day-first")).toBe(Date.UTC(2024, 3, 3));
    expect(read("03/04/2024", "month-first")).toBe(Date.UTC(2024, 2, 4));
    expect(read("25/03/2024", "month-first")).toBe(Date.UTC(2024, 2, 25));
    expect(read("03/25/2024", "day-first")).toBe(Date.UTC(2024, 2, 25));
  });

  it("takes two-digit years as POSIX does", () => {
    expect(read("01/02/68")).toBe(Date.UTC(2068, 1, 1));
    expect(read("01/02/69")).toBe(Date.UTC(1969, 1, 1));
  });

  it.each([
    "",
    "12",
    "20240304",
    "1709528400",
    "2024",
    "1.2.10",
    "192.168.1.1",
    "2024-13-01",
    "2023-02-29",
    "31.04.2024",
    "2024-03-04T25:00",
    "2024-03-04 05:60",
    "2024-03-04 foo",
    "2024-03-04 05:06 foo",
    "2024-03-04x",
    "12:34:56",
    "4 Foo 2024",
    "May",
    "march on",
    "13:00 PM 2024",
    "1234-5678",
  ])("refuses %j", (text) => expect(read(text)).toBeNaN());
});
