import Papa from "papaparse";
import { decodeMarks } from "../../core/project/mark";
import type { Mark } from "../../core/project/mark";

const COLUMNS = ["key", "mark", "note", "tags", "by", "at"] as const;
const BETWEEN_TAGS = "; ";

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

/** The marks of a text that `marksAsText` wrote, or of any table with the columns key and mark. */
export function marksInText(text: string): readonly Mark[] {
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const found = data.map((one) => ({
    row: one["key"],
    verdict: one["mark"],
    note: withoutGuard(one["note"] ?? ""),
    tags: (one["tags"] ?? "").split(BETWEEN_TAGS).map(withoutGuard).filter(Boolean),
    by: withoutGuard(one["by"] ?? ""),
    at: Date.parse(one["at"] ?? "") || 0,
  }));
  return decodeMarks(found, [], () => undefined) ?? [];
}

/** A cell that a spreadsheet might run was written with an apostrophe. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
