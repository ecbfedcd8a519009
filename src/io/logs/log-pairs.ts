/** A key and what it says. */
export interface LogPair {
  readonly key: string;
  readonly value: string;
  /** Where the value ends in its line. */
  readonly end: number;
}

const SPACE = 32;
const QUOTE = 34;
const EQUALS_SIGN = 61;
const BACKSLASH = 92;
const KEY_PATTERN = /^[\p{L}_@][\p{L}\p{N}_.@:/-]{0,79}$/u;

/**
 * The pairs of a line such as `level=info msg="request done" took=12ms`, in which a word alone is a key that says nothing
 * more; null where the line is written otherwise.
 */
export function pairsOf(line: string): LogPair[] | null {
  const pairs: LogPair[] = [];
  let said = 0;
  for (let at = 0; at < line.length;) {
    if (line.charCodeAt(at) <= SPACE) {
      at++;
      continue;
    }
    const pair = pairAt(line, at);
    if (!KEY_PATTERN.test(pair.key)) return null;
    if (pair.end > at + pair.key.length) said++;
    pairs.push(pair);
    at = pair.end;
  }
  return said >= 2 && said * 5 >= pairs.length * 4 ? pairs : null;
}

function pairAt(line: string, from: number): LogPair {
  let at = from;
  while (at < line.length && line.charCodeAt(at) > SPACE && line.charCodeAt(at) !== EQUALS_SIGN) at++;
  const key = line.slice(from, at);
  if (line.charCodeAt(at) !== EQUALS_SIGN) return { key, value: "", end: at };
  at++;
  if (line.charCodeAt(at) !== QUOTE) {
    const start = at;
    while (at < line.length && line.charCodeAt(at) > SPACE) at++;
    return { key, value: line.slice(start, at), end: at };
  }
  const start = ++at;
  let isEscaped = false;
  for (; at < line.length && line.charCodeAt(at) !== QUOTE; at++)
    if (line.charCodeAt(at) === BACKSLASH) {
      isEscaped = true;
      at++;
    }
  const quoted = line.slice(start, at);
  return { key, value: isEscaped ? unescaped(quoted) : quoted, end: Math.min(line.length, at + 1) };
}

function unescaped(text: string): string {
  return text.replace(/\\([\\"ntr])/g, (_, mark: string) => ESCAPED_CHARACTERS[mark] ?? mark);
}

const ESCAPED_CHARACTERS: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };
