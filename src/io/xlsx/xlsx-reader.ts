import type { ReadReport } from "../../core/data/read-report";
import { inspectCells } from "../cells/inspect-cells";
import type { CellSource } from "../cells/cell-source";
import { readCells } from "../cells/read-cells";
import { writtenCells } from "../cells/written-cells";
import { memoryBudgetHere } from "../read/memory-budget";
import { isZip } from "../read/signatures";
import type { Source } from "../read/source";
import type { TableReader } from "../read/table-reader";
import type { XlsxSettings } from "./xlsx-settings";

/** Excel workbooks: one table of one sheet. */
export const xlsxReader: TableReader<"xlsx", XlsxSettings, ReadReport> = {
  format: "xlsx",

  async accepts(files) {
    for (const [at, file] of files.entries()) {
      if (isZip(await file.head()) && isWorkbook(await file.entries())) return [at];
    }
    return null;
  },
  async inspect(source, fixed, budget = memoryBudgetHere()) {
    const blob = blobOf(source);
    const { chooseSheet, sheetCells } = await import("./choose-sheet");
    const { workbook, sheet, head, guesses } = await chooseSheet(blob, fixed);
    const own = { sheet: sheet.name, headerRow: head.header };
    const cells = sheetCells(blob, workbook, sheet, head);
    return inspectCells("xlsx", cells, { bytes: blob.size, fixed, own, ownGuesses: guesses, budget });
  },
  async read(source, plan, watch) {
    return readCells(source.name, await cellsOf(source, plan.settings), plan, watch);
  },
  async cells(source, plan, watch) {
    return writtenCells(await cellsOf(source, plan.settings), plan, watch);
  },
};

async function cellsOf(source: Source, fixed: Partial<XlsxSettings>): Promise<CellSource> {
  const blob = blobOf(source);
  const { chooseSheet, sheetCells } = await import("./choose-sheet");
  const { workbook, sheet, head } = await chooseSheet(blob, fixed);
  return sheetCells(blob, workbook, sheet, head);
}

function blobOf({ files }: Source): Blob {
  return files[0]?.blob ?? new Blob();
}

/** Whether the names in an archive are those of a workbook. */
function isWorkbook(paths: readonly string[]): boolean {
  const names = new Set(paths.map((path) => path.toLowerCase()));
  return names.has("[content_types].xml") && [...names].some((name) => /^\/?xl\/workbook[^/]*\.xml$/.test(name));
}
