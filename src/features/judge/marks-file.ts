import Papa from "papaparse";
import { BETWEEN_TAGS } from "../../core/marks/between-tags";
import { decodeMarks } from "../../core/project/mark";
import type { Mark } from "../../core/project/mark";

const COLUMNS = ["key", "mark", "note", "tags", "by", "at"] as const;
/** How a column of verdicts is called, the surest name first. */
const VERDICT_NAMES = ["mark", "verdict"];
/** Of tables written by spreadsheets, what stands before the first name. */
const BYTE_ORDER_MARK = "\ufeff";

/** Marks as delimited text, a line each. */
export function marksAsText(marks: readonly Mark[]): string {
  const rows = marks.map(({ row, verdict, note, tags, by, at }) => [
    row,
    verdict,
    note,
    tags.join(BETWEEN_TAGS),
    by,
    new Date(at).toISOString(),
  ]);
  return Papa.unparse({ fields: [...COLUMNS], data: rows }, { newline: "\n", escapeFormulae: true });
}

/** The lines of a file that may hold marks, cell by cell under their names. */
export interface MarkLines {
  readonly names: readonly string[];
  readonly lines: readonly Readonly<Record<string, string>>[];
}

/** Delimited text by its names; what delimits it is seen. */
export function markLinesIn(text: string): MarkLines {
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const { data, meta } = Papa.parse<Record<string, string>>(plain, { header: true, skipEmptyLines: true });
  return { names: meta.fields ?? [], lines: data };
}

/** The marks that `marksAsText` wrote; none where the lines are of another file. */
export function ownMarksIn({ lines }: MarkLines): readonly Mark[] {
  const found = lines.map((one) => ({ row: one["key"], verdict: one["mark"], ...besides(one) }));
  return decodeMarks(found, [], () => undefined) ?? [];
}

/** The columns that may hold verdicts, by their names or because the table has none like them; the likeliest first. */
export function verdictColumnsIn({ names }: MarkLines, inTable: readonly string[]): readonly string[] {
  const known = new Set(inTable.map((name) => name.trim().toLowerCase()));
  const isCalledSo = (name: string) => VERDICT_NAMES.includes(name.trim().toLowerCase());
  const others = names.filter((name) => !isCalledSo(name) && !known.has(name.trim().toLowerCase()));
  return [...names.filter(isCalledSo), ...others];
}

/** What a line says beside which row it is of and the verdict. */
export function besides(line: Readonly<Record<string, string>>): Omit<Mark, "row" | "verdict"> {
  return {
    note: withoutGuard(line["note"] ?? ""),
    tags: (line["tags"] ?? "").split(BETWEEN_TAGS).map(withoutGuard).filter(Boolean),
    by: withoutGuard(line["by"] ?? ""),
    at: Date.parse(line["at"] ?? "") || 0,
  };
}

/** A cell that a spreadsheet might run was written with an apostrophe. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
