import { expect, it } from "vitest";
import { upsetHeight, upsetShape } from "./geometry";

const room = { left: 100, width: 400, height: upsetHeight(3) };
const parts = [
  { members: [0, 2], count: 40 },
  { members: [1], count: 10 },
  { members: [0, 1, 2], count: 1 },
];

it("makes heights that compare as the counts do, on one base", () => {
  const { bars, base, left } = upsetShape(3, parts, room);
  expect(bars.map(({ height }) => height / bars[0]!.height)).toEqual([1, 0.25, 1 / 40]);
  for (const { top, height } of bars) expect(top + height).toBeCloseTo(base, 9);
  expect(bars[0]!.top).toBeGreaterThan(10);
  expect(left).toBe(0);
});

it("dots the members and joins the first with the last", () => {
  const { bars, lines } = upsetShape(3, parts, room);
  expect(bars[0]!.dots.map(({ isMember }) => isMember)).toEqual([true, false, true]);
  expect([bars[0]!.from, bars[0]!.to]).toEqual([lines[0], lines[2]]);
  expect([bars[1]!.from, bars[1]!.to]).toEqual([lines[1], lines[1]]);
  expect(lines.at(-1)).toBeLessThan(room.height);
});

it("draws what fits, from the largest on, and tells how many are left", () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ members: [at % 3], count: 50 - at }));
  const { bars, left } = upsetShape(3, many, room);
  expect(bars.length + left).toBe(50);
  expect(bars.at(-1)!.x).toBeLessThan(room.width);
  expect(upsetShape(3, many, { ...room, width: 20 }).bars).toHaveLength(1);
});

it("keeps a single row visible among millions, and stands no parts", () => {
  const { bars } = upsetShape(
    2,
    [...parts.slice(1, 2), { members: [0], count: 0 }, { members: [1], count: 1e9 }],
    room,
  );
  expect(bars.map(({ height }) => height)).toEqual([1, 0, expect.any(Number)]);
  expect(upsetShape(0, [], room).bars).toEqual([]);
});
