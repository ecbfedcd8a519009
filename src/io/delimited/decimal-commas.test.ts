import { expect, it } from "vitest";
import { decimalCommas } from "./decimal-commas";

const column = (...lines: string[]) => `${lines.join("\n")}\n`;

const tenths = Array.from({ length: 24 }, (_, at) => `${20 + ((at * 7) % 13)},${(at * 7) % 10}`);

it.each([
  ["below a name", column("Wert", "12,5", "13,25", "9,1", "8,0"), true],
  ["below a name, some whole, some with thousands", column("Wert", "12", "1.013,25", "-9,1", "8,0"), true],
  ["without a name, where a fraction begins with 0", column("12,50", "13,05", "9,10", "8,00"), false],
  ["without a name, of tenths of every value", column(...tenths), false],
])("sees one column %s", (_, text, sure) => expect(decimalCommas(text)).toEqual({ isOneColumn: true, sure }));

it.each([
  ["two columns of whole numbers, or tenths", column("1,2", "3,4", "5,6", "7,8")],
  ["a number and a label", column("12,0", "13,1", "9,0", "8,1")],
])("is in doubt about %s", (_, text) => expect(decimalCommas(text)).toEqual({ isOneColumn: false, sure: false }));

it.each([
  ["numbers of which some end with a nought that a fraction would lack", column("1,20", "3,4", "5,116", "7,8")],
  ["rows that R numbered", column("x", "1,25", "2,17", "3,28", "4,31")],
  ["three columns", column("a", "1,2,3", "3,4,5", "5,6,7")],
])("leaves %s", (_, text) => expect(decimalCommas(text)).toBeNull());
