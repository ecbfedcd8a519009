import { Failure } from "../../core/data/failure";
import { brokenWorkbook, partBytes } from "./parts";
import { MAX_COLUMNS } from "./quick-cell";
import { SharedStrings } from "./shared-strings";
import { SheetScanner } from "./sheet-scanner";
import type { Sheet, Workbook } from "./workbook";

/** Unpacked, a sheet of all cells that one can have with a number in each is not much larger. */
const MAX_SHEET_BYTES = 8_000_000_000;
/** Rows are handed on once so many bytes more were read. */
const BYTES_PER_PIECE = 256 * 1024;
/** Words that are read for a look at the first rows. */
const WORDS_AT_FIRST = 100_000;

/** A row that has cells: where it stands in the sheet, from 1, and the texts of its cells from column A on. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The rows that wait in `scanner.block`; whoever asked for them drops those that are done with. */
export interface SheetPiece {
  readonly scanner: SheetScanner;
  /** No rows come behind these. */
  readonly isLast: boolean;
  /** 0 to 1: how much of the sheet was read. */
  readonly done: number;
}

/**
 * All rows of a sheet below a row that have a filled cell, piece by piece: no more than a piece is in memory, but for the
 * shared words. While those are read, pieces have no rows, so that the reading can be stopped in between.
 */
export async function* sheetRows(workbook: Workbook, sheet: Sheet, below: number): AsyncGenerator<SheetPiece> {
  const strings = new SharedStrings(workbook.strings);
  const scanner = new SheetScanner({ ...workbook, strings: strings.list }, below);
  try {
    while (!strings.isWhole) {
      await strings.read(strings.list.length + 1);
      yield { scanner, isLast: false, done: 0 };
    }
  } finally {
    await strings.close();
  }
  yield* piecesOf(sheet, scanner);
}

export interface FirstRows {
  readonly rows: readonly SheetRow[];
  readonly isAll: boolean;
  /** How much of the sheet they are. */
  readonly share: number;
}

/** How much of a sheet is looked at: as many rows as are enough, and more as long as none of the limits is reached. */
export interface LookLimit {
  readonly enough: number;
  readonly rows: number;
  readonly cells: number;
  readonly characters: number;
}

/** The first rows of a sheet that have a filled cell. */
export async function firstRows(workbook: Workbook, sheet: Sheet, limit: LookLimit): Promise<FirstRows> {
  const strings = new SharedStrings(workbook.strings);
  try {
    for (let words = WORDS_AT_FIRST; ; words = Infinity) {
      await strings.read(words);
      const scanner = new SheetScanner({ ...workbook, strings: strings.list });
      const found = await lookedAt(piecesOf(sheet, scanner), sheet.part.claimed, limit);
      // A word further on in the list of all words: then all of it has to be read.
      if (!scanner.lacksWords || strings.isWhole) return found;
    }
  } finally {
    await strings.close();
  }
}

async function lookedAt(pieces: AsyncIterable<SheetPiece>, bytes: number, limit: LookLimit): Promise<FirstRows> {
  const rows: SheetRow[] = [];
  let [cells, characters] = [0, 0];
  for await (const { scanner } of pieces) {
    for (let row = 0; row < scanner.block.rows; row++) {
      const isEnough = rows.length >= limit.enough && characters > limit.characters;
      if (isEnough || rows.length >= limit.rows || cells > limit.cells)
        return { rows, isAll: false, share: scanner.bytesBefore(row) / Math.max(1, bytes) };
      const texts = rowOf(scanner, row);
      rows.push(texts);
      cells += texts.cells.length;
      characters += texts.cells.reduce((sum, text) => sum + text.length, 0);
    }
    scanner.drop(scanner.block.rows);
  }
  return { rows, isAll: true, share: 1 };
}

/** The rows that wait, from the given one on, as texts. */
export function rowsOf(scanner: SheetScanner, from: number): readonly SheetRow[] {
  const { rows } = scanner.block;
  return Array.from({ length: rows - from }, (_, at) => rowOf(scanner, from + at));
}

function rowOf(scanner: SheetScanner, row: number): SheetRow {
  const { numbers, firsts, columns } = scanner.block;
  const cells: string[] = [];
  for (let cell = firsts[row]!; cell < firsts[row + 1]!; cell++) {
    const column = columns[cell]!;
    while (cells.length < column) cells.push("");
    cells[column] = scanner.text(cell);
  }
  return { number: numbers[row]!, cells };
}

async function* piecesOf(sheet: Sheet, scanner: SheetScanner): AsyncGenerator<SheetPiece> {
  let bytes = 0;
  let told = 0;
  for await (const piece of partBytes(sheet.part, MAX_SHEET_BYTES)) {
    if (!scanner.push(piece)) throw brokenWorkbook("broken", sheet.part.path);
    bytes += piece.length;
    // What was unpacked comes in many small pieces, most of which only wait for more.
    if (bytes - told < BYTES_PER_PIECE) continue;
    told = bytes;
    checkColumns(scanner);
    if (scanner.block.rows > 0)
      yield { scanner, isLast: false, done: Math.min(1, bytes / Math.max(1, sheet.part.claimed)) };
  }
  const isComplete = scanner.end();
  checkColumns(scanner);
  if (!isComplete) throw brokenWorkbook("broken", "the sheet is cut off");
  yield { scanner, isLast: true, done: 1 };
}

function checkColumns({ beyond }: SheetScanner): void {
  if (beyond > 0) throw new Failure({ code: "too-many-columns", values: { columns: beyond, limit: MAX_COLUMNS } });
}
