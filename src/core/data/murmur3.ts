const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;
/** Bytes that are mixed in at a time. */
const BYTES_PER_STEP = 16;

/**
 * MurmurHash3_x86_128 (Austin Appleby, public domain) of bytes that come in pieces of any length: 128 bits, fast, not
 * for secrets. Two texts of equal length that differ only within 16 bytes that are mixed in together never have the same
 * hash: each step turns the state and its bytes into one new state, and no two into the same.
 */
export class Murmur3 {
  private h1: number;
  private h2: number;
  private h3: number;
  private h4: number;
  private length = 0;
  /** Bytes that do not fill a step yet, and how many. */
  private readonly rest = new Uint8Array(BYTES_PER_STEP);
  private left = 0;

  constructor(seed = 0) {
    this.h1 = this.h2 = this.h3 = this.h4 = seed | 0;
  }

  add(bytes: Uint8Array): void {
    let at = 0;
    this.length += bytes.length;
    if (this.left > 0) {
      at = Math.min(BYTES_PER_STEP - this.left, bytes.length);
      this.rest.set(bytes.subarray(0, at), this.left);
      this.left += at;
      if (this.left < BYTES_PER_STEP) return;
      this.mix(this.rest, 0, BYTES_PER_STEP);
      this.left = 0;
    }
    const end = bytes.length - ((bytes.length - at) % BYTES_PER_STEP);
    this.mix(bytes, at, end);
    this.rest.set(bytes.subarray(end));
    this.left = bytes.length - end;
  }

  /** The hash of all bytes so far, as four numbers of 32 bits; nothing may be added afterwards. */
  finish(): readonly [number, number, number, number] {
    this.mixRest();
    const { length } = this;
    const [a, b, c, d] = stirred(this.h1 ^ length, this.h2 ^ length, this.h3 ^ length, this.h4 ^ length);
    return stirred(avalanche(a), avalanche(b), avalanche(c), avalanche(d));
  }

  /** Whole steps from `from` to `to`. */
  private mix(bytes: Uint8Array, from: number, to: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let { h1, h2, h3, h4 } = this;
    for (let at = from; at < to; at += BYTES_PER_STEP) {
      h1 ^= scrambled(view.getInt32(at, true), C1, 15, C2);
      h1 = (Math.imul(rotated(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
      h2 ^= scrambled(view.getInt32(at + 4, true), C2, 16, C3);
      h2 = (Math.imul(rotated(h2, 17) + h3, 5) + 0x0bcaa747) | 0;
      h3 ^= scrambled(view.getInt32(at + 8, true), C3, 17, C4);
      h3 = (Math.imul(rotated(h3, 15) + h4, 5) + 0x96cd1c35) | 0;
      h4 ^= scrambled(view.getInt32(at + 12, true), C4, 18, C1);
      h4 = (Math.imul(rotated(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
    }
    this.h1 = h1;
    this.h2 = h2;
    this.h3 = h3;
    this.h4 = h4;
  }

  private mixRest(): void {
    // A word of no bytes is 0 and changes nothing.
    this.rest.fill(0, this.left);
    const view = new DataView(this.rest.buffer);
    this.h1 ^= scrambled(view.getInt32(0, true), C1, 15, C2);
    this.h2 ^= scrambled(view.getInt32(4, true), C2, 16, C3);
    this.h3 ^= scrambled(view.getInt32(8, true), C3, 17, C4);
    this.h4 ^= scrambled(view.getInt32(12, true), C4, 18, C1);
  }
}

function scrambled(word: number, before: number, turn: number, after: number): number {
  return Math.imul(rotated(Math.imul(word, before), turn), after);
}

function rotated(word: number, turn: number): number {
  return (word << turn) | (word >>> (32 - turn));
}

function stirred(a: number, b: number, c: number, d: number): readonly [number, number, number, number] {
  const all = (a + b + c + d) | 0;
  return [all, (b + all) | 0, (c + all) | 0, (d + all) | 0];
}

function avalanche(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
