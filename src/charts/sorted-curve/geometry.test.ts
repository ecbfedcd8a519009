import { describe, expect, it } from "vitest";
import { scoreScale } from "../axis/score-scale";
import { curvePoints, rankScale, tableRanks } from "./geometry";

describe("curvePoints", () => {
  const sorted = Float64Array.from({ length: 100_000 }, (_, at) => (at < 4 ? 50 - at : 1 - at / 100_000));

  it("stays small and keeps both ends", () => {
    for (const log of [true, false]) {
      const points = curvePoints(sorted, rankScale(sorted.length, log), scoreScale(sorted, false), 300);
      expect(points.length).toBeLessThanOrEqual(601);
      expect(points[0]).toMatchObject({ rank: 1, score: 50, x: 0, y: 1 });
      expect(points.at(-1)).toMatchObject({ rank: 100_000, x: 1, y: 0 });
    }
  });

  it("shows each of the strangest rows on a log axis", () => {
    const points = curvePoints(sorted, rankScale(sorted.length, true), scoreScale(sorted, false), 300);
    expect(points.slice(0, 5).map((point) => point.rank)).toEqual([1, 2, 3, 4, 5]);
  });

  it("never rises", () => {
    const points = curvePoints(sorted, rankScale(sorted.length, false), scoreScale(sorted, true), 300);
    points.slice(1).forEach((point, at) => expect(point.y).toBeLessThanOrEqual(points[at]?.y ?? 0));
  });

  it.each([[[]], [[4]], [[4, 4]]])("takes %j", (scores) => {
    const few = Float64Array.from(scores);
    expect(curvePoints(few, rankScale(few.length, true), scoreScale(few), 300)).toHaveLength(scores.length);
  });
});

it("lists round ranks and the last", () => {
  expect(tableRanks(70)).toEqual([1, 2, 5, 10, 20, 50, 70]);
  expect(tableRanks(1)).toEqual([1]);
  expect(tableRanks(0)).toEqual([]);
});
