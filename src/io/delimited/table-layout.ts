import { type ColumnNames, columnNamesOf } from "../../core/data/column-names";
import type { HeaderLines } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { LineAside } from "../../core/data/read-report";
import { textOf } from "./aside";
import { type HeaderNames, readHeaderLines } from "./header-names";
import { namesCutOtherwise, type NamesCut } from "./names-cut";
import { footOf } from "./table-foot";
import { formOf, isTitleLine, strayOf, type TableForm } from "./table-form";

/** Names and number of columns, from the first rows of a file. */
export interface TableLayout extends ColumnNames {
  readonly width: number;
  /** The first data rows, each cut or padded to `width`. */
  readonly body: readonly (readonly string[])[];
  /** Names as the header has them, one per column; none without a header. */
  readonly written: readonly string[];
  /** The lines of the header as they stand. */
  readonly header: readonly (readonly string[])[];
  /** By column: the unit that a line of the header tells; empty: none. */
  readonly units: readonly string[];
  /** What tells its rows from lines that only stand among them. */
  readonly form: TableForm;
  /** Notes on how the lines of the header were read. */
  readonly notes: readonly Note[];
  /** What stands above the header. */
  readonly linesAbove: readonly LineAside[];
}

const MAX_COLUMNS = 20_000;
/** Rows longer than the names are no accident when they are this share of all. */
const MANY_ROWS = 0.1;

/**
 * Lays out the columns. A header with one name less than the rows have cells lacks the name of the
 * row names, as R writes it; names and cells beyond the usual width count when they hold something.
 *
 * @throws Failure `empty-file`, `too-many-columns`, `header-only`
 */
export function layoutOf(rows: readonly (readonly string[])[], lines: HeaderLines, isWhole = false): TableLayout {
  const begin = rows.findIndex((row, at) => at >= lines.first - 1 && !isEmptyRow(row));
  if (begin < 0) throw new Failure({ code: "empty-file" });
  const found = rows.slice(begin, begin + lines.count);
  const cut = cutOtherwise(found, rows.slice(begin + lines.count));
  const header = cut ? [cut.names] : found;
  const said = readHeaderLines(header);
  const above = rows.slice(0, begin);
  const data = rowsAmong(rows.slice(begin + lines.count), header, isWhole, above);
  const usual = usualWidth(data, said.names.length);
  const most = Math.max(usual, said.names.length);
  if (most > MAX_COLUMNS)
    throw new Failure({ code: "too-many-columns", values: { columns: most, limit: MAX_COLUMNS } });
  if (data.length === 0) throw new Failure({ code: "header-only", values: { columns: said.names.length } });

  const own = lines.count > 0 ? rawNames(said.names, usual, data) : new Array<string>(usual).fill("");
  const raw = [...own, ...new Array<string>(Math.max(0, reachOf(data) - own.length)).fill("")];
  const width = raw.length;
  const named = columnNamesOf(raw);
  const body = data.map((row) => fit(row, width));
  const shift = width === said.names.length + 1 && raw[0] === "" && said.names[0] !== "" ? 1 : 0;
  return {
    names: named.names,
    renamed: lines.count > 0 ? named.renamed : [],
    width,
    written: lines.count > 0 ? raw : [],
    body,
    form: formOf(header, body, width, above),
    header,
    units: Array.from({ length: width }, (_, column) => said.units[column - shift] ?? ""),
    linesAbove: above.flatMap((row, at) => (isEmptyRow(row) ? [] : [{ line: at + 1, text: textOf(row) }])),
    notes: [...aboveNotes(above), ...cutNotes(cut, begin + 1), ...headerNotes(said, lines)],
  };
}

/** The names of a header of one line that is written otherwise than the rows below it. */
function cutOtherwise(header: readonly (readonly string[])[], below: readonly (readonly string[])[]): NamesCut | null {
  const [line] = header.filter((row) => !isEmptyRow(row));
  if (!line || header.filter((row) => !isEmptyRow(row)).length > 1) return null;
  const filled = below.filter((row) => !isEmptyRow(row));
  return namesCutOtherwise(line, usualWidth(filled, line.length));
}

function cutNotes(cut: NamesCut | null, line: number): readonly Note[] {
  return cut ? [{ code: `read.${cut.why}`, values: { line, names: cut.names.length } }] : [];
}

