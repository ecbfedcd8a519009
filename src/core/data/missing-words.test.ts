import { expect, it } from "vitest";
import { ALWAYS_MISSING, missingTest } from "./missing-words";

it("knows missing words in any case, with blanks around, and blank cells", () => {
  const isMissing = missingTest(ALWAYS_MISSING);
  for (const cell of ["", "  ", "NA", "n/a", " NaN ", "NULL", "\\N", "#N/A"])
    expect(isMissing(cell, 0, cell.length), cell).toBe(true);
  for (const cell of ["0", "nap", "none", "-", "banana"]) expect(isMissing(cell, 0, cell.length), cell).toBe(false);
  expect(isMissing("1,NA,2", 2, 4)).toBe(true);
});
