import { expect, it } from "vitest";
import { rareLevelsOf } from "./rare-levels";

it("finds one level where all others are frequent", () => {
  const [found] = rareLevelsOf([400, 310, 350, 1, 280], 4);
  expect(found).toMatchObject({ level: 3, count: 1 });
  expect(found!.evidence).toBeGreaterThan(3);
});

it("finds none where frequencies fall off bit by bit, or few levels tell", () => {
  expect(rareLevelsOf([400, 150, 60, 20, 8, 3, 1], 3)).toEqual([]);
  expect(rareLevelsOf([900, 1], 3)).toEqual([]);
});
