import { expect, it } from "vitest";
import {
  bandPath,
  bucketAfter,
  bucketAt,
  linePath,
  nearestBucket,
  piecesOf,
  valueRange,
  type TimeLine,
} from "./time-line";

const at = (value: number) => value;
const ten = Float64Array.from({ length: 10 }, (_, bucket) => bucket);
const whole = { from: 0, to: 9 };

function line(low: readonly number[], high: readonly number[] = low, breaks: readonly number[] = []): TimeLine {
  return {
    times: ten.slice(0, low.length),
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    breaks: Uint32Array.from(breaks),
  };
}

it("finds the bucket of a time, and none where there are none", () => {
  expect([-1, 0, 2.5, 99].map((time) => bucketAt(ten, time))).toEqual([0, 0, 2, 9]);
  expect([-1, 0, 2.6, 99].map((time) => nearestBucket(ten, time))).toEqual([0, 0, 3, 9]);
  expect(bucketAfter(ten, 2)).toBe(3);
  expect(bucketAt(new Float64Array(0), 1)).toBe(-1);
});

it("joins buckets and keeps the spike of each", () => {
  expect(linePath(line([1, 1, 2]), whole, at, at)).toBe("M0.0 1.0L1.0 1.0L2.0 2.0");
  expect(linePath(line([0, 0, 0], [0, 9, 0]), whole, at, at)).toBe("M0.0 0.0L1.0 0.0V9.0L2.0 0.0");
});

it("breaks the line at gaps, and draws a lone bucket as a dot", () => {
  expect(linePath(line([1, 2, 3, 4], undefined, [2]), whole, at, at)).toBe("M0.0 1.0L1.0 2.0M2.0 3.0L3.0 4.0");
  expect(linePath(line([1, NaN, 3]), whole, at, at)).toBe("M0.0 1.0h.01M2.0 3.0h.01");
  expect(linePath(line([]), whole, at, at)).toBe("");
});

it("draws one bucket more on either side of what is in view, and no others", () => {
  expect(linePath(line([0, 1, 2, 3, 4, 5, 6]), { from: 2.5, to: 3.5 }, at, at)).toBe(
    "M1.0 1.0L2.0 2.0L3.0 3.0L4.0 4.0",
  );
});

it("closes the band around a line at every gap", () => {
  expect(bandPath(line([1, 1]), whole, 1, at, at)).toBe("M0.0 2.0L1.0 2.0L1.0 0.0L0.0 0.0Z");
  expect(bandPath(line([1, NaN, 1, 1]), whole, 0, at, at)).toBe("M2.0 1.0L3.0 1.0L3.0 1.0L2.0 1.0Z");
});

it("tells the range of what is in view", () => {
  const rising = line([0, 1, 2, 3, 4, 5, 6, 7, 8, 90]);
  expect(valueRange([rising], { from: 4, to: 5 })).toEqual({ min: 3, max: 6 });
  expect(valueRange([line([NaN, NaN])], whole)).toBeNull();
  expect(valueRange([line([1]), line([-4], [9])], whole)).toEqual({ min: -4, max: 9 });
});

it("makes spans wide enough to see, and one piece of those that touch", () => {
  expect(piecesOf([{ from: 50, to: 50 }], at, 100)).toEqual([{ x: 48.5, width: 3 }]);
  const many = Array.from({ length: 5000 }, (_, n) => ({ from: n / 50, to: n / 50 })).reverse();
  expect(piecesOf(many, at, 100)).toEqual([{ x: 0, width: 100 }]);
  expect(piecesOf([{ from: 200, to: 300 }], at, 100)).toEqual([]);
  expect(
    piecesOf(
      [
        { from: -50, to: 10 },
        { from: 90, to: 400 },
      ],
      at,
      100,
    ),
  ).toEqual([
    { x: 0, width: 10 },
    { x: 90, width: 10 },
  ]);
});
