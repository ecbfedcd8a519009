import type { Dialect } from "../../core/data/dialect";

/** What ends lines: a line feed, a carriage return before it belonging to it; old Mac files know only the latter. */
export type Newline = "\n" | "\r";

/** How a text is cut into cells, as far as a dialect says it. */
export type Cut = Pick<Dialect, "delimiter" | "quote" | "escape">;

/** Where a quoted cell closes. */
export interface Closing {
  /** Its closing quote; -1: it does not close in the text, or not within as many lines as were asked for. */
  readonly at: number;
  /** Line breaks inside. */
  readonly breaks: number;
  /** Whether a quote inside neither ends the cell nor is escaped. */
  readonly odd: boolean;
  /** Whether a quote inside is escaped, so that what the cell says is not what stands there. */
  readonly escaped: boolean;
}

const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;

/** Finds in a text what a way of writing cells says: where cells end, where quotes close. Looks at each place once. */
export class CellMarks {
  private readonly delimiter: number;
  private readonly quote: number;
  private readonly escape: number;
  private readonly lineEnd: number;

  constructor(
    readonly cut: Cut,
    readonly newline: Newline,
  ) {
    this.delimiter = cut.delimiter.charCodeAt(0);
    this.quote = cut.quote === "" ? -1 : cut.quote.charCodeAt(0);
    this.escape = cut.escape === "" ? -1 : cut.escape.charCodeAt(0);
    this.lineEnd = newline.charCodeAt(0);
  }

  isDelimiter(text: string, at: number): boolean {
    if (text.charCodeAt(at) !== this.delimiter) return false;
    return this.cut.delimiter.length === 1 || text.startsWith(this.cut.delimiter, at);
  }

  isNewline(text: string, at: number): boolean {
    return text.charCodeAt(at) === this.lineEnd;
  }

  isQuote(text: string, at: number): boolean {
    return text.charCodeAt(at) === this.quote;
  }

  /** Where the cell that begins at `at` ends, its quotes taken as text. */
  cellEnd(text: string, at: number): number {
    while (at < text.length && !this.isNewline(text, at) && !this.isDelimiter(text, at)) at++;
    return at;
  }

  /** Behind the blanks at `at`, as far as they are no separators. */
  behindBlanks(text: string, at: number): number {
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if ((code !== SPACE && code !== TAB) || code === this.delimiter) break;
    }
    return at;
  }

  /**
   * The quote that closes the cell whose opening quote stands before `at`: the first one that is not escaped and has
   * nothing behind it in its cell. A doubled quote is an escaped one in every dialect. `strict` gives up at the first
   * odd quote, so that no text is searched twice.
   */
  closing(text: string, at: number, maxBreaks: number, strict: boolean): Closing {
    let breaks = 0;
    let odd = false;
    let escaped = false;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.lineEnd) {
        if (++breaks > maxBreaks) break;
      } else if (code === this.escape && this.isEscapable(text.charCodeAt(at + 1))) {
        escaped = true;
        at++;
      } else if (code === this.quote) {
        if (this.isQuote(text, at + 1)) {
          escaped = true;
          at++;
        } else if (this.isCellEnd(text, at + 1)) return { at, breaks, odd, escaped };
        else {
          odd = true;
          if (strict) break;
        }
      }
    }
    return { at: -1, breaks, odd, escaped };
  }

  /** Whether nothing more than blanks stands at `at` before the cell ends. */
  isCellEnd(text: string, at: number): boolean {
    at = this.behindBlanks(text, at);
    if (at >= text.length || this.isDelimiter(text, at) || this.isNewline(text, at)) return true;
    return text.charCodeAt(at) === CARRIAGE_RETURN && (at + 1 === text.length || this.isNewline(text, at + 1));
  }

  /** What stands between the quotes of a cell, without the marks that escape. */
  unescaped(inside: string): string {
    const parts: string[] = [];
    let from = 0;
    for (let at = 0; at < inside.length - 1; at++) {
      const code = inside.charCodeAt(at);
      const next = inside.charCodeAt(at + 1);
      const isEscape = code === this.escape ? this.isEscapable(next) : code === this.quote && next === this.quote;
      if (!isEscape) continue;
      parts.push(inside.slice(from, at));
      from = at + 1;
      at++;
    }
    parts.push(inside.slice(from));
    return parts.join("");
  }

  private isEscapable(code: number): boolean {
    return code === this.quote || code === this.escape;
  }
}
