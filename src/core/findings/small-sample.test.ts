import { describe, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { smallSampleEvidence, smallSampleOf, usualOf } from "./small-sample";

describe("few measurements", () => {
  it("says of ordinary ones that none is off, nearly always", () => {
    let off = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const normal = normalDeviates(seededRandom(seed));
      if (smallSampleOf(Float64Array.from({ length: 5 + (seed % 25) }, normal).sort())) off++;
    }
    expect(off).toBeLessThan(15);
  });

  it.each([5, 8, 12, 20, 30])("tells one that is ten deviations off among %d", (count) => {
    const normal = normalDeviates(seededRandom(count));
    const sample = smallSampleOf(
      Float64Array.from({ length: count }, (_, at) => (at === 0 ? 60 : 50 + normal())).sort(),
    );
    expect(smallSampleEvidence(sample!, 60)).toBeGreaterThan(2.5); // some are off
    expect(smallSampleEvidence(sample!, 50)).toBeLessThan(1);
  });

  it("tells two on one side, of which each hides the other from a single test", () => {
    const normal = normalDeviates(seededRandom(7));
    const values = Float64Array.from({ length: 25 }, (_, at) => (at < 2 ? 62 + at : 50 + normal())).sort();
    const sample = smallSampleOf(values);
    expect(sample?.count).toBe(23);
  });

  it("tells an amount in thousands among those that spread by ratio", () => {
    const normal = normalDeviates(seededRandom(2));
    const amounts = Array.from({ length: 60 }, (_, at) => Math.exp(6.7 + 0.6 * normal()) * (at === 9 ? 1000 : 1));
    const sample = smallSampleOf(Float64Array.from(amounts).sort());
    expect(smallSampleEvidence(sample!, amounts[9]!)).toBeGreaterThan(3); // it is off
    expect(smallSampleEvidence(sample!, amounts[8]!)).toBeLessThan(1.5);
    const { low, middle, high } = usualOf(sample!);
    expect([low > 0, low < middle, middle < high, high < amounts[9]!]).toEqual([true, true, true, true]);
  });

  it("keeps silent of a lopsided sample, and of too few", () => {
    expect(smallSampleOf(Float64Array.from({ length: 40 }, (_, at) => Math.exp(at / 8)))).toBeNull();
    expect(smallSampleOf(Float64Array.of(1, 2, 3, 90))).toBeNull();
  });
});
