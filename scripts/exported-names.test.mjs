import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { EXPORTED_NAMES, exportedNames } from "./exported-names.mjs";

it("holds what exports add in every language; after a change: node scripts/exported-names.mjs", async () => {
  expect(readFileSync(EXPORTED_NAMES, "utf8")).toBe(await exportedNames());
});
