import { expect, it } from "vitest";
import { sameHourRanges, timesAround } from "./times-around";

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

const lineTo = (last: number) => {
  const times = Float64Array.of(0, last);
  return [
    {
      name: "",
      steps: 2,
      parts: 1,
      line: { times, low: times, high: times, breaks: new Uint32Array(0) },
      labelled: [],
    },
  ];
};

it("shows a stretch with as much again around it, and a single step with its surroundings", () => {
  const of = (from: number, to: number, step: number, last: number) =>
    timesAround({ series: 0, from, to }, { step, series: lineTo(last) });
  expect(of(100, 200, 1, 900)).toEqual({ from: 0, to: 300 });
  expect(of(100, 100, 2, 900)).toEqual({ from: 52, to: 148 });
  expect(of(10, 100, 1, 120)).toEqual({ from: 0, to: 120 });
});

it("finds the same hours in the nearest weeks that are there", () => {
  const range = { from: 10 * WEEK, to: 10 * WEEK + HOUR };
  const found = sameHourRanges(range, 0, 20 * WEEK);
  expect(found.map(({ from }) => from / WEEK)).toEqual([7, 8, 9, 11, 12, 13]);
  expect(sameHourRanges(range, 9 * WEEK, 10 * WEEK + HOUR).map(({ from }) => from / WEEK)).toEqual([9]);
});

it("finds none in a series of a week, and ends", () => {
  expect(sameHourRanges({ from: 0, to: HOUR }, 0, WEEK)).toEqual([]);
  expect(sameHourRanges({ from: 0, to: 3 * WEEK }, 0, 4 * WEEK)).toEqual([]);
});
