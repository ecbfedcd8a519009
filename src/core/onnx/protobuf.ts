/** Writes one message of protocol buffers: fields in the order in which they are added. */
export class Message {
  private readonly pieces: Uint8Array[] = [];
  private size = 0;

  /** A whole number >= -2^53. */
  whole(field: number, value: number): this {
    return this.tag(field, 0).push(varint(value));
  }

  float(field: number, value: number): this {
    return this.tag(field, 5).push(new Uint8Array(littleEndian(Float32Array.of(value))));
  }

  text(field: number, value: string): this {
    return this.bytes(field, utf8Of(value));
  }

  bytes(field: number, value: Uint8Array): this {
    return this.tag(field, 2).push(varint(value.length)).push(value);
  }

  message(field: number, value: Message): this {
    this.tag(field, 2).push(varint(value.size));
    for (const piece of value.pieces) this.push(piece);
    return this;
  }

  /** Whole numbers one after the other, packed. */
  wholes(field: number, values: Iterable<number>): this {
    const packed = new Message();
    for (const value of values) packed.push(varint(value));
    return this.message(field, packed);
  }

  /** Numbers one after the other, packed. */
  floats(field: number, values: Float32Array): this {
    return this.bytes(field, littleEndian(values));
  }

  finish(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const piece of this.pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  private tag(field: number, wire: number): this {
    return this.push(varint(field * 8 + wire));
  }

  private push(piece: Uint8Array): this {
    this.pieces.push(piece);
    this.size += piece.length;
    return this;
  }
}

/** Seven bits a byte, the lowest first; negative numbers as 64 bits in two's complement. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  if (value < 0) {
    for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
      const low = Number(rest & 127n);
      if (rest < 128n) return Uint8Array.of(...bytes, low);
      bytes.push(low | 128);
    }
  }
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

/** A text in UTF-8; half of a pair of surrogates, which is no character, is written as the sign for that. */
function utf8Of(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const found = character.codePointAt(0) ?? 0;
    const code = found >= 0xd800 && found < 0xe000 ? 0xfffd : found;
    const rest = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), rest(0));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), rest(6), rest(0));
    else bytes.push(0xf0 | (code >> 18), rest(12), rest(6), rest(0));
  }
  return Uint8Array.from(bytes);
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The bytes of numbers, the lowest first whatever the machine. */
export function littleEndian(values: Float32Array | Float64Array | BigInt64Array): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
  if (isLittleEndian) return bytes;
  for (let at = 0; at < bytes.length; at += values.BYTES_PER_ELEMENT)
    bytes.subarray(at, at + values.BYTES_PER_ELEMENT).reverse();
  return bytes;
}
