import type { TableForm } from "./table-form";
import { isTotalWord } from "./total-words";

const [HASH, STAR, DASH, EQUALS] = [35, 42, 45, 61];
/** Letters begin here; digits and signs come before. */
const LETTERS = 65;
const BYTE_ORDER_MARK = 0xfeff;

/** Knows which cells give reason to look at a row of the usual width, which may be none. */
export class TellingCells {
  /** The first column with a name, and what the lines of the header hold there: a row without it is no header again. */
  readonly nameColumn: number;
  private readonly names: readonly string[];

  constructor(private readonly form: TableForm) {
    const [names] = form.header;
    this.nameColumn = names ? names.findIndex((name) => name !== "") : -1;
    this.names = [...form.header, ...form.above].map((line) => line[this.nameColumn] ?? "");
  }

  /** Columns with such cells. */
  get columns(): ReadonlySet<number> {
    return new Set([0, this.nameColumn, this.form.lead].filter((column) => column >= 0));
  }

  /** Whether one of the names may be written as numbers are. */
  get mayBeNumbers(): boolean {
    return this.names.some((name) => name !== "" && name.charCodeAt(0) < LETTERS);
  }

  /** Whether a cell of one of the columns is one. */
  includes(text: string, start: number, end: number, column: number): boolean {
    if (column === 0 && mayBeComment(text, start)) return true;
    if (column === this.nameColumn && this.mayBeName(text, start, end)) return true;
    return column === this.form.lead && this.mayLeadOther(text, start, end);
  }

  /** Whether a cell of the column that has the first name may be that name. */
  mayBeName(text: string, from: number, end: number): boolean {
    // Files that were put one behind the other bring their mark along.
    const start = from + Number(text.charCodeAt(from) === BYTE_ORDER_MARK);
    return this.names.some((name) => name.length === end - start && text.startsWith(name, start));
  }

  /** Whether the cell that says what a row is may say that it is a total, or be a part of a drawn line. */
  mayLeadOther(text: string, start: number, end: number): boolean {
    // What lacks the cell that leads may have its word elsewhere.
    if (start === end) return true;
    const code = text.charCodeAt(start);
    if (code === DASH || code === EQUALS) return text.charCodeAt(start + 1) === code;
    if (code < LETTERS && code !== STAR) return false;
    return this.form.shape?.isValues[this.form.lead] === true || isTotalWord(text.slice(start, end).trim());
  }
}

/** Whether a row that begins so may be a comment. */
export function mayBeComment(text: string, start: number): boolean {
  return text.charCodeAt(start) === HASH;
}
