import { Failure } from "../../core/data/failure";
import { brokenWorkbook, partText } from "./parts";
import { SharedStrings } from "./shared-strings";
import { MAX_COLUMNS, type SheetRow, SheetSink, type SheetTally } from "./sheet-sink";
import type { Sheet, Workbook } from "./workbook";
import { XmlScanner } from "./xml-scanner";

/** Unpacked, a sheet of all cells that one can have with a number in each is not much larger. */
const MAX_SHEET_BYTES = 8_000_000_000;
/** Words that are read for a look at the first rows. */
const WORDS_AT_FIRST = 100_000;

export interface SheetPiece {
  readonly rows: readonly SheetRow[];
  /** 0 to 1: how much of the sheet was read. */
  readonly done: number;
}

/**
 * All rows of a sheet that have cells, piece by piece: no more than a piece is in memory, but for the shared words. While
 * those are read, pieces have no rows, so that the reading can be stopped in between. Ends with what was met.
 */
export async function* sheetRows(workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetPiece, SheetTally> {
  const strings = new SharedStrings(workbook.strings);
  try {
    while (!strings.isWhole) {
      await strings.read(strings.list.length + 1);
      yield { rows: [], done: 0 };
    }
  } finally {
    await strings.close();
  }
  const sink = new SheetSink({ ...workbook, strings: strings.list });
  yield* piecesOf(sheet, sink);
  return sink.tally;
}

/** The first rows of a sheet that have cells. */
export async function firstRows(
  workbook: Workbook,
  sheet: Sheet,
  limit: { readonly rows: number; readonly cells: number },
): Promise<{ readonly rows: readonly SheetRow[]; readonly isAll: boolean; readonly share: number }> {
  const strings = new SharedStrings(workbook.strings);
  try {
    for (let words = WORDS_AT_FIRST; ; words = Infinity) {
      await strings.read(words);
      const sink = new SheetSink({ ...workbook, strings: strings.list });
      const rows: SheetRow[] = [];
      let [cells, share, isAll] = [0, 0, true];
      for await (const piece of piecesOf(sheet, sink)) {
        for (const row of piece.rows) {
          rows.push(row);
          cells += row.cells.length;
        }
        share = piece.done;
        isAll = rows.length <= limit.rows && cells <= limit.cells;
        if (!isAll) break;
      }
      // A word further on in the list of all words: then all of it has to be read.
      if (!sink.lacksWords || strings.isWhole) return { rows: rows.slice(0, limit.rows), isAll, share };
    }
  } finally {
    await strings.close();
  }
}

async function* piecesOf(sheet: Sheet, sink: SheetSink): AsyncGenerator<SheetPiece> {
  const scanner = new XmlScanner(sink);
  let characters = 0;
  for await (const text of partText(sheet.part, MAX_SHEET_BYTES)) {
    if (!scanner.push(text)) throw brokenWorkbook("broken", sheet.part.path);
    if (sink.beyond > 0)
      throw new Failure({ code: "too-many-columns", values: { columns: sink.beyond, limit: MAX_COLUMNS } });
    characters += text.length;
    const { rows } = sink;
    sink.rows = [];
    yield { rows, done: Math.min(1, characters / Math.max(1, sheet.part.claimed)) };
  }
  if (!scanner.isComplete) throw brokenWorkbook("broken", "the sheet is cut off");
}
