import { describe, expect, it } from "vitest";
import { numbers, words } from "../../testing/made-up-series";
import { normalDeviates, seededRandom } from "../math/random";
import { batchVerdictOf } from "./batch-verdict";
import { columnReferenceOf } from "./column-reference";
import { driftOfLevels, driftOfNumbers } from "./drift";

const random = seededRandom(21);
const normal = normalDeviates(random);
const made = (count: number, value: () => number = normal) => Float64Array.from({ length: count }, value);
const sortedOf = (values: Float64Array) => values.toSorted();
const letters = (count: number, shares: readonly number[]) =>
  Array.from({ length: count }, () => {
    let left = random();
    return "abcdef"[shares.findIndex((share) => (left -= share) < 0)] ?? "f";
  });
const counted = (found: readonly string[]) =>
  found.reduce((counts, level) => counts.set(level, (counts.get(level) ?? 0) + 1), new Map<string, number>());
const referenceOf = (found: readonly string[]) =>
  columnReferenceOf(words("level", found), Uint32Array.from(found.keys()));

describe("drift of a column", () => {
  it("is seldom found where nothing changed, whatever the values are like", () => {
    let alarms = 0;
    for (let split = 0; split < 200; split++) {
      const heavy = () => Math.exp(2 * normal());
      const same = split % 2 ? driftOfNumbers(sortedOf(made(300, heavy)), sortedOf(made(200, heavy))) : driftOfLevels(referenceOf(letters(300, [0.6, 0.2, 0.15, 0.04, 0.01])), counted(letters(200, [0.6, 0.2, 0.15, 0.04, 0.01]))); // prettier-ignore
      if (same.p < 0.05) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(16);
  });

  it("is found where the mean moves by a third of a spread, and where a level takes the place of another", () => {
    for (let time = 0; time < 20; time++) {
      const { p, distance, psi } = driftOfNumbers(sortedOf(made(2500)), sortedOf(made(2500, () => 0.3 + normal())));
      expect(p).toBeLessThan(1e-6);
      expect(distance).toBeGreaterThan(0.07);
      expect(psi).toBeGreaterThan(0.04);
    }
    const moved = driftOfLevels(referenceOf(letters(600, [0.7, 0.3])), counted(letters(600, [0.55, 0.3, 0.15])));
    expect(moved.p).toBeLessThan(1e-6);
    expect(moved.psi).toBeGreaterThan(0.2);
  });

  it("is much where one value filled the column and is gone, whether what came is larger or smaller", () => {
    const constant = sortedOf(made(400, () => (random() < 0.97 ? 5 : 5 + random())));
    for (const other of [9, 1])
      expect(
        driftOfNumbers(
          constant,
          made(300, () => other),
        ).psi,
      ).toBeGreaterThan(1);
    expect(driftOfNumbers(constant, constant).psi).toBeCloseTo(0, 10);
  });

  it("is nothing of columns without values", () => {
    expect(driftOfNumbers(new Float64Array(), made(5))).toEqual({ distance: 0, psi: 0, p: 1 });
    expect(driftOfLevels(referenceOf([]), new Map())).toEqual({ distance: 0, psi: 0, p: 1 });
    const empty = columnReferenceOf(numbers("v", [NaN, NaN]), Uint32Array.of(0, 1));
    expect(empty).toMatchObject({ rows: 2, missing: 2 });
  });
});

describe("the file as a whole", () => {
  const heavy = () => Math.exp(normal());
  const share = (batches: number, strange: number) => {
    let found = 0;
    for (let batch = 0; batch < batches; batch++) {
      const scores = made(150, () => (random() < strange ? 15 + heavy() : heavy()));
      if (batchVerdictOf(made(400, heavy), scores, random).isStranger) found++;
    }
    return found / batches;
  };

  it("is seldom called stranger where it is like the others, and mostly where a tenth of its rows are strange", () => {
    expect(share(60, 0)).toBeLessThanOrEqual(0.12);
    expect(share(20, 0.1)).toBeGreaterThanOrEqual(0.9);
  });
});
