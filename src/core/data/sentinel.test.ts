import { describe, expect, it } from "vitest";
import { sentinelOf } from "./sentinel";

const around20 = [18, 19, 20, 20.5, 21, 22.5];
const find = (...values: number[]) => {
  const found = sentinelOf(Float64Array.from(values).sort());
  return found && { value: found.value, count: found.count, others: Array.from(found.others) };
};

describe("sentinelOf", () => {
  it.each([-9999, -999, 9999, 99.99, 999.9, -99, 32_767])("finds %d that repeats far from all others", (value) => {
    expect(find(...around20, value, value)).toEqual({ value, count: 2, others: around20 });
  });

  it("leaves a single extreme, an ordinary number, and one that others lie near", () => {
    expect(find(...around20, -9999)).toBeNull();
    expect(find(...around20, 1234, 1234)).toBeNull();
    expect(find(...around20, 60, 99, 99)).toBeNull();
    expect(find()).toBeNull();
    expect(find(99, 99, 99)).toBeNull();
  });
});
