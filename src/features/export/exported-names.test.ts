import { expect, it } from "vitest";
import { EXPORTED_NAMES } from "../../core/data/exported-columns";
import words from "../../messages/en/export.json";
import { addedColumns } from "./use-export-words";

it("adds columns by the names that a file opened again is known by", () => {
  expect(addedColumns.map((column) => words.column[column].name)).toEqual(EXPORTED_NAMES);
});
