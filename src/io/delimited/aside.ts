import type { Note } from "../../core/data/note";
import type { LineAside } from "../../core/data/read-report";
import type { StrayKind } from "./table-form";

/** Lines of one sort that were not read as rows. */
interface LinesAside {
  readonly what: StrayKind | "foot";
  count: number;
  /** Of the first. */
  readonly line: number;
  readonly text: string;
}

const MAX_TEXT = 80;
/** Lines that are kept to be shown. */
export const MAX_LINES_ASIDE = 500;

/** What stands among and below the rows and is no row, counted by sort. */
export class Aside {
  /** The first ones, in the order of the file. */
  readonly lines: LineAside[] = [];
  private readonly sorts = new Map<LinesAside["what"], LinesAside>();

  /** `cells` are asked for where they are to be told. */
  add(what: LinesAside["what"], line: number, cells: () => readonly string[]): void {
    const met = this.sorts.get(what);
    const isKept = this.lines.length < MAX_LINES_ASIDE;
    const text = isKept || !met ? textOf(cells()) : "";
    if (isKept) this.lines.push({ line, text });
    if (met) met.count++;
    else this.sorts.set(what, { what, count: 1, line, text });
  }

  notes(): readonly Note[] {
    return [...this.sorts.values()].map(({ what, count, line, text }) => ({
      code: `read.aside-${what}` as const,
      values: { count, line, text },
    }));
  }
}

/** The beginning of a line, to be told. */
export function textOf(cells: readonly string[]): string {
  const text = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
    .join(" · ");
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
