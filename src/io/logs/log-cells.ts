import type { Note } from "../../core/data/note";
import { HEAD_ROWS, type CellSource, type RowsPiece } from "../cells/cell-source";
import { linesOf } from "../cells/lines-of";
import { guessEncoding } from "../delimited/guess-encoding";
import { headText } from "../delimited/head-rows";
import { readHead } from "../delimited/read-head";
import type { OnBytes } from "../read/open-bytes";
import { formNamed, formOf, linesIn } from "./log-forms";
import type { LogCut, LogFormName } from "./log-form";
import { LogRows } from "./log-rows";
import { firstDate } from "./missing-date";

/** What is guessed of a log. */
export interface LogSettings {
  readonly form: LogFormName;
  /** The date of the first line, as 2024-05-01, where lines are written without a year or without a day; else empty. */
  readonly date: string;
}

/** A log as cells, with what was guessed of how it is written. */
export interface LogCells extends CellSource {
  readonly settings: LogSettings;
  readonly cut: LogCut;
}

/** Lines that the form of a log is known by. */
const LINES_FOR_FORM = 200;

/**
 * Cuts a log into cells by its form.
 *
 * @throws Failure `empty-file`, `not-text`, `bad-gzip`, `bad-encoding`, `file-vanished`, `bad-format`
 */
export async function logCells(blob: Blob, fixed: Partial<LogSettings>): Promise<LogCells | null> {
  const head = await readHead({ name: "", blob });
  const encoding = guessEncoding(head).value;
  const lines = linesIn(headText(head, encoding), head.whole);
  const first = lines.slice(0, LINES_FOR_FORM);
  const form = (fixed.form && formNamed(fixed.form)) ?? formOf(first);
  const cut = form?.cut(first);
  if (!form || !cut) return null;
  const settings = { form: form.name, date: isDate(fixed.date) ? fixed.date : dateOf(cut, first, blob) };
  const looked = lines.slice(0, HEAD_ROWS);
  const rows = new LogRows(cut, settings.date);
  const body = [...rows.take(looked), ...rows.end()];
  const whole = head.whole && looked.length === lines.length;
  let notes: readonly Note[] = [];
  return {
    settings,
    cut,
    names: cut.columns.map(({ name }) => name),
    kinds: cut.columns.map(({ kind }) => kind),
    missing: cut.missing,
    head: body,
    whole,
    rows: whole ? body.length : rowsIn(head.unpacked, looked, body.length),
    pass,
    notes: () => notes,
  };

  async function* pass(onBytes: OnBytes): AsyncGenerator<RowsPiece> {
    const fresh = new LogRows(form?.cut(first) ?? cut!, settings.date); // it was cut by this form before
    let heard = 0;
    const listen: OnBytes = (read, bytes) => {
      heard = read;
      onBytes(read, bytes);
    };
    for await (const piece of linesOf(blob, head.compression, "log", listen, encoding))
      yield { rows: fresh.take(piece), done: heard / blob.size };
    yield { rows: fresh.end(), done: 1 };
    notes = fresh.notes(settings.form);
  }
}

function isDate(text: string | undefined): text is string {
  return text === "" || /^\d{4}-\d\d-\d\d$/.test(text ?? "");
}

/** A log is written up to the moment its file was closed; what was pasted has no such moment but now. */
function dateOf(cut: LogCut, first: readonly string[], blob: Blob): string {
  if (!cut.lacking) return "";
  const written = blob instanceof File ? blob.lastModified : Date.now();
  for (const line of first) {
    const cells = cut.cells(line);
    if (cells && cells !== "aside" && cells !== "within")
      return firstDate(cut.lacking.part, cells[cut.lacking.column] ?? "", written);
  }
  return "";
}

function rowsIn(bytes: number, lines: readonly string[], rows: number): number {
  const characters = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return Math.max(rows, Math.round((bytes / Math.max(1, characters)) * rows));
}
