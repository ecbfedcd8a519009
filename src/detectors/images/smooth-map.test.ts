import { expect, test } from "vitest";
import { scoreOfMap } from "./map-reading";
import { smoothMap } from "./smooth-map";

const all = (side: number) => new Float32Array(side * side).fill(1);
const at = (side: number, row: number, column: number) => row * side + column;

test("a place is spread around itself, none of it lost", () => {
  const map = new Float32Array(21 * 21);
  map[at(21, 10, 10)] = 1;
  const smooth = smoothMap(map, 21, 1.5, all(21));
  expect(smooth.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
  expect(smooth[at(21, 10, 10)]).toBeCloseTo(1 / (2 * Math.PI * 1.5 ** 2), 2);
  expect(smooth[at(21, 8, 10)]).toBeCloseTo(smooth[at(21, 10, 12)]!, 6);
});

test("beyond the edge all is calm; what is not looked at takes nothing from its neighbours", () => {
  const flat = smoothMap(all(16), 16, 1, all(16));
  expect(flat[at(16, 8, 8)]).toBeCloseTo(1, 5);
  expect(flat[at(16, 0, 8)]).toBeGreaterThan(0.5);
  expect(flat[at(16, 0, 8)]).toBeLessThan(0.75);

  const looked = all(16);
  for (let row = 0; row < 16; row++) looked[at(16, row, 8)] = 0;
  const around = smoothMap(all(16).fill(3), 16, 1, looked);
  expect(around[at(16, 8, 8)]).toBe(0);
  expect(around[at(16, 8, 7)]).toBeCloseTo(3, 5);
});

test("what counts of a map", () => {
  const map = Float32Array.from({ length: 100 }, (_, cell) => cell);
  const looked = all(10);
  expect(scoreOfMap(map, looked, "mean")).toBe(49.5);
  expect(scoreOfMap(map, looked, "top 5 %")).toBe(97);
  expect(scoreOfMap(map, looked, "max")).toBe(99);
  looked[99] = 0;
  expect(scoreOfMap(map, looked, "max")).toBe(98);
  expect(scoreOfMap(map, new Float32Array(100), "mean")).toBe(0);
});
