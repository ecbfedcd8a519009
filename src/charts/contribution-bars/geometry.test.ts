import { expect, it } from "vitest";
import { barsThatFit, shareAxis, shownShares } from "./geometry";

const shares = [
  { label: "a", share: 0.1 },
  { label: "b", share: -0.3 },
  { label: "c", share: 0.55 },
  { label: "d", share: 0.05 },
  { label: "e", share: NaN },
];

it("shows the strongest and sums the rest", () => {
  const shown = shownShares(shares, 2);
  expect(shown.bars.map((bar) => bar.label)).toEqual(["c", "b"]);
  expect(shown.others?.count).toBe(3);
  expect(shown.others?.share).toBeCloseTo(0.15);
  expect(shownShares(shares, 5).others).toBeNull();
});

it("has an axis around zero", () => {
  expect(shareAxis(shownShares(shares, 5).bars)).toEqual({ min: -0.3, max: 0.55 });
  expect(shareAxis([{ label: "a", share: 0.2 }])).toEqual({ min: 0, max: 0.2 });
  expect(shareAxis([])).toEqual({ min: 0, max: 1 });
  expect(shareAxis([{ label: "a", share: 0 }])).toEqual({ min: 0, max: 1 });
});

it("keeps a line for the others when not all fit", () => {
  expect([barsThatFit(100, 20, 5), barsThatFit(100, 20, 6), barsThatFit(3, 20, 6)]).toEqual([5, 4, 1]);
});
