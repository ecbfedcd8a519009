import fc from "fast-check";
import { expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { putDecimal } from "./exact-decimal";

const into = new Float64Array(1);

/** The double of digits times ten to a power; null where it is left to others. */
function doubleOf(digits: string, power: number): number | null {
  const low = digits.slice(9);
  return putDecimal(into, 0, false, Number(digits.slice(0, 9)), Number(low), low.length, power) ? into[0]! : null; // one
}

it("is the nearest double, or leaves it to others", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{0,17}$/), fc.integer({ min: -25, max: 25 }), (digits, power) => {
      const found = doubleOf(digits, power);
      if (found !== null) expect(found).toBe(Number(`${digits}e${power}`));
      else expect(Math.abs(power) > 22 || digits.length > 15).toBe(true);
    }),
    randomRuns(3000),
  );
});

it("reads what a double is written as", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (value) => {
      const [whole = "", rest = ""] = String(value).split(".");
      expect(doubleOf((whole + rest).replace(/^0+/, ""), -rest.length)).toBe(value);
    }),
    randomRuns(3000),
  );
});

it("decides nothing halfway between two doubles", () => {
  expect(doubleOf("9007199254740993", 0)).toBeNull();
  expect(doubleOf("9007199254740995", 0)).toBeNull();
  expect(doubleOf("9007199254740994", 0)).toBe(9_007_199_254_740_994);
});

it("keeps the sign, of nothing too", () => {
  putDecimal(into, 0, true, 0, 0, 0, 0);
  expect(into[0]).toBe(-0);
  putDecimal(into, 0, true, 125, 0, 0, -1);
  expect(into[0]).toBe(-12.5);
});
