import { expect, it } from "vitest";
import type { Column } from "./column";
import { halvesOf, joinableTimes, withJoinedTimes } from "./join-times";
import { timeOfDay } from "./time-of-day";

const DAY = Date.UTC(2024, 4, 23);
const HOUR = 3_600_000;
const dates = (name: string, ...days: number[]): Column => ({
  kind: "time",
  name,
  values: Float64Array.from(days, (day) => DAY + day * 24 * HOUR),
});
const clocks = (name: string, ...cells: string[]): Column => {
  const levels = [...new Set(cells.filter((cell) => cell !== ""))];
  return { kind: "category", name, levels, codes: Int32Array.from(cells, (cell) => levels.indexOf(cell)) };
};
const numbers = (name: string, ...values: number[]): Column => ({
  kind: "number",
  name,
  values: Float64Array.from(values),
});
const texts = (name: string, ...values: string[]): Column => ({ kind: "text", name, values });
const timesIn = (columns: readonly Column[], at: number) => {
  const column = columns[at];
  return column?.kind === "time" ? [...column.values] : [];
};

it.each([
  ["14:05", 14 * HOUR + 5 * 60_000],
  ["2:05:06.5 PM", 14 * HOUR + 306_500],
  ["0930", 9.5 * HOUR],
  ["18.00.00", 18 * HOUR],
  ["24:00", 24 * HOUR],
  ["25:00", NaN],
  ["12:60", NaN],
  ["10:00 h", NaN],
  ["1.2.3", NaN],
  ["12", NaN],
])("reads %s as a time of day", (cell, ms) => expect(timeOfDay(cell)).toBe(ms));

it("joins dates that repeat with the times of day beside them, and leaves the other columns as they are", () => {
  const columns = [
    dates("Date", 0, 0, 1, 1, 1),
    clocks("Time", "00:00", "12:00", "00:00", "12:00", ""),
    numbers("v", 1),
  ];
  const pairs = joinableTimes(columns);
  expect(pairs).toEqual([{ date: 0, clock: 1, isClear: true }]);
  const joined = withJoinedTimes(columns, pairs);
  expect(timesIn(joined, 0)).toEqual([DAY, DAY + 12 * HOUR, DAY + 24 * HOUR, DAY + 36 * HOUR, NaN]);
  expect(joined.slice(1)).toEqual(columns.slice(1));
  expect(halvesOf(columns, { date: 0, clock: 1 })).toBe(1);
  expect(withJoinedTimes(columns, [])).toEqual(columns);
});

it("knows times of day as text, as digits under a name that says so, and before their date", () => {
  expect(joinableTimes([texts("t", "1:00 am", "", "1:05 am"), dates("d", 0, 0, 0)])).toMatchObject([
    { date: 1, clock: 0 },
  ]);
  const columns = [dates("d", 0, 0, 0), numbers("time", 5, 930, 2359)];
  expect(timesIn(withJoinedTimes(columns, joinableTimes(columns)), 0)).toEqual([
    DAY + 5 * 60_000,
    DAY + 9.5 * HOUR,
    DAY + 23 * HOUR + 59 * 60_000,
  ]);
});

it("asks where every date occurs once, and joins each date with its own time of day", () => {
  expect(joinableTimes([dates("d", 0, 1, 2), clocks("t", "01:00", "02:00", "03:00")])).toEqual([
    { date: 0, clock: 1, isClear: false },
  ]);
  const four = [dates("from", 0, 0), clocks("at", "1:00", "2:00"), dates("to", 1, 1), clocks("until", "3:00", "4:00")];
  expect(joinableTimes(four)).toMatchObject([
    { date: 0, clock: 1 },
    { date: 2, clock: 3 },
  ]);
});

it.each<[string, readonly Column[]]>([
  ["a date with a time of its own", [dates("d", 0.5, 0.5), clocks("t", "01:00", "02:00")]],
  ["words among the times of day", [dates("d", 0, 0), clocks("t", "01:00", "noon")]],
  ["numbers that nobody calls a time", [dates("d", 0, 0), numbers("dose", 5, 930)]],
  ["numbers that could be minutes", [dates("d", 0, 0), numbers("time", 5, 30)]],
  ["numbers that are no times of day", [dates("d", 0, 0), numbers("time", 160, 190)]],
  ["no date", [clocks("t", "01:00", "02:00"), numbers("v", 1, 2)]],
])("joins nothing where there is %s", (_, columns) => expect(joinableTimes(columns)).toEqual([]));

it("joins year, month and day, and what follows, where nobody needs to be asked", () => {
  const columns = [
    numbers("#YY", 2024, 2024, 2024, NaN),
    clocks("MM", "05", "05", "06", "06"),
    numbers("DD", 23, 23, 31, 1),
    clocks("hh", "23", "24", "00", "00"),
    clocks("mm", "50", "00", "10", "20"),
    numbers("WSPD", 1, 2, 3, 4),
  ];
  // June has no 31st: too many rows are no date.
  expect(joinableTimes(columns)).toEqual([]);
  const mended = columns.with(2, numbers("DD", 23, 23, 1, 1)).with(0, numbers("#YY", 2024, 2024, 2024, 2024));
  const [pair, ...more] = joinableTimes(mended);
  const parts = { year: 0, month: 1, day: 2, clock: [3, 4] };
  expect([pair, more]).toEqual([{ date: 0, clock: 1, parts, isClear: true }, []]);
  const joined = withJoinedTimes(mended, [pair!]);
  expect(timesIn(joined, 0)).toEqual([
    Date.UTC(2024, 4, 23, 23, 50),
    Date.UTC(2024, 4, 24),
    Date.UTC(2024, 5, 1, 0, 10),
    Date.UTC(2024, 5, 1, 0, 20),
  ]);
  expect(joined[0]).toMatchObject({ kind: "time", name: "#YY", zone: "none" });
  expect(joined.slice(1)).toEqual(mended.slice(1));
});

it("offers year, month and day where they go back or another time stands beside them", () => {
  const columns = [
    clocks("Tag", "3", "1"),
    clocks("Monat", "März", "März"),
    numbers("Jahr", 24, 24),
    texts("t", "a", "b"),
  ];
  expect(joinableTimes(columns)).toMatchObject([{ date: 2, clock: 1, isClear: false }]);
  expect(timesIn(withJoinedTimes(columns, joinableTimes(columns)), 2)).toEqual([
    Date.UTC(2024, 2, 3),
    Date.UTC(2024, 2, 1),
  ]);
  const withClock = [
    numbers("year", 2024, 2024),
    numbers("month", 1, 1),
    numbers("day", 1, 2),
    clocks("time", "10:00", ""),
  ];
  // Half of the rows lack their time of day.
  expect(joinableTimes(withClock)).toEqual([]);
  const whole = withClock.with(3, clocks("time", "10:00", "11:30"));
  expect(joinableTimes(whole)).toMatchObject([{ parts: { clock: [3] }, isClear: true }]);
  expect(halvesOf(whole, joinableTimes(whole)[0]!)).toBe(0);
});
