import { expect, it } from "vitest";
import { stabilityOf, stabilityVerdict } from "./stability";

const rows = (...list: number[]) => Uint32Array.from(list);

it("counts the runs that flag a row, and how far two runs agree on average", () => {
  const { counts, runs, overlap } = stabilityOf([rows(1, 2), rows(2, 3), rows(2, 1)], 5);
  expect([...counts]).toEqual([0, 2, 3, 1, 0]);
  expect(runs).toBe(3);
  // {1,2} and {2,3} share one of three rows, twice; {1,2} and {2,1} are the same rows.
  expect(overlap).toBeCloseTo((1 / 3 + 1 / 3 + 1) / 3, 12);
});

it("counts a pair of which only one flags rows as no overlap, and says nothing where none does", () => {
  expect(stabilityOf([rows(0), rows()], 2).overlap).toBe(0);
  const none = stabilityOf([rows(), rows()], 2);
  expect(none).toEqual({ counts: new Uint8Array(2), runs: 2, overlap: null });
  expect(stabilityVerdict(none)).toBe("nothing");
});

it("calls it stable from .75 on", () => {
  const said = (overlap: number) => stabilityVerdict({ counts: new Uint8Array(0), runs: 5, overlap });
  expect([said(0), said(0.749), said(0.75), said(1)]).toEqual(["shaky", "shaky", "stable", "stable"]);
});
