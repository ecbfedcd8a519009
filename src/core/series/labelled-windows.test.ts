import { expect, it } from "vitest";
import { labelledWindowsOf, labelsWithin } from "./labelled-windows";

const HOUR = 3_600_000;
const day = (hour: number) => Date.UTC(2014, 0, 1, hour);

it("reads the windows of the file by its name, whatever folder it lies in", () => {
  const json = JSON.stringify({
    "realA/one.csv": [],
    "realA/nyc_taxi.csv": [["2014-01-01 03:00:00.000000", "2014-01-01 05:00:00.000000"]],
  });
  expect(labelledWindowsOf(json, "NYC_taxi.csv")).toEqual([{ from: day(3), to: day(5) }]);
  expect(labelledWindowsOf(json, "one.csv")).toEqual([]);
  expect(labelledWindowsOf(json, "two.csv")).toBeNull();
});

it("takes the only file, or a list by itself; in any zone, in numbers, from last to first", () => {
  const pairs = [
    ["2014-01-01T05:00:00+02:00", "2014-01-01T05:00:00Z"],
    [day(9), day(7)],
    ["2014-01-02", "2014-01-02 01:00:00"],
  ];
  const windows = [
    { from: day(3), to: day(5) },
    { from: day(7), to: day(9) },
    { from: day(24), to: day(25) },
  ];
  expect(labelledWindowsOf(JSON.stringify({ "a.csv": pairs }), "b.csv")).toEqual(windows);
  expect(labelledWindowsOf(JSON.stringify(pairs), "b.csv")).toEqual(windows);
});

it.each([
  ["no JSON", "[["],
  ["a number", "3"],
  ["null", "null"],
  ["pairs of three", '[["2014-01-01","2014-01-02","2014-01-03"]]'],
  ["no times", '[["soon","later"]]'],
  ["a list of objects", '[{"from":1}]'],
  ["a file that is no list", '{"a.csv": 3}'],
])("refuses %s", (_name, json) => {
  expect(labelledWindowsOf(json, "a.csv")).toBeNull();
});

it("labels the times within, ends included, where windows overlap too", () => {
  const times = Float64Array.from([0, 1, 2, 3, 4, 5, 6, NaN, 9, 10], (hour) => day(0) + hour * HOUR);
  const windows = [
    { from: day(9), to: day(9) },
    { from: day(1), to: day(4) },
    { from: day(2), to: day(3) },
  ];
  expect([...labelsWithin(times, windows)]).toEqual([0, 1, 1, 1, 1, 0, 0, 0, 1, 0]);
  expect([...labelsWithin(times, [])]).toEqual(new Array(10).fill(0));
});
