import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberParser } from "../../../core/data/parse-number";
import { randomRuns } from "../../../testing/random-runs";
import { longNumber } from "./long-number";
import { NumberBytes } from "./number-bytes";

const parse = numberParser({ decimal: ".", thousands: "" });
const number = new NumberBytes(".".charCodeAt(0));

/** What the bytes of a cell come to, and whether that is all of it; NaN: left to those who look closer. */
function read(cell: string): number {
  const values = new Float64Array(1);
  const end = number.read(new TextEncoder().encode(`${cell}\n`), 0, values, 0);
  return end === cell.length ? values[0]! : Number.NaN;
}

describe("numbers from bytes", () => {
  it("are read as their text is, to the last bit, or left alone", () => {
    const digits = fc.stringMatching(/^\d{1,24}$/);
    const written = fc.oneof(
      fc.double().map(String),
      fc.tuple(fc.constantFrom("", "-", "+"), digits, digits).map(([sign, a, b]) => `${sign}${a}.${b}`),
      fc.tuple(digits, fc.integer({ min: -330, max: 330 })).map(([a, power]) => `${a[0]}.${a}e${power}`),
      fc.tuple(digits, fc.integer({ min: 0, max: 22 })).map(([a, at]) => `${a.slice(0, at)}.${a.slice(at)}`),
      fc.stringMatching(/^[-+.eE\d ]{0,12}$/),
    );
    fc.assert(
      fc.property(written, (cell) => {
        const value = read(cell);
        return Number.isNaN(value) || Object.is(value, parse(cell, 0, cell.length));
      }),
      randomRuns(2000),
    );
  });

  it.each(["0", "7", "-12.50", ".5", "5.", "-0.0", "123456789012345", "1.25e-7", "1.5E+10", "0.1234567890123456789"])(
    "need no text: %s",
    (cell) => {
      expect(read(cell)).toBe(Number(cell));
    },
  );

  it.each(["", "-", ".", "007", "10E0", "1e5", "1234567890123456", "1.5e", "1.5e400", "abc", "1,5", "12 kg", "<0.5"])(
    "are left to those who look closer: %s",
    (cell) => {
      expect(read(cell)).toBeNaN();
    },
  );
});

describe("numbers of many digits", () => {
  it("are rounded as the language rounds them, or not at all", () => {
    let unsure = 0;
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{15,24}$/), fc.integer({ min: 0, max: 22 }), (digits, decimals) => {
        const value = longNumber(new TextEncoder().encode(digits), 0, digits.length, decimals);
        if (Number.isNaN(value)) unsure++;
        return Number.isNaN(value) || value === Number(`${digits}e-${decimals}`);
      }),
      randomRuns(2000),
    );
    expect(unsure).toBeLessThan(20);
  });

  it("say nothing where two numbers are as near", () => {
    // 2^53 + 1 lies between two doubles.
    expect(longNumber(new TextEncoder().encode("9007199254740993"), 0, 16, 0)).toBeNaN();
  });
});
