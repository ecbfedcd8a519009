import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { NOTE_CODES, noteCodesOf } from "./note-codes.mjs";

it("is the type of the notes that are in the catalogue; after a change: node scripts/note-codes.mjs", async () => {
  expect(readFileSync(NOTE_CODES, "utf8")).toBe(await noteCodesOf());
});
