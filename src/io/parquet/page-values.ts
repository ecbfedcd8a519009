import { alpDecode } from "hyparquet/src/alp.js";
import { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from "hyparquet/src/delta.js";
import { byteStreamSplit } from "hyparquet/src/encoding.js";
import { readPlain } from "hyparquet/src/plain.js";
import { readVarInt } from "hyparquet/src/thrift.js";
import { badParquet } from "./bad-parquet";
import type { Leaf } from "./leaf";
import { unpackRuns } from "./levels";

/** Values as Parquet stores them; what they mean, `leaf-type.ts` says. */
export type RawValues = ArrayLike<unknown>;

/** What follows the levels in a page of values. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly encoding: string | undefined;
  /** How many values there are: nulls take no place. */
  readonly count: number;
}

/** Which of some values each row has. */
export interface Placed {
  readonly values: RawValues;
  /** Null: the values are in the order of the rows. */
  readonly codes: Int32Array | null;
}

/** Words that begin like the one before, laid out in full, take at most so much memory. */
const MAX_WORD_BYTES = 256 * 1024 * 1024;
const NO_YES = [false, true];

/**
 * The values of a page. Values that a dictionary holds stay there, and the rows get their places in it.
 *
 * @throws Failure `bad-format`, and whatever the library throws at bytes that are not as they should be
 */
export function valuesOf({ bytes, encoding, count }: Packed, leaf: Leaf, dictionary: RawValues | null): Placed {
  const { type, type_length: length } = leaf.element;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reader = { view, offset: 0 };
  if (count === 0) return { values: [], codes: null };
  switch (encoding) {
    case "PLAIN":
      if (type === "BOOLEAN") return { values: NO_YES, codes: bitsOf(bytes, count) };
      return { values: plainOf(bytes, count, leaf), codes: null };
    case "PLAIN_DICTIONARY":
    case "RLE_DICTIONARY":
      if (!dictionary) throw badParquet("broken", "no dictionary");
      return { values: dictionary, codes: codesOf(bytes, count, dictionary.length) };
    case "RLE": {
      if (type !== "BOOLEAN") throw badParquet("unsupported", `runs of ${type}`);
      const codes = new Int32Array(count);
      unpackRuns(bytes, 4, 1, codes);
      return { values: NO_YES, codes };
    }
    case "DELTA_BINARY_PACKED": {
      checkBlocks(view);
      const values = type === "INT32" ? new Int32Array(count) : new BigInt64Array(count);
      deltaBinaryUnpack(reader, count, values);
      return { values, codes: null };
    }
    case "DELTA_LENGTH_BYTE_ARRAY": {
      const values = new Array<Uint8Array>(count);
      deltaLengthByteArray(reader, count, values);
      return { values, codes: null };
    }
    case "DELTA_BYTE_ARRAY": {
      checkPrefixes(view, count);
      const values = new Array<Uint8Array>(count);
      deltaByteArray(reader, count, values);
      return { values, codes: null };
    }
    case "BYTE_STREAM_SPLIT":
      checkRoom(bytes, count, type === "FLOAT" || type === "INT32" ? 4 : (length ?? 8));
      return { values: byteStreamSplit(reader, count, type ?? "INT32", length), codes: null };
    case "ALP":
      return { values: alpDecode(reader, count, type ?? "DOUBLE"), codes: null };
    default:
      throw badParquet("unsupported", `encoding ${encoding}`);
  }
}

/** Values one after the other: those of a page, or a dictionary. */
export function plainOf(bytes: Uint8Array, count: number, { element }: Leaf): RawValues {
  const { type, type_length: length } = element;
  if (!type) throw badParquet("unsupported", "a type without a name");
  if (type === "BYTE_ARRAY") checkRoom(bytes, count, 4);
  if (type === "FIXED_LEN_BYTE_ARRAY") checkRoom(bytes, count, length ?? 0);
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  return readPlain(reader, type, count, length);
}

function codesOf(bytes: Uint8Array, count: number, entries: number): Int32Array {
  const codes = new Int32Array(count);
  const width = bytes[0] ?? 0;
  if (width > 0) unpackRuns(bytes, 1, width, codes);
  for (let i = 0; i < count; i++) if (codes[i]! >= entries) throw badParquet("broken", "a code beyond the dictionary");
  return codes;
}

function bitsOf(bytes: Uint8Array, count: number): Int32Array {
  if (bytes.length < count / 8) throw badParquet("broken", "bits end too early");
  const codes = new Int32Array(count);
  for (let i = 0; i < count; i++) codes[i] = (bytes[i >> 3]! >> (i & 7)) & 1;
  return codes;
}

function checkRoom(bytes: Uint8Array, count: number, each: number): void {
  if (each === 0 || count * each > bytes.length) throw badParquet("broken", "values end too early");
}

/** Room is made for as many widths as a block claims to have parts. */
function checkBlocks(view: DataView): void {
  const reader = { view, offset: 0 };
  const size = readVarInt(reader);
  const parts = readVarInt(reader);
  if (!(size > 0 && parts > 0 && parts <= view.byteLength)) throw badParquet("broken", "blocks of an impossible size");
}

/** A few bytes can claim that each of a million words begins with a megabyte of the one before. */
function checkPrefixes(view: DataView, count: number): void {
  const prefixes = new Int32Array(count);
  deltaBinaryUnpack({ view, offset: 0 }, count, prefixes);
  const sum = prefixes.reduce((all, length) => all + length, 0);
  if (sum > MAX_WORD_BYTES) throw badParquet("large", "words too long in sum");
}
