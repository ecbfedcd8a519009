import { expect, it } from "vitest";
import { decimalCommas } from "./decimal-commas";

const column = (...lines: string[]) => `${lines.join("\n")}\n`;

it.each([
  ["below a name", column("Wert", "12,5", "13,25", "9,1", "8,0"), true],
  ["below a name, some whole, some with thousands", column("Wert", "12", "1.013,25", "-9,1", "8,0"), true],
  ["without a name, where a fraction begins with 0", column("12,50", "13,05", "9,10", "8,00"), false],
])("sees one column %s", (_, text, sure) => expect(decimalCommas(text)).toEqual({ sure }));

it.each([
  ["two columns of whole numbers", column("1,2", "3,4", "5,6", "7,8")],
  ["rows that R numbered", column("x", "1,25", "2,17", "3,28", "4,31")],
  ["a number and a label", column("12,0", "13,1", "9,0", "8,1")],
  ["three columns", column("a", "1,2,3", "3,4,5", "5,6,7")],
])("leaves %s", (_, text) => expect(decimalCommas(text)).toBeNull());
