import type { GuessOf } from "../../core/data/read-plan";
import { type SheetHead, sheetHead } from "./sheet-head";
import { openWorkbook, type Sheet, type Workbook } from "./workbook";
import type { XlsxSettings } from "./xlsx-settings";

export { sheetCells } from "./sheet-cells";

/** Sheets that are looked into for a table. */
const MAX_LOOKED_INTO = 30;
/** A sheet has no more. */
const MAX_ROWS = 1_048_576;

export interface ChosenSheet {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly head: SheetHead;
  readonly guesses: readonly GuessOf<XlsxSettings>[];
}

/** The sheet that a person chose; else the first one, visible ones before hidden ones, with a table on it. */
export async function chooseSheet(
  blob: Blob,
  fixed: Partial<Pick<XlsxSettings, "sheet" | "headerRow">>,
): Promise<ChosenSheet> {
  const workbook = await openWorkbook(blob);
  const chosen = workbook.sheets.find(({ name }) => name === fixed.sheet);
  // The row of the names belongs to a sheet: on another one it means nothing.
  const row = chosen || fixed.sheet === undefined ? lawfulRow(fixed.headerRow) : undefined;
  const found = chosen ? null : await firstWithTable(workbook);
  const sheet = found?.sheet ?? chosen ?? workbook.sheets[0]!; // A workbook without one was refused.
  const head = found && row === undefined ? found.head : await sheetHead(workbook, sheet, row);
  return { workbook, sheet, head, guesses: [sheetGuess(), rowGuess()] };

  function sheetGuess(): GuessOf<XlsxSettings> {
    const others = workbook.sheets.filter((one) => one !== sheet);
    const visible = others.filter(({ isHidden }) => !isHidden).length;
    return {
      field: "sheet",
      value: sheet.name,
      sure: chosen !== undefined || visible === 0,
      alternatives: others.map(({ name }) => name),
      why: chosen
        ? { code: "dialect.chosen" }
        : visible === 0
          ? { code: "xlsx.sheet.only" }
          : { code: "xlsx.sheet.first", values: { sheets: workbook.sheets.length } },
    };
  }

  function rowGuess(): GuessOf<XlsxSettings> {
    const { guess, header } = head;
    return {
      field: "headerRow",
      value: header,
      sure: row !== undefined || guess.sure,
      alternatives: [header === 0 ? Math.max(1, head.below + 1) : 0],
      why: row === undefined ? guess.why : { code: "dialect.chosen" },
    };
  }
}

/** A table has names, or none, and a row. */
async function firstWithTable(workbook: Workbook): Promise<{ readonly sheet: Sheet; readonly head: SheetHead } | null> {
  for (const sheet of workbook.sheets.slice(0, MAX_LOOKED_INTO)) {
    const head = await sheetHead(workbook, sheet, undefined);
    if (head.names.length > 0 && head.body.length > 0) return { sheet, head };
  }
  return null;
}

/** What was kept between visits may be anything. */
function lawfulRow(row: unknown): number | undefined {
  return typeof row === "number" && Number.isInteger(row) && row >= 0 && row <= MAX_ROWS ? row : undefined;
}
