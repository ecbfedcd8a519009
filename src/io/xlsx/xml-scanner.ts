/** Hears what stands in a text of XML. Names and values are places in `text`, so that none is cut out without need. */
export interface XmlSink {
  /** A tag opens: its name, without a prefix, from `from` to `to`, its attributes from there to `end`. */
  open(text: string, from: number, to: number, end: number): void;
  /** A tag closes; right after `open` where it was empty. */
  close(text: string, from: number, to: number): void;
  /** What stands between tags, references still in it; a long one comes in pieces. */
  text(text: string, from: number, to: number, isLiteral: boolean): void;
}

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
const COLON = 58;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const EXCLAMATION_MARK = 33;
const QUESTION_MARK = 63;
/** A longer tag has no end. */
const MAX_TAG = 1_000_000;
/** The longest reference: `&#x10FFFF;`. */
const MAX_REFERENCE = 12;

/**
 * Takes XML apart as it comes in, piece by piece, in one way from front to end. It knows what office files are made of:
 * tags, text, CDATA. Declarations, comments and document types are passed over; entities that a file defines itself are
 * never expanded.
 */
export class XmlScanner {
  private rest = "";
  /** Tags that are open. */
  private depth = 0;

  constructor(private readonly sink: XmlSink) {}

  /** Takes the next piece. False: a tag has no end, so that this is no XML. */
  push(piece: string): boolean {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      const less = text.indexOf("<", at);
      if (less < 0) {
        // A reference may go on in the next piece.
        const cut = openReference(text, at);
        if (cut > at) this.sink.text(text, at, cut, false);
        this.rest = text.slice(cut);
        return true;
      }
      if (less > at) this.sink.text(text, at, less, false);
      const end = this.tag(text, less);
      if (end < 0) {
        this.rest = text.slice(less);
        return this.rest.length <= MAX_TAG;
      }
      at = end;
    }
  }

  /** Whether the text has ended where XML may end: every tag is closed. */
  get isComplete(): boolean {
    return this.depth === 0 && this.rest.trim() === "";
  }

  /** Takes one tag; answers with the place behind it, -1 where it is not all there yet. */
  private tag(text: string, less: number): number {
    const first = text.charCodeAt(less + 1);
    if (first === EXCLAMATION_MARK) return this.declaration(text, less);
    if (first === QUESTION_MARK) return behind(text, "?>", less);
    const isClosing = first === SLASH;
    let from = isClosing ? less + 2 : less + 1;
    let to = -1;
    let quote = 0;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
      else if (code === COLON && to < 0) from = i + 1;
      else if (code === GREATER_THAN) {
        const isEmpty = !isClosing && text.charCodeAt(i - 1) === SLASH;
        const end = isEmpty ? i - 1 : i;
        if (to < 0) to = end;
        if (!isClosing) {
          this.depth++;
          this.sink.open(text, from, to, end);
        }
        if (isClosing || isEmpty) {
          this.depth--;
          this.sink.close(text, from, to);
        }
        return i + 1;
      } else if (code <= 32 && to < 0) to = i;
      else if (code === LESS_THAN) return i; // Broken: whatever it was, another tag begins here.
    }
    return -1;
  }

  private declaration(text: string, less: number): number {
    if (text.startsWith("<!--", less)) return behind(text, "-->", less);
    if (!text.startsWith("<![CDATA[", less)) {
      const isSure = text.length >= less + 9;
      return isSure ? behindType(text, less) : -1;
    }
    const end = behind(text, "]]>", less);
    if (end > 0) this.sink.text(text, less + 9, end - 3, true);
    return end;
  }
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The place behind a document type, the definitions in its brackets passed over. */
function behindType(text: string, less: number): number {
  const close = text.indexOf(">", less);
  const bracket = text.indexOf("[", less);
  if (bracket < 0 || bracket > close) return close < 0 ? -1 : close + 1;
  const end = text.indexOf("]", bracket);
  return end < 0 ? -1 : behind(text, ">", end);
}

function openReference(text: string, from: number): number {
  const tail = Math.max(from, text.length - MAX_REFERENCE);
  const at = text.slice(tail).lastIndexOf("&");
  return at < 0 || text.includes(";", tail + at) ? text.length : tail + at;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A text of XML as it is meant: `&lt;` is `<`, `&#10;` a line break. What is not known stays as it stands. */
export function plainText(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(String(hex), 16) : decimal ? Number(decimal) : -1;
    if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return NAMED_ENTITIES[String(name)] ?? whole;
  });
}

/** The value of an attribute among those that stand from `from` to `to`; null: it is not there. */
export function attributeOf(text: string, from: number, to: number, name: string): string | null {
  for (let at = from; at < to;) {
    const equals = text.indexOf("=", at);
    if (equals < 0 || equals >= to) return null;
    let open = equals + 1;
    while (open < to && text.charCodeAt(open) !== DOUBLE_QUOTE && text.charCodeAt(open) !== SINGLE_QUOTE) open++;
    const close = text.indexOf(text[open] ?? '"', open + 1);
    if (close < 0 || close > to) return null;
    if (text.slice(at, equals).trim() === name) return plainText(text.slice(open + 1, close));
    at = close + 1;
  }
  return null;
}
