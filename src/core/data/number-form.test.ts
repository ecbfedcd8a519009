import { describe, expect, it } from "vitest";
import { NO_FORM, numberFormOf } from "./number-form";
import { numberReader } from "./value-parser";

const style = { decimal: ".", thousands: ",", missing: [], dateOrder: "day-first" } as const;

function read(cells: readonly string[]): number[] {
  const parse = numberReader(style, numberFormOf(cells));
  return cells.map((cell) => parse(cell, 0, cell.length));
}

describe("numberFormOf", () => {
  it("keeps the unit of most cells and brings its relatives to it", () => {
    expect(numberFormOf(["760 W", "1.18 kW", "640 W"])).toEqual({ unit: "W", factors: { kW: 1000 } });
    expect(read(["760 W", "1.18 kW", "640 W", "0"])).toEqual([760, 1180, 640, 0]);
    expect(read(["1.5 h", "2 h", "30 min"])).toEqual([1.5, 2, 0.5]);
    expect(read(["5 MB", "1,200 kB", "7 MB"])).toEqual([5, 1.2, 7]);
  });

  it("reads magnitudes among plain numbers", () => {
    expect(read(["1.2k", "3.4M", "512", "900"])).toEqual([1200, 3_400_000, 512, 900]);
    expect(read(["3.70 Mil", "1.5 K", "2 Bil", "283"])).toEqual([3_700_000, 1500, 2e9, 283]);
    expect(read(["3.5万", "2亿", "12"])).toEqual([35_000, 2e8, 12]);
    expect(read(["$870", "$1.5M", "$2k", "$900"])).toEqual([870, 1_500_000, 2000, 900]);
  });

  it("reads debits as negative where credits are marked, too", () => {
    expect(read(["45.20 Dr", "1,300.00 Cr", "7 Dr"])).toEqual([-45.2, 1300, -7]);
    expect(read(["45.20 S", "1,300.00 H"])).toEqual([-45.2, 1300]);
    expect(numberFormOf(["12 Cr", "13 Cr"]).marks).toBeUndefined();
  });

  it("takes letters behind a few of many bare numbers for notes, and never a unit for one", () => {
    expect(read(["6.3", "0.5 U", "0.34 J", "7", "8", "9"])).toEqual([6.3, 0.5, 0.34, 7, 8, 9]);
    expect(read(["12.3", "12.4 p", "12.8"])).toEqual([12.3, 12.4, 12.8]);
    expect(read(["760", "810", "1.2 kW"])).toEqual([760, 810, Number.NaN]);
    expect(read(["20", "45", "3 h", "5 m"])).toEqual([20, 45, Number.NaN, Number.NaN]);
  });

  it("brings no unit to another that measures something else", () => {
    expect(read(["5 kg", "6 kg", "7 m"])).toEqual([5, 6, Number.NaN]);
    expect(read(["$5", "$6", "€7"])).toEqual([5, 6, Number.NaN]);
    expect(read(["5 W", "6 W", "1 kW", "7"])).toEqual([5, 6, 1000, Number.NaN]);
  });

  it("finds none where most cells carry none, or each another", () => {
    expect(numberFormOf(["1", "2", "5%"])).toEqual(NO_FORM);
    expect(numberFormOf(["12A", "14B", "3F", "7D"])).toEqual(NO_FORM);
  });
});
