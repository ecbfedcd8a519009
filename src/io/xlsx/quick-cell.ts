import { readDecimal } from "./decimal-bytes";
import type { SheetBlock } from "./sheet-block";

/** The last column of a sheet, XFD. */
export const MAX_COLUMNS = 16_384;

const [LESS_THAN, GREATER_THAN, EQUALS_SIGN, DOUBLE_QUOTE, SPACE, SLASH] = [60, 62, 61, 34, 32, 47];
const [LOWER_C, LOWER_R, LOWER_S, LOWER_T, LOWER_V] = [99, 114, 115, 116, 118];
const [FIRST_LETTER, FIRST_DIGIT] = [65, 48];
const MAX_STYLE = 1_000_000;

/**
 * A cell as nearly all are written, `<c r="B7" s="3"><v>12.5</v></c>`, with a number or the number of a shared word in it.
 * One object for all cells of a sheet, because there are millions.
 */
export class QuickCell {
  column = -1;
  /** -1: none. */
  style = -1;
  isWord = false;
  /** Where the value stands. */
  from = 0;
  to = 0;
  /** The place behind the cell. */
  next = 0;

  /**
   * Reads the cell at `at`, which stands in column `column` unless it says otherwise; its number goes to the next place of
   * the block. False where it is written in any other way.
   */
  read(bytes: Uint8Array, at: number, limit: number, column: number, { values, cells }: SheetBlock): boolean {
    if (bytes[at] !== LESS_THAN || bytes[at + 1] !== LOWER_C || at + 2 > limit) return false;
    at += 2;
    this.column = column;
    this.style = -1;
    this.isWord = false;
    if (names(bytes, at, LOWER_R) && (at = this.readPlace(bytes, at + 4)) < 0) return false;
    if (names(bytes, at, LOWER_S) && (at = this.readStyle(bytes, at + 4)) < 0) return false;
    if (names(bytes, at, LOWER_T)) {
      if (bytes[at + 4] !== LOWER_S || bytes[at + 5] !== DOUBLE_QUOTE) return false;
      this.isWord = true;
      at += 6;
    }
    if (bytes[at] !== GREATER_THAN || !opens(bytes, at + 1)) return false;
    this.from = at + 4;
    this.to = readDecimal(bytes, this.from, values, cells);
    this.next = this.to + 8;
    return this.to >= 0 && this.next <= limit && closes(bytes, this.to, LOWER_V) && closes(bytes, this.to + 4, LOWER_C);
  }

  /** `B7"`. The place behind it; -1 where it is no place of a sheet. */
  private readPlace(bytes: Uint8Array, at: number): number {
    let letters = 0;
    for (let letter = 0; (letter = bytes[at]! - FIRST_LETTER) >= 0 && letter < 26; at++)
      letters = letters * 26 + letter + 1;
    if (letters === 0 || letters > MAX_COLUMNS) return -1;
    this.column = letters - 1;
    for (let digit = 0; (digit = bytes[at]! - FIRST_DIGIT) >= 0 && digit <= 9; at++);
    return bytes[at] === DOUBLE_QUOTE ? at + 1 : -1;
  }

  /** `3"`. */
  private readStyle(bytes: Uint8Array, at: number): number {
    this.style = 0;
    for (let digit = 0; (digit = bytes[at]! - FIRST_DIGIT) >= 0 && digit <= 9 && this.style < MAX_STYLE; at++)
      this.style = this.style * 10 + digit;
    return bytes[at] === DOUBLE_QUOTE ? at + 1 : -1;
  }
}

/** Whether ` r="` stands there, for the letter r. */
function names(bytes: Uint8Array, at: number, letter: number): boolean {
  return (
    bytes[at] === SPACE && bytes[at + 1] === letter && bytes[at + 2] === EQUALS_SIGN && bytes[at + 3] === DOUBLE_QUOTE
  );
}

/** Whether `<v>` stands there. */
function opens(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LESS_THAN && bytes[at + 1] === LOWER_V && bytes[at + 2] === GREATER_THAN;
}

/** Whether `</v>` stands there, for the letter v. */
function closes(bytes: Uint8Array, at: number, letter: number): boolean {
  return (
    bytes[at] === LESS_THAN && bytes[at + 1] === SLASH && bytes[at + 2] === letter && bytes[at + 3] === GREATER_THAN
  );
}
