import type { Note } from "../../core/data/note";
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

/** What stands among and below the rows and is no row, counted by sort. */
export class Aside {
  private readonly sorts = new Map<LinesAside["what"], LinesAside>();

  add(what: LinesAside["what"], line: number, cells: readonly string[], count = 1): void {
    const met = this.sorts.get(what);
    if (met) met.count += count;
    else this.sorts.set(what, { what, count, line, text: textOf(cells) });
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
