import { isShared } from "../../core/data/shared-numbers";

/** A list of texts from which on it is packed as bytes rather than as JSON. */
const MIN_PACKED_TEXTS = 64;
/** Texts that are encoded at once: together they stay far below the longest string that a browser can hold. */
const TEXTS_AT_ONCE = 2048;

/** How the kinds of numbers are called in a package. */
export const arrayKinds = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  u32: Uint32Array,
  i16: Int16Array,
  u16: Uint16Array,
  i8: Int8Array,
  u8: Uint8Array,
  u8c: Uint8ClampedArray,
} as const;

export type ArrayKind = keyof typeof arrayKinds;

/** Stands in the tree for what JSON cannot say; the field's name is that of no plain object (see `plain`). */
export const TAG = "$";
export const MAGIC = "AEP1";

/** A package as its pieces, one after the other. */
export interface Package {
  readonly pieces: readonly Uint8Array[];
  readonly bytes: number;
}

/**
 * Plain data as bytes: JSON, and behind it the numbers of typed arrays as they lie in memory, so that a table of a
 * million rows is written and read as fast as the disk goes. Throws a TypeError for what is no plain data (functions,
 * files): nothing that is read from a package can ever be run.
 */
export function packed(value: unknown): Package {
  const arrays: Uint8Array[] = [];
  let length = 0;
  const encoder = new TextEncoder();

  function place(array: ArrayBufferView): number {
    const at = length;
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    // Files take no memory that threads share.
    arrays.push(isShared(array) ? bytes.slice() : bytes);
    length += array.byteLength;
    const rest = (8 - (length % 8)) % 8;
    if (rest > 0) arrays.push(new Uint8Array(rest));
    length += rest;
    return at;
  }

  function texts(list: readonly string[]): unknown {
    const lengths = Uint32Array.from(list, (text) => text.length);
    const chunks: Uint8Array[] = [];
    for (let from = 0; from < list.length; from += TEXTS_AT_ONCE)
      chunks.push(encoder.encode(list.slice(from, from + TEXTS_AT_ONCE).join("")));
    const sizes = Uint32Array.from(chunks, ({ length: size }) => size);
    const places = [place(lengths), place(sizes)];
    return {
      [TAG]: "texts",
      count: list.length,
      per: TEXTS_AT_ONCE,
      places,
      chunks: chunks.map((chunk) => place(chunk)),
    };
  }

  function tree(node: unknown): unknown {
    switch (typeof node) {
      case "string":
      case "boolean":
        return node;
      case "number":
        if (Number.isFinite(node) && !Object.is(node, -0)) return node;
        return { [TAG]: "number", is: node === 0 ? "-0" : String(node) };
      case "undefined":
        return { [TAG]: "undefined" };
      case "object":
        return node === null ? null : ofObject(node);
      default:
        throw new TypeError(`a ${typeof node} is no plain data`);
    }
  }

  function ofObject(node: object): unknown {
    for (const [kind, Kind] of Object.entries(arrayKinds))
      if (node instanceof Kind) return { [TAG]: kind, count: node.length, at: place(node) };
    if (Array.isArray(node)) {
      const list: readonly unknown[] = node;
      const isLong = list.length >= MIN_PACKED_TEXTS && list.every((one) => typeof one === "string");
      return isLong ? texts(list) : list.map(tree);
    }
    if (node instanceof Map) return { [TAG]: "map", entries: [...node].map(([key, one]) => [tree(key), tree(one)]) };
    if (node instanceof Set) return { [TAG]: "set", of: [...node].map(tree) };
    const kind: unknown = Object.getPrototypeOf(node);
    if (kind !== Object.prototype && kind !== null) throw new TypeError(`a ${node.constructor.name} is no plain data`);
    const entries = Object.entries(node).map(([name, one]) => [name, tree(one)] as const);
    return Object.hasOwn(node, TAG) ? { [TAG]: "plain", entries } : Object.fromEntries(entries);
  }

  const json = encoder.encode(JSON.stringify(tree(value)));
  const head = new Uint8Array(16);
  head.set(encoder.encode(MAGIC));
  new DataView(head.buffer).setUint32(4, json.length);
  new DataView(head.buffer).setFloat64(8, length);
  const rest = new Uint8Array((8 - (json.length % 8)) % 8);
  const pieces = [head, json, rest, ...arrays];
  return { pieces, bytes: head.length + json.length + rest.length + length };
}
