import { expect, it } from "vitest";
import { closedCells } from "./closed-cells";

it.each([
  ['a,"b, c",d\n"e""f" ,"g"', 3],
  ['"a"', 1],
  ['valve 2",x\n"open', 0],
  ['"a"b,c', 0],
  ['"",""', 2],
  ['"a"\r\n"b"\r\n', 2],
  ["", 0],
])("counts the closed cells of %j", (body, count) => expect(closedCells(body, '"', [",", ";"])).toBe(count));

it("takes a megabyte of quotes as fast as one of letters", () => {
  expect(closedCells(',"""'.repeat(250_000) + "x", '"', [","])).toBe(124_999);
  expect(closedCells('"'.repeat(1_000_001), '"', [","])).toBe(0);
});
