import { expect, it } from "vitest";
import { ownStyleOf } from "./own-style";

const points = { decimal: ".", thousands: "" } as const;

it.each([
  [["12,50", "1 234,56"], { decimal: ",", thousands: " " }],
  [["1.234,56 €", "€ 2.000,00"], { decimal: ",", thousands: "." }],
  // Lists of answers have no mark between thousands.
  [["1,2", "2,3", "1,4"], null],
  [["1,234.56", "12.5"], null],
  [["1.234,56", "1,234.56"], null],
  [["1.234.567", "10.0.0.1"], null],
])("of %j", (values, style) => expect(ownStyleOf(values, points)).toEqual(style));
