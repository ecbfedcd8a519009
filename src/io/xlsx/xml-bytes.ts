import { brokenWorkbook } from "./parts";

/** What a tag is. */
export const TAG = { open: 0, close: 1, empty: 2, none: 3 } as const;

const [LESS_THAN, GREATER_THAN, SLASH, COLON, EXCLAMATION_MARK, QUESTION_MARK, EQUALS_SIGN] = [
  60, 62, 47, 58, 33, 63, 61,
];
const [DOUBLE_QUOTE, SINGLE_QUOTE, SPACE] = [34, 39, 32];
/** A longer tag has no end. */
const MAX_TAG = 1_000_000;
const COMMENT_BEGIN = codesOf("<!--");
const COMMENT_END = codesOf("-->");
const LITERAL_BEGIN = codesOf("<![CDATA[");
const LITERAL_END = codesOf("]]>");

/**
 * Reads one tag of XML where it stands in bytes: nothing is cut out. Comments, declarations, document types and CDATA are
 * `none`: they are passed over.
 */
export class ByteTag {
  kind: (typeof TAG)[keyof typeof TAG] = TAG.none;
  /** Its name, without a prefix. */
  from = 0;
  to = 0;
  /** Its attributes stand from `to` to here. */
  end = 0;
  /** The place behind it. */
  next = 0;
  /** The attribute that `attribute` met last: its name is one letter, or 0 for a longer one; its value. */
  letter = 0;
  nameFrom = 0;
  nameTo = 0;
  valueFrom = 0;
  valueTo = 0;

  /** Reads the tag that begins at `less`; false: it is not all there before `limit`. */
  read(bytes: Uint8Array, less: number, limit: number): boolean {
    if (less + 1 >= limit) return false;
    this.kind = TAG.none;
    const first = bytes[less + 1]!;
    if (first === EXCLAMATION_MARK) return this.passDeclaration(bytes, less, limit);
    if (first === QUESTION_MARK) return this.pass(behind(bytes, QUESTION_END, less + 2, limit));
    const isClosing = first === SLASH;
    this.from = isClosing ? less + 2 : less + 1;
    this.to = -1;
    let quote = 0;
    const last = Math.min(limit, less + MAX_TAG);
    for (let at = this.from; at < last; at++) {
      const code = bytes[at]!;
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
      else if (code === COLON && this.to < 0) this.from = at + 1;
      else if (code === GREATER_THAN) {
        const isEmpty = !isClosing && bytes[at - 1] === SLASH;
        this.kind = isClosing ? TAG.close : isEmpty ? TAG.empty : TAG.open;
        this.end = isEmpty ? at - 1 : at;
        if (this.to < 0) this.to = this.end;
        return this.pass(at + 1);
      } else if (code <= SPACE && this.to < 0) this.to = at;
      else if (code === LESS_THAN) return this.pass(at); // Broken: whatever it was, another tag begins here.
    }
    if (last < limit) throw brokenWorkbook("broken", "a tag without an end");
    return false;
  }

  /** Whether the name is this one. */
  is(bytes: Uint8Array, name: Uint8Array): boolean {
    return isAt(bytes, this.from, this.to, name);
  }

  /** Reads the attribute that stands at `at` or behind; answers with the place behind it, -1: there is none. */
  attribute(bytes: Uint8Array, at: number): number {
    while (at < this.end && bytes[at]! <= SPACE) at++;
    this.nameFrom = at;
    while (at < this.end && bytes[at] !== EQUALS_SIGN && bytes[at]! > SPACE) at++;
    this.nameTo = at;
    while (at < this.end && bytes[at] !== DOUBLE_QUOTE && bytes[at] !== SINGLE_QUOTE) at++;
    if (at >= this.end) return -1;
    const quote = bytes[at]!;
    this.valueFrom = at + 1;
    for (at++; at < this.end && bytes[at] !== quote; at++);
    this.valueTo = at;
    this.letter = this.nameTo - this.nameFrom === 1 ? bytes[this.nameFrom]! : 0;
    return at + 1;
  }

  private passDeclaration(bytes: Uint8Array, less: number, limit: number): boolean {
    if (limit - less < LITERAL_BEGIN.length) return false;
    if (isAt(bytes, less, less + COMMENT_BEGIN.length, COMMENT_BEGIN))
      return this.pass(behind(bytes, COMMENT_END, less + 4, limit));
    if (isAt(bytes, less, less + LITERAL_BEGIN.length, LITERAL_BEGIN))
      return this.pass(behind(bytes, LITERAL_END, less + 9, limit));
    return this.pass(behindType(bytes, less, limit));
  }

  private pass(next: number): boolean {
    this.next = next;
    return next >= 0;
  }
}

const QUESTION_END = codesOf("?>");

/** Letters of ASCII as bytes. */
export function codesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Whether these bytes stand from `from` to `to`. */
export function isAt(bytes: Uint8Array, from: number, to: number, wanted: Uint8Array): boolean {
  if (to - from !== wanted.length) return false;
  for (let at = 0; at < wanted.length; at++) if (bytes[from + at] !== wanted[at]) return false;
  return true;
}

function behind(bytes: Uint8Array, mark: Uint8Array, from: number, limit: number): number {
  const last = limit - mark.length;
  for (let at = bytes.indexOf(mark[0]!, from); at >= 0 && at <= last; at = bytes.indexOf(mark[0]!, at + 1))
    if (isAt(bytes, at, at + mark.length, mark)) return at + mark.length;
  return -1;
}

/** The place behind a document type, the definitions in its brackets passed over. */
function behindType(bytes: Uint8Array, less: number, limit: number): number {
  const close = behind(bytes, codesOf(">"), less, limit);
  const bracket = behind(bytes, codesOf("["), less, limit);
  if (bracket < 0 || (close >= 0 && bracket > close)) return close;
  const end = behind(bytes, codesOf("]"), bracket, limit);
  return end < 0 ? -1 : behind(bytes, codesOf(">"), end, limit);
}
