import { expect, it } from "vitest";
import { tintOf, tokensPerLine, tokenWidth } from "./geometry";

it("makes tokens wide enough for nearly all symbols, and none too wide", () => {
  expect(tokenWidth(["5", "22", "11"])).toBe(42);
  expect(tokenWidth([...Array<string>(9).fill("login"), "x".repeat(500)])).toBe(64);
  expect(tokenWidth(["x".repeat(500)])).toBe(168);
  expect(tokenWidth([])).toBe(35);
});

it("puts at least one token on a line", () => {
  expect(tokensPerLine(400, 40)).toBe(10);
  expect(tokensPerLine(10, 40)).toBe(1);
});

it("colours what is more unusual than half of the scale", () => {
  expect([NaN, 0, 50, 75, 100].map(tintOf)).toEqual([0, 0, 0, 3, 5]);
});
