import { describe, expect, it } from "vitest";
import { numberFormOf } from "./number-form";
import { numberReader, timeReader } from "./value-parser";

const style = { decimal: ".", thousands: ",", missing: [], dateOrder: "day-first" } as const;
const MEGABYTE = 1_000_000;

describe("cells of a megabyte", () => {
  // A parser that takes quadratic time would run for hours here.
  it.each(["8", " ", "-", "(", "$", "<", "1,", "1 ", "a", "1e", '"', "é"])("of %j are soon refused or read", (part) => {
    const cell = part.repeat(MEGABYTE / part.length);
    const number = numberReader(style, numberFormOf([cell, `5 ${cell}`]))(`${cell}x`, 0, cell.length + 1);
    expect(number).toBeNaN();
    expect(timeReader(style, "text")(cell, 0, cell.length)).toBeNaN();
  });
});
