import { expect, it } from "vitest";
import { isSameQuestion } from "./question";

const rows = Uint32Array.of(1, 2);
const rule = { kind: "suggested" };

it.each([
  ["the same words", "a", "a"],
  ["the same things by the same names", { run: "a", rows, rule }, { rule, rows, run: "a" }],
  ["the same things in the same order", ["a", rule], ["a", rule]],
  ["nothing", null, null],
])("takes for one question: %s", (_, one, other) => {
  expect(isSameQuestion(one, other)).toBe(true);
});

it.each([
  ["other words", "a", "b"],
  ["another thing by a name", { run: "a" }, { run: "b" }],
  ["a thing less", { run: "a" }, { run: "a", rule }],
  ["a thing by another name", { run: undefined }, { rule: undefined }],
  ["another order", ["a", "b"], ["b", "a"]],
  ["a list in place of an object", ["a"], { 0: "a" }],
  ["an equal list of rows that is another one", { rows }, { rows: rows.slice() }],
  ["another file, though of two files no entry can be seen", new File(["a"], "a"), new File(["a"], "a")],
  ["nothing in place of something", null, {}],
])("tells apart: %s", (_, one, other) => {
  expect(isSameQuestion(one, other)).toBe(false);
});
