import { expect, it } from "vitest";
import { placeOfBox, strongestRegion } from "./strongest-region";

const side = 8;
const mapWith = (...cells: readonly [number, number, number][]) => {
  const map = new Float32Array(side * side);
  for (const [row, column, value] of cells) map[row * side + column] = value;
  return map;
};

it("boxes the places that together stand out most", () => {
  const region = strongestRegion(mapWith([0, 0, 5], [5, 5, 3], [6, 6, 3], [6, 7, 3]), side, 1);
  expect(region).toMatchObject({ left: 5 / 8, top: 5 / 8, width: 3 / 8, height: 2 / 8 });
  expect(region?.share).toBeCloseTo(0.6);
  expect(region && placeOfBox(region)).toBe("lower-right");
});

it("finds nothing on a calm map, and all of a map that is strange throughout", () => {
  expect(strongestRegion(new Float32Array(64), side, 1)).toBeNull();
  const all = strongestRegion(new Float32Array(64).fill(2), side, 1);
  expect(all).toMatchObject({ left: 0, top: 0, width: 1, height: 1, share: 1 });
  expect(all && placeOfBox(all)).toBe("everywhere");
  expect(strongestRegion(new Float32Array(64).fill(1), side, 1)?.share).toBe(1);
});
