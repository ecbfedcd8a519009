/** What stands between blanks in a line of a log. */
export interface LogField {
  readonly text: string;
  /** `"..."` with escapes taken off, `[...]`, or as it stands. */
  readonly is: "quoted" | "bracketed" | "bare";
}

const SPACE = 32;
const QUOTE = 34;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const BACKSLASH = 92;

/** Cuts a line at its blanks, but for those in quotes and brackets; null where one of these never closes. */
export function fieldsOf(line: string): LogField[] | null {
  const fields: LogField[] = [];
  let at = 0;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code <= SPACE) at++;
    else if (code === QUOTE || code === OPEN_BRACKET) {
      const end = code === QUOTE ? closingQuote(line, at + 1) : line.indexOf("]", at + 1);
      if (end < 0) return null;
      const text = line.slice(at + 1, end);
      fields.push(code === OPEN_BRACKET ? { text, is: "bracketed" } : { text: unescaped(text), is: "quoted" });
      at = end + 1;
    } else {
      let end = at + 1;
      while (end < line.length && line.charCodeAt(end) > SPACE) end++;
      fields.push({ text: line.slice(at, end), is: "bare" });
      at = end;
    }
  }
  return fields;
}

/** Where the quote closes; -1 where it does not. */
function closingQuote(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return -1;
}

/** Escaped quotes and backslashes as they are meant; bytes such as `\x16` stay as they are written. */
function unescaped(text: string): string {
  return text.includes("\\") ? text.replace(/\\(["\\])/g, "$1") : text;
}

/** Where the bracket that opens at `from` closes, brackets within counted; -1 where it does not. */
export function closingBracket(line: string, from: number): number {
  let depth = 0;
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACKET && --depth === 0) return at;
  }
  return -1;
}
