import { expect, it } from "vitest";
import { entryFor, labelledEntriesOf, labelsWithin } from "./labelled-windows";

function windowsOf(json: string, fileName: string) {
  const entries = labelledEntriesOf(json);
  return typeof entries === "string" ? entries : (entryFor(entries, fileName)?.windows ?? null);
}

const HOUR = 3_600_000;
const day = (hour: number) => Date.UTC(2014, 0, 1, hour);

it("reads the windows of the file by its name, whatever folder it lies in", () => {
  const json = JSON.stringify({
    "realA/one.csv": [],
    "realA/nyc_taxi.csv": [["2014-01-01 03:00:00.000000", "2014-01-01 05:00:00.000000"]],
  });
  expect(windowsOf(json, "NYC_taxi.csv")).toEqual([{ from: day(3), to: day(5) }]);
  expect(windowsOf(json, "one.csv.gz")).toEqual([]);
  expect(windowsOf(json, "two.csv")).toBeNull();
});

it("takes the only file, or a list by itself; in any zone, in numbers, from last to first", () => {
  const pairs = [
    ["2014-01-01T05:00:00+02:00", "2014-01-01T05:00:00Z"],
    [day(9), day(7)],
    ["2014-01-02", "2014-01-02 01:00:00"],
  ];
  const windows = [
    { from: day(3), to: day(5), isUtc: true },
    { from: day(7), to: day(9), isUtc: true },
    { from: day(24), to: day(25) },
  ];
  expect(windowsOf(JSON.stringify({ "a.csv": pairs }), "b.csv")).toEqual(windows);
  expect(windowsOf(JSON.stringify(pairs), "b.csv")).toEqual(windows);
});

it("takes single times for windows of a moment", () => {
  const json = JSON.stringify({ "a.csv": ["2014-01-01 03:00:00", day(5)] });
  expect(windowsOf(json, "a.csv")).toEqual([
    { from: day(3), to: day(3) },
    { from: day(5), to: day(5), isUtc: true },
  ]);
});

it.each([
  ["no JSON", "[[", "not-json"],
  ["nothing", "", "not-json"],
  ["a number", "3", "no-windows"],
  ["null", "null", "no-windows"],
  ["no files", "{}", "no-windows"],
  ["pairs of three", '[["2014-01-01","2014-01-02","2014-01-03"]]', "no-windows"],
  ["no times", '[["soon","later"]]', "no-windows"],
  ["a list of objects", '[{"from":1}]', "no-windows"],
  ["a file that is no list", '{"a.csv": 3}', "no-windows"],
  ["too many to keep", JSON.stringify(Array.from({ length: 5001 }, (_, at) => at)), "too-many"],
])("refuses %s", (_name, json, problem) => {
  expect(labelledEntriesOf(json)).toBe(problem);
});

it("labels the times within, ends included, where windows overlap too", () => {
  const times = Float64Array.from([0, 1, 2, 3, 4, 5, 6, NaN, 9, 10], (hour) => day(0) + hour * HOUR);
  const windows = [
    { from: day(9), to: day(9) },
    { from: day(1), to: day(4) },
    { from: day(2), to: day(3) },
  ];
  expect([...labelsWithin(times, windows, "none")]).toEqual([0, 1, 1, 1, 1, 0, 0, 0, 1, 0]);
  expect([...labelsWithin(times, [], undefined)]).toEqual(new Array(10).fill(0));
});

it("lays windows that tell their zone over times that are shown in another, and the others as written", () => {
  const times = Float64Array.of(day(3), day(5));
  expect([...labelsWithin(times, [{ from: day(3), to: day(3), isUtc: true }], 120)]).toEqual([0, 1]);
  expect([...labelsWithin(times, [{ from: day(3), to: day(3) }], 120)]).toEqual([1, 0]);
  expect([...labelsWithin(times, [{ from: day(3), to: day(3), isUtc: true }], "several")]).toEqual([1, 0]);
});

it("reads windows as the times of a table are read, whatever zone the computer is in", () => {
  expect(windowsOf('[["01.01.2014 03:00", "Jan 1, 2014 5:00 AM"]]', "a.csv")).toEqual([{ from: day(3), to: day(5) }]);
});
