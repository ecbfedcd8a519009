import { describe, expect, it } from "vitest";
import { sentinelsOf } from "./sentinel";

const around20 = [18, 19, 20, 20.5, 21, 22.5];
const find = (...values: number[]) => {
  const found = sentinelsOf(Float64Array.from(values).sort());
  return found && { found: found.found, others: Array.from(found.others) };
};

describe("sentinelsOf", () => {
  it.each([-9999, -999, 9999, 99.99, 999.9, -99, 32_767, -7777, -6999, 1e20, -1e30, -127])(
    "finds %d that repeats far from all others",
    (value) => {
      expect(find(...around20, value, value)).toEqual({ found: [{ value, count: 2 }], others: around20 });
    },
  );

  it("finds several of them, at both ends", () => {
    expect(find(-9999, -9999, -8888, -8888, -8888, ...around20, 7999, 7999)).toEqual({
      found: [
        { value: -9999, count: 2 },
        { value: -8888, count: 3 },
        { value: 7999, count: 2 },
      ],
      others: around20,
    });
  });

  it("finds one beside a lone extreme value that is none", () => {
    const many = Array.from({ length: 200 }, (_, i) => 15 + (i % 80) / 10);
    expect(find(...many, 620, 999.9, 999.9, 999.9)?.found).toEqual([{ value: 999.9, count: 3 }]);
    expect(find(...many, 620, 999.9, 999.9)).toBeNull();
  });

  it("leaves a single extreme, an ordinary number, and one that others lie near", () => {
    expect(find(...around20, -9999)).toBeNull();
    expect(find(...around20, 1234, 1234)).toBeNull();
    expect(find(...around20, 60, 99, 99)).toBeNull();
    expect(find()).toBeNull();
    expect(find(99, 99, 99)).toBeNull();
  });

  it("takes -9 for no value only where all others are above zero", () => {
    expect(find(0, 1, 2, 3, 4, 5, -9, -9)?.found).toEqual([{ value: -9, count: 2 }]);
    expect(find(-1, 0, 1, 2, 3, 4, -9, -9)).toBeNull();
  });
});
