import { Failure } from "../../core/data/failure";
import type { Cut } from "./cell-marks";
import { CellTable } from "./cell-table";
import { checkText } from "./check-text";
import { decoderOf, isWide } from "./guess-encoding";
import type { Head } from "./read-head";
import { cellSplitter, newlineOf } from "./split-cells";
import { withoutEndMark, withoutSeparatorLine } from "./text-chunks";

/**
 * The text of a head.
 *
 * @throws Failure `not-text`, `bad-encoding`, `empty-file`
 */
export function headText(head: Head, encoding: string): string {
  const decoder = decoderOf(encoding);
  checkText(head.bytes, isWide(decoder.encoding));
  const decoded = decoder.decode(head.bytes, { stream: !head.whole });
  const text = head.whole ? withoutEndMark(decoded) : decoded;
  if (head.whole && text.trim() === "") throw new Failure({ code: "empty-file" });
  return text;
}

/** Rows of a head as text, empty lines as rows without cells. */
export interface HeadRows {
  readonly rows: readonly (readonly string[])[];
  /** Characters that the rows take, line breaks included. */
  readonly characters: number;
}

/** The complete rows at the beginning of a text; its last row counts only when the text is the whole file. */
export function headRows(text: string, whole: boolean, cut: Cut): HeadRows {
  const body = withoutSeparatorLine(text);
  const newline = newlineOf(body);
  const table = new CellTable();
  const split = cellSplitter(cut, newline)(body, whole, table);
  if (table.rows > 1 || split.cursor === body.length) return { rows: rowsOf(table), characters: split.cursor };
  // A row longer than the head, or a quote that never closes: better a cut row than none.
  cellSplitter({ ...cut, quote: "" }, newline)(body, true, table);
  return { rows: rowsOf(table), characters: body.length };
}

function rowsOf(table: CellTable): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (let row = 0; row < table.rows; row++) rows.push(table.isBlank(row) ? [] : table.row(row));
  return rows;
}
