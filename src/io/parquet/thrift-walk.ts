import { badParquet } from "./bad-parquet";

/** Structs in one another; Parquet's own are five deep. */
const MAX_DEPTH = 24;
/** Structs of one footer: each becomes an object many times its size. */
const MAX_STRUCTS = 3_000_000;
/** Bytes of the longest number. */
const MAX_VARINT_BYTES = 10;

/** Types of the compact protocol of Thrift. */
const STOP_TYPE = 0;
const BYTE_TYPE = 3;
const VARINT_TYPES = new Set([4, 5, 6]);
const DOUBLE_TYPE = 7;
const BINARY_TYPE = 8;
const LIST_TYPE = 9;
const STRUCT_TYPE = 12;

/**
 * Where a Thrift struct ends that begins at `start`. Nothing is made of it: a library may do so afterwards, without
 * falling for numbers that never end, lists longer than the file or structs that lie in one another for ever.
 *
 * @throws RangeError where the bytes end first; Failure `bad-format` where it is none, or a trap
 */
export function endOfStruct(view: DataView, start: number): number {
  let at = start;
  let structs = 0;
  struct(0);
  return at;

  function struct(depth: number): void {
    if (depth > MAX_DEPTH) throw badParquet("broken", "structs too deep");
    if (++structs > MAX_STRUCTS) throw badParquet("large", "too many structs");
    for (;;) {
      const byte = view.getUint8(at++);
      if ((byte & 15) === STOP_TYPE) return;
      if (byte >> 4 === 0) varint();
      skip(byte & 15, depth);
    }
  }

  function skip(type: number, depth: number): void {
    if (type < BYTE_TYPE) return;
    else if (type === BYTE_TYPE) at += 1;
    else if (VARINT_TYPES.has(type)) varint();
    else if (type === DOUBLE_TYPE) at += 8;
    else if (type === BINARY_TYPE)
      at = length() + at; // In this order: reading the length moves on, too.
    else if (type === LIST_TYPE) list(depth);
    else if (type === STRUCT_TYPE) struct(depth + 1);
    else throw badParquet("broken", `type ${type} in Thrift`);
  }

  function list(depth: number): void {
    const byte = view.getUint8(at++);
    const size = byte >> 4 === 15 ? length() : byte >> 4;
    for (let i = 0; i < size; i++) skip(Math.max(BYTE_TYPE, byte & 15), depth);
  }

  /** Bytes that follow, or entries of which each takes at least one. */
  function length(): number {
    const size = varint();
    if (size > view.byteLength - at) throw new RangeError("longer than what is there");
    return size;
  }

  function varint(): number {
    let value = 0;
    for (let i = 0; i < MAX_VARINT_BYTES; i++) {
      const byte = view.getUint8(at++);
      value += (byte & 127) * 2 ** (7 * i);
      if (byte < 128) return value;
    }
    throw badParquet("broken", "a number without end");
  }
}
