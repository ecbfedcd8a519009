const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** Walks over a part of a text, reading digits and letters. */
export class TextCursor {
  private text = "";
  private at = 0;
  private end = 0;
  private digitCount = 0;
  /** Milliseconds that the zone behind a time is ahead of UTC; NaN where none was read. */
  zone = Number.NaN;

  /** Starts over on `text` from `start` to `end`, blanks around left out. */
  reset(text: string, start: number, end: number): void {
    while (start < end && text.charCodeAt(start) <= 32) start++;
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    // Web servers put brackets around the time.
    if (text.charCodeAt(start) === OPEN_BRACKET && text.charCodeAt(end - 1) === CLOSE_BRACKET) {
      start++;
      end--;
    }
    this.zone = Number.NaN;
    this.text = text;
    this.at = start;
    this.end = end;
  }

  isDone(): boolean {
    return this.at >= this.end;
  }

  /** The code of the next character; -1 at the end. */
  peek(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : -1;
  }

  /** Steps over the next character when it is `code`. */
  skip(code: number): boolean {
    if (this.peek() !== code) return false;
    this.at++;
    return true;
  }

  /** Steps over the next character when it is one of `codes`. */
  skipOneOf(codes: readonly number[]): boolean {
    const found = codes.includes(this.peek());
    if (found) this.at++;
    return found;
  }

  /** The code of the character behind. */
  before(): number {
    return this.text.charCodeAt(this.at - 1);
  }

  /** Steps to the end. */
  skipRest(): void {
    this.at = this.end;
  }

  skipSpaces(): void {
    while (this.at < this.end && this.text.charCodeAt(this.at) <= 32) this.at++;
  }

  /** Reads at most `limit` digits as a number; `digits` says how many there were. */
  number(limit: number): number {
    const from = this.at;
    const stop = Math.min(this.end, from + limit);
    let value = 0;
    let digit: number;
    while (this.at < stop && (digit = this.text.charCodeAt(this.at) - 48) >= 0 && digit <= 9) {
      value = value * 10 + digit;
      this.at++;
    }
    this.digitCount = this.at - from;
    return value;
  }

  /** How many digits the last `number` had. */
  digits(): number {
    return this.digitCount;
  }

  /** Steps over a text when it stands here. */
  skipText(text: string): boolean {
    if (this.at + text.length > this.end || !this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Steps over a word in lower case when it stands here. */
  skipWord(word: string): boolean {
    const from = this.at;
    if (this.word() === word) return true;
    this.at = from;
    return false;
  }

  /** Reads letters of the Latin and the Cyrillic alphabet, in lower case. */
  word(): string {
    const from = this.at;
    while (this.at < this.end && isLetter(this.text.charCodeAt(this.at))) this.at++;
    return this.text.slice(from, this.at).toLowerCase();
  }
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  const isLatin = (lower >= 97 && lower <= 122) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
  return isLatin || (code >= 0x400 && code <= 0x52f);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
