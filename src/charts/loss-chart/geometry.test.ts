import { expect, it } from "vitest";
import { curvesOf, stepRows, valueAxis, wantsLog } from "./geometry";

const metrics = [
  { name: "loss", at: 7, value: 3 },
  { name: "loss", at: 1, value: 1 },
  { name: "validation", at: 2, value: 0.7 },
  { name: "loss", at: 2, value: 0.5 },
  { name: "loss", at: 3, value: NaN },
  { name: "broken", at: 1, value: Infinity },
];

it("gathers metrics into curves, of the last training only", () => {
  expect(curvesOf(metrics)).toEqual([
    {
      name: "loss",
      points: [
        { at: 1, value: 1 },
        { at: 2, value: 0.5 },
      ],
    },
    { name: "validation", points: [{ at: 2, value: 0.7 }] },
  ]);
  expect(curvesOf([])).toEqual([]);
});

it("joins curves by step", () => {
  expect(stepRows(curvesOf(metrics), 100)).toEqual([
    { at: 1, 0: 1 },
    { at: 2, 0: 0.5, 1: 0.7 },
  ]);
});

it("thins long trainings and keeps the last step", () => {
  const long = Array.from({ length: 1001 }, (_, at) => ({ name: "loss", at, value: 1 / (at + 1) }));
  const rows = stepRows(curvesOf(long), 300);
  expect(rows.length).toBeLessThanOrEqual(301);
  expect(rows.at(-1)?.["at"]).toBe(1000);
});

it("is logarithmic only where it can be and helps", () => {
  const of = (...values: number[]) => wantsLog(curvesOf(values.map((value, at) => ({ name: "loss", at, value }))));
  expect([of(1, 0.01), of(1, 0.4), of(1, 0), of(1, -1), of()]).toEqual([true, false, false, false, false]);
});

it("marks round values", () => {
  const axis = (log: boolean, ...values: number[]) =>
    valueAxis(curvesOf(values.map((value, at) => ({ name: "loss", at, value }))), log);
  expect(axis(true, 2, 0.03)).toEqual({ domain: [0.02, 2], ticks: [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2] });
  expect(axis(true, 3000, 0.3).ticks).toEqual([1, 10, 100, 1000]);
  expect(axis(false, 2, 0.4)).toEqual({ domain: [0, 2], ticks: [0, 0.5, 1, 1.5, 2] });
  expect(axis(false, 0)).toMatchObject({ domain: [0, 1] });
});
