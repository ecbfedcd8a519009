import { expect, it } from "vitest";
import { levelLine } from "./level-line";

const side = 40;
const surfaceOf = (height: (x: number, y: number) => number) =>
  Float64Array.from({ length: side * side }, (_, at) => height(((at % side) + 0.5) / side, (Math.floor(at / side) + 0.5) / side)); // prettier-ignore
const pointsOf = (path: string) => [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), 1 - Number(y)] as const); // prettier-ignore

it("follows a slope exactly", () => {
  const points = pointsOf(levelLine(surfaceOf((x) => x), side, 0.3)); // prettier-ignore
  expect(points.length).toBe(2 * (side - 1));
  for (const [x] of points) expect(x).toBeCloseTo(0.3, 3);
});

it("closes round a hill", () => {
  const radius = (x: number, y: number) => Math.hypot(x - 0.5, y - 0.5);
  const points = pointsOf(levelLine(surfaceOf((x, y) => -radius(x, y)), side, -0.25)); // prettier-ignore
  for (const [x, y] of points) expect(radius(x, y)).toBeCloseTo(0.25, 2);
  expect(Math.max(...points.map(([x]) => x)) - Math.min(...points.map(([x]) => x))).toBeCloseTo(0.5, 1);
});

it("draws nothing where nothing crosses", () => {
  expect(levelLine(surfaceOf(() => 1), side, 2)).toBe(""); // prettier-ignore
});
