import type { Note } from "../../core/data/note";
import type { LogCut, LogFormName } from "./log-form";
import { dateFiller } from "./missing-date";

/** Lines of a sort, and the first of them. */
interface LinesMet {
  count: number;
  first: number;
  example: string;
}

const MAX_EXAMPLE = 80;

/** Makes rows of the lines of a log, one after the other, and keeps count of those that are none. */
export class LogRows {
  private line = 0;
  private row: string[] | null = null;
  /** What belongs to the text of `row`. */
  private more: string[] = [];
  private readonly odd: LinesMet = { count: 0, first: 0, example: "" };
  private readonly continued: LinesMet = { count: 0, first: 0, example: "" };
  private readonly described: LinesMet = { count: 0, first: 0, example: "" };
  private readonly fill: ((time: string) => string) | null;

  constructor(
    private readonly cut: LogCut,
    date: string,
  ) {
    this.fill = cut.lacking ? dateFiller(cut.lacking.part, date) : null;
  }

  /** The rows that are complete with these lines. */
  take(lines: readonly string[]): string[][] {
    const rows: string[][] = [];
    for (const raw of lines) {
      this.line++;
      const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
      if (line.trim() === "") continue;
      const cells = this.cut.cells(this.line === 1 ? line.replace(/^\ufeff/, "") : line);
      if (cells === "within") continue;
      if (cells === "aside") this.count(this.described, line);
      else if (cells) {
        rows.push(...this.end());
        this.row = this.filled(cells);
      } else if (this.row && this.cut.message !== null && this.cut.continues(line)) {
        this.count(this.continued, line);
        this.more.push(line);
      } else this.count(this.odd, line);
    }
    return rows;
  }

  /** The last row, which no further line belongs to. */
  end(): string[][] {
    const { row, more } = this;
    const { message } = this.cut;
    this.row = null;
    if (!row) return [];
    if (more.length > 0 && message !== null) {
      row[message] = [row[message], ...more].join("\n");
      this.more = [];
    }
    return [row];
  }

  notes(form: LogFormName): readonly Note[] {
    const notes: Note[] = [{ code: `log.form.${form}` }];
    const { odd, continued, described } = this;
    if (this.fill && this.cut.lacking) notes.push({ code: `log.no-${this.cut.lacking.part}` });
    if (odd.count > 0) notes.push({ code: "log.odd-lines", values: { ...odd } });
    if (continued.count > 0) notes.push({ code: "log.continued", values: { ...continued } });
    if (described.count > 0) notes.push({ code: "log.described", values: { ...described } });
    return notes;
  }

  private filled(cells: string[]): string[] {
    const { lacking } = this.cut;
    if (lacking && this.fill) cells[lacking.column] = this.fill(cells[lacking.column] ?? "");
    return cells;
  }

  private count(lines: LinesMet, line: string): void {
    if (lines.count++ > 0) return;
    lines.first = this.line;
    lines.example = line.length > MAX_EXAMPLE ? `${line.slice(0, MAX_EXAMPLE)}…` : line;
  }
}
