import { describe, expect, it } from "vitest";
import { studentReader } from "./student-reader";
import { studentEvidence } from "./student-tail";

describe("reading the evidence of Student's t between nodes", () => {
  it.each([0.6, 1, 3, 17.3, 200, Infinity])("says what the exact one says, at %d degrees of freedom", (freedom) => {
    const read = studentReader(freedom);
    for (let z = -45; z < 45; z += 0.317) {
      const exact = studentEvidence(z, freedom);
      expect(Math.abs(read(z) - exact)).toBeLessThanOrEqual(1e-5 * Math.max(0.1, exact));
    }
    expect(read(0)).toBe(0);
    expect(read(NaN)).toBe(0);
  });
});
