import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { createSession } from "../../state/session";
import { exportWords } from "../../testing/open-table";
import { scriptedEngine } from "../../testing/scripted-engine";
import { showScreen } from "../../testing/show-screen";
import { wholeCatalogue } from "../../testing/whole-catalogue";
import { AboutFile } from "./file-choice";

it("says when an export has more rows or columns than a sheet of Excel", async () => {
  const request = {
    dataset: "a",
    run: "r",
    threshold: 1,
    rows: "all",
    file: "xlsx",
    format: { separator: ",", quote: '"', decimal: ".", bom: false, guard: true },
    words: exportWords,
    cells: "as-written",
  } as const;
  const session = createSession({ engine: scriptedEngine().engine });
  showScreen(<AboutFile request={request} rows={1_048_576} columns={16_385} />, session, wholeCatalogue());
  expect(await screen.findByText(/^The export has 16,385 columns, but an Excel sheet holds 16,384\./)).toBeVisible();
  expect(screen.getByText(/^An Excel sheet holds 1,048,575 rows below the names/)).toBeVisible();
});
