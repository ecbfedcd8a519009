import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { conformalThreshold } from "./conformal";
import { highestOfUnits } from "./highest-of-units";

it("takes the highest score of each unit, those that are ordinary as a whole apart, and leaves out what is mixed", () => {
  const scores = Float64Array.of(1, 5, 2, 7, 3, NaN, 9, 4, 8);
  const ofRows = Int32Array.of(0, 0, 1, 1, 2, 2, 3, -1, 4);
  const { reference, tested } = highestOfUnits(
    scores,
    ofRows,
    (row) => row < 3,
    (row) => row === 8,
  );
  expect([...reference]).toEqual([5]);
  expect([...tested]).toEqual([9, 3]);
  const alone = highestOfUnits(
    scores,
    null,
    (row) => row < 3,
    () => false,
  );
  expect([...alone.reference]).toEqual([5, 2, 1]);
});

it("keeps the promise in series whose steps resemble their neighbours, counted by blocks", () => {
  const [BLOCK, BLOCKS, STRANGE, SHARE] = [40, 400, 20, 0.1];
  const proportions: number[] = [];
  let found = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const normal = normalDeviates(seededRandom(seed));
    let level = 0;
    const scores = Float64Array.from({ length: BLOCK * BLOCKS }, () => (level = 0.9 * level + normal()));
    const strange = new Set(Array.from({ length: STRANGE }, (_, at) => 210 + 9 * at));
    for (const block of strange) for (let step = 0; step < 8; step++) scores[block * BLOCK + 10 + step]! += 14;
    const ofRows = Int32Array.from(scores.keys(), (row) => Math.floor(row / BLOCK));
    const { reference, tested } = highestOfUnits(
      scores,
      ofRows,
      (row) => row < 200 * BLOCK,
      () => false,
    );
    const threshold = conformalThreshold(tested, reference, SHARE);
    if (threshold.kind !== "threshold") continue;
    const flagged = new Set([...scores.keys()].filter((row) => row >= 200 * BLOCK && scores[row]! >= threshold.value).map((row) => ofRows[row]!)); // prettier-ignore
    const wrong = [...flagged].filter((block) => !strange.has(block)).length;
    proportions.push(wrong / Math.max(1, flagged.size));
    found += (flagged.size - wrong) / STRANGE;
  }
  const mean = proportions.reduce((sum, one) => sum + one, 0) / 100;
  const variance = proportions.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 99;
  expect(mean).toBeLessThanOrEqual(SHARE + 2 * Math.sqrt(variance / 100));
  expect(found / 100).toBeGreaterThan(0.7);
});
