import { expect, it } from "vitest";
import { binErrors, outlineOf } from "./geometry";

const of = (...values: number[]) => Float32Array.from(values);

it("counts on a logarithmic axis that holds both looks", () => {
  const bins = binErrors(of(0.02, 0.02, 0.5), of(2, 9), 4);
  expect(bins?.edges.map((edge) => Number(edge.toPrecision(3)))).toEqual([0.01, 0.0562, 0.316, 1.78, 10]);
  expect(bins?.now).toEqual([2, 0, 1, 0]);
  expect(bins?.first).toEqual([0, 0, 0, 2]);
});

it("keeps its axis while the errors move a little", () => {
  const edges = (low: number) => binErrors(of(low, 5), null, 8)?.edges;
  expect(edges(0.11)).toEqual(edges(0.14));
});

it("puts 0 and what is far below the largest into the lowest bin", () => {
  const bins = binErrors(of(0, 1e-30, 1), null, 12);
  expect(bins?.now[0]).toBe(2);
  expect(Math.log10(bins?.edges[0] ?? 1)).toBe(-6);
});

it("survives equal errors, only zeros, and what is no number", () => {
  expect(binErrors(of(3, 3), null, 4)?.now.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(binErrors(of(0, 0), null, 4)?.now).toEqual([2, 0, 0, 0]);
  expect(binErrors(of(NaN, 1, Infinity), null, 2)?.now).toEqual([0, 1]);
  expect(binErrors(of(NaN), of(1), 4)).toBeNull();
  expect(binErrors(of(), null, 4)).toBeNull();
});

it("draws the border as steps that start and end at the foot", () =>
  expect(outlineOf([1, 2], { left: 10, foot: 50, width: 20, height: 40 }, 2)).toBe("M10 50V30H20V10H30V50"));
