import { expect, it } from "vitest";
import { EXPORTED_NAMES, exportedFrom } from "./exported-columns";

it("knows the columns that an export added, at the end and all of them", () => {
  const usual = EXPORTED_NAMES.filter((name) => name !== "stability");
  expect(exportedFrom(["a", "b", ...usual])).toBe(2);
  expect(exportedFrom(["a", ...EXPORTED_NAMES])).toBe(1);
  expect(exportedFrom(["score", "row", ...usual.map((name) => (name === "score" ? "score (2)" : name))])).toBe(2);
  expect(exportedFrom([...usual, "a"])).toBe(usual.length + 1);
  expect(exportedFrom(["a", "score", "flagged"])).toBe(3);
  expect(exportedFrom(usual)).toBe(usual.length);
  const plain = EXPORTED_NAMES.slice(0, 5);
  expect(exportedFrom(["a", ...plain, "flagged by kNN", "mark", "note", "tags"])).toBe(1);
  expect(exportedFrom(["a", ...plain, "what I think"])).toBe(7);
});
