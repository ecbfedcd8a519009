/**
 * Letters that tell one cell from the next in some dialect, or that only wrap one: without them a record is the same text
 * whatever delimiter it is cut by.
 */
const LEFT_OUT = new Set(Array.from(",;\t|\"' ", (letter) => letter.charCodeAt(0)));

/** What a record is, as 64 bits: of its letters in order, without those that a dialect may take for its own. */
export class RecordHash {
  /** The two halves, valid after the last cell was added. */
  high = 0;
  low = 0;

  begin(): void {
    this.high = 0x41c6ce57;
    this.low = 0xdeadbeef | 0;
  }

  add(text: string): void {
    let { high, low } = this;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (LEFT_OUT.has(code)) continue;
      high = Math.imul(high ^ code, 0x5f356495);
      low = Math.imul(low ^ code, 0x9e3779b1);
    }
    this.high = high;
    this.low = low;
  }

  /** Mixes the halves, so that records that differ in one letter differ in many bits. */
  finish(): void {
    const { high, low } = this;
    this.high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
    this.low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  }
}
