import { expect, it } from "vitest";
import { NAMES_IN_EXPORTS } from "../../core/data/exported-names";
import words from "../../messages/en/export.json";
import { addedColumns } from "./use-export-words";

it("adds columns by the names that a file opened again is known by", () => {
  expect(NAMES_IN_EXPORTS.map(({ columns }) => columns)).toContainEqual(
    addedColumns.map((column) => words.column[column].name),
  );
});