function aboveNotes(rows: readonly (readonly string[])[]): readonly Note[] {
  const above = rows.filter((row) => !isEmptyRow(row));
  const [first] = above;
  return first ? [{ code: "read.aside-above", values: { count: above.length, text: textOf(first) } }] : [];
}

/** Notes on how the lines of a header were read. */
export function headerNotes(said: HeaderNames, { first, count }: HeaderLines): readonly Note[] {
  const notes: Note[] = [];
  const units = said.units.filter((unit) => unit !== "");
  if (said.isJoined) notes.push({ code: "read.header-joined", values: { from: first, to: first + count - 1 } });
  if (units.length > 0) notes.push({ code: "read.header-units", values: { units: [...new Set(units)].slice(0, 5) } });
  if (said.leftOut.length > 0)
    notes.push({
      code: "read.header-left-out",
      values: { count: said.leftOut.length, line: first + said.leftOut[0]! },
    });
  return notes;
}

function rawNames(header: readonly string[], usual: number, data: readonly (readonly string[])[]): readonly string[] {
  const names = withoutNoColumns(withoutExtraCell(header, usual), data);
  const named = names.findLastIndex((name) => name.trim() !== "") + 1;
  if (usual <= names.length) return names.slice(0, Math.max(named, usual));
  const filled = data.some((row) => row.slice(names.length).some((cell) => cell.trim() !== ""));
  if (!filled) return names;
  if (usual === names.length + 1) return ["", ...names];
  return [...names, ...new Array<string>(usual - names.length).fill("")];
}

/** Columns up to the last one that many rows have something in: where rows are longer than the names, nothing is cut off. */
function reachOf(data: readonly (readonly string[])[]): number {
  const ends = data.map((row) => row.findLastIndex((cell) => cell.trim() !== "") + 1).sort((a, b) => b - a);
  return ends[Math.max(1, Math.ceil(ends.length * MANY_ROWS) - 1)] ?? 0;
}

/** One cell more than the rows have, and one of them empty: a separator was written twice. */
function withoutExtraCell(header: readonly string[], usual: number): readonly string[] {
  if (header.length !== usual + 1 || header.at(-1)?.trim() === "") return header;
  const empty = header.findIndex((name) => name.trim() === "");
  const isOnlyOne = header.findLastIndex((name) => name.trim() === "") === empty;
  return empty >= 0 && isOnlyOne ? header.toSpliced(empty, 1) : header;
}

/** Without columns at the end that have neither a name nor a value: every line ends with a separator. */
function withoutNoColumns(names: readonly string[], data: readonly (readonly string[])[]): readonly string[] {
  let width = names.length;
  while (width > 1 && names[width - 1]!.trim() === "" && !data.some((row) => (row[width - 1] ?? "").trim() !== ""))
    width--;
  return names.slice(0, width);
}

/** The rows at the beginning of a file, without lines among them that are none. */
function rowsAmong(
  rows: readonly (readonly string[])[],
  header: readonly (readonly string[])[],
  isWhole: boolean,
  above: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const filled = rows.filter((row) => !isEmptyRow(row));
  const width = usualWidth(filled, header[0]?.length ?? 0);
  const form = formOf(header, filled, width, above);
  const kept: (readonly string[])[] = [];
  let isAfterEmpty = false;
  const looked = isWhole ? rows.slice(0, rows.length - footOf(rows, form)) : rows;
  for (const [at, row] of looked.entries()) {
    if (isEmptyRow(row)) isAfterEmpty = true;
    else {
      const next = isAfterEmpty ? looked.slice(at + 1).find((other) => !isEmptyRow(other)) : undefined;
      const stray = strayOf(row, form, isAfterEmpty, next);
      if (stray === "other-table") break;
      if (stray === null) kept.push(row);
      isAfterEmpty &&= isTitleLine(row);
    }
  }
  return kept;
}

/** Whether no cell of the row holds anything. */
function isEmptyRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === "");
}

/**
 * The most frequent number of cells. Where no number is the rule, the names decide, unless most rows
 * are longer than their line, which then is no header but a title.
 */
function usualWidth(rows: readonly (readonly string[])[], names: number): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const [width, count] = ordered[0] ?? [0, 0];
  const longer = rows.filter((row) => row.length > names).length;
  return names === 0 || count > rows.length / 2 || longer > rows.length / 2 ? width : names;
}

function fit(row: readonly string[], width: number): readonly string[] {
  if (row.length === width) return row;
  return row.length > width ? row.slice(0, width) : [...row, ...new Array<string>(width - row.length).fill("")];
}
