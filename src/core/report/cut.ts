const BYTES_OF_ESCAPE = 6;
const BYTES_OF_OTHERS = 3;

/** A text that takes at most so many bytes in a page, the end of a longer one left out: a cell may hold a book. */
export function cut(text: string, most: number): string {
  // No letter takes more.
  if (text.length * BYTES_OF_ESCAPE <= most) return text;
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isEscaped = code === 0x22 || code === 0x26 || code === 0x27 || code === 0x3c || code === 0x3e;
    bytes += isEscaped ? BYTES_OF_ESCAPE : code < 0x80 ? 1 : BYTES_OF_OTHERS;
    if (bytes > most) return `${text.slice(0, at)}…`;
  }
  return text;
}
