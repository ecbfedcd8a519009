import { expect, it } from "vitest";
import { seededRandom } from "../math/random";
import { bestThreshold } from "../score/best-threshold";
import { crossFitted } from "./cross-fitted";
import { fBeta } from "./figures";
import { rankedBy } from "./ranked";

const by = { kind: "best", figure: "f-beta", beta: 1 } as const;

it("is less than what the chosen threshold promises where scores are chance, and counts every row once", () => {
  let [promised, kept] = [0, 0];
  for (let seed = 0; seed < 30; seed++) {
    const random = seededRandom(seed);
    const scores = Float64Array.from({ length: 120 }, () => random());
    const labels = Uint8Array.from(scores, () => (random() < 0.15 ? 1 : 0));
    const found = crossFitted(scores, labels, null, by)!;
    expect(found.hits + found.falseAlarms + found.missed + found.rest).toBe(120);
    promised += bestThreshold(rankedBy(scores, 0), labels, by).fares;
    kept += fBeta(found, 1);
  }
  expect(kept).toBeLessThan(promised - 1);
});

it("keeps units together, and says nothing where a half has rows of one kind only", () => {
  const scores = Float64Array.of(4, 3, 2, 1);
  expect(crossFitted(scores, Uint8Array.of(1, 0, 0, 0), null, by)).toBeNull();
  expect(crossFitted(scores, Uint8Array.of(1, 1, 0, 0), Int32Array.of(0, 0, 0, 0), by)).toBeNull();
});
