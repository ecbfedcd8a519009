import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { type NumberStyle, numberParser } from "./parse-number";

const POINT: NumberStyle = { decimal: ".", thousands: "" };
const COMMA: NumberStyle = { decimal: ",", thousands: "" };

function read(text: string, style = POINT): number {
  return numberParser(style)(text, 0, text.length);
}

describe("numberParser", () => {
  it("reads every double as JavaScript writes it", () => {
    // String(-0) is "0".
    const value = fc.double({ noNaN: true }).map((number) => number + 0);
    fc.assert(
      fc.property(value, (number) => {
        expect(read(String(number))).toBe(number);
      }),
      randomRuns(),
    );
  });

  it("rounds as correctly as Number does, however many digits there are", () => {
    const digits = fc.stringMatching(/^[0-9]{1,25}$/);
    const exponent = fc.integer({ min: -330, max: 310 });
    fc.assert(
      fc.property(digits, digits, exponent, (whole, fraction, power) => {
        const text = `${whole}.${fraction}e${power}`;
        expect(read(text)).toBe(Number(text));
        expect(read(text.replace(".", ","), COMMA)).toBe(Number(text));
      }),
      randomRuns(),
    );
  });

  it.each([
    ["42", 42],
    ["-0.5", -0.5],
    ["−3", -3],
    ["+7", 7],
    [".5", 0.5],
    ["5.", 5],
    [" 12 ", 12],
    ["1e308", 1e308],
    ["1E-308", 1e-308],
    ["-inf", -Infinity],
    ["Infinity", Infinity],
    ["+Inf", Infinity],
    ["∞", Infinity],
  ])("reads %j", (text, value) => expect(read(text)).toBe(value));

  it.each([
    "",
    " ",
    "-",
    "+",
    ".",
    "e5",
    "1e",
    "1e+",
    "1.2.3",
    "12a",
    "0x1f",
    "1,5",
    "1 2",
    "--1",
    "nan",
    "1_000",
    "١٢",
  ])("refuses %j", (text) => expect(read(text)).toBeNaN());

  it("reads decimal commas only when told", () => {
    expect(read("1,5", COMMA)).toBe(1.5);
    expect(read("5,58E+12", COMMA)).toBe(5.58e12);
    expect(read("1.5", COMMA)).toBeNaN();
  });

  it.each<[string, NumberStyle, number]>([
    ["1,234,567.5", { decimal: ".", thousands: "," }, 1234567.5],
    ["-1.234,5", { decimal: ",", thousands: "." }, -1234.5],
    ["1 234", { decimal: ",", thousands: " " }, 1234],
    ["1\u202f234,5", { decimal: ",", thousands: " " }, 1234.5],
    ["1’234’567.25", { decimal: ".", thousands: "'" }, 1234567.25],
    ["12,34,567", { decimal: ".", thousands: "," }, 1234567],
    ["1234.5", { decimal: ".", thousands: "," }, 1234.5],
    ["1,23", { decimal: ".", thousands: "," }, Number.NaN],
    ["1,2345", { decimal: ".", thousands: "," }, Number.NaN],
    [",123", { decimal: ".", thousands: "," }, Number.NaN],
  ])("reads %j with marks between thousands", (text, style, value) => expect(read(text, style)).toBe(value));

  it("reads a part of a longer text in place", () => {
    expect(numberParser(POINT)("12,34.5,x", 3, 7)).toBe(34.5);
  });
});
