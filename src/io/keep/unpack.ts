import { isRecord } from "../../core/project/decoder";
import { type ArrayKind, arrayKinds, MAGIC, TAG } from "./pack";

const HEAD_BYTES = 16;
/** Nothing of ours is as deep. */
const MAX_DEPTH = 200;

/** The data of a package (`pack.ts`). Throws a RangeError where it is cut off or damaged; nothing of it is ever run. */
export function unpacked(buffer: ArrayBuffer): unknown {
  const head = new DataView(buffer, 0, Math.min(HEAD_BYTES, buffer.byteLength));
  if (buffer.byteLength < HEAD_BYTES || textOf(new Uint8Array(buffer, 0, 4)) !== MAGIC)
    throw new RangeError("no package");
  const jsonBytes = head.getUint32(4);
  const arrayBytes = head.getFloat64(8);
  const start = HEAD_BYTES + jsonBytes + ((8 - (jsonBytes % 8)) % 8);
  if (start + arrayBytes !== buffer.byteLength) throw new RangeError("a package that is cut off");

  function bytesAt(at: unknown, size: number): ArrayBuffer {
    if (typeof at !== "number" || !Number.isInteger(at) || at < 0 || !(size >= 0) || at + size > arrayBytes)
      throw new RangeError("an array outside of its package");
    // A copy: what is handed on by one owner must not empty all others.
    return buffer.slice(start + at, start + at + size);
  }

  function texts(node: Readonly<Record<string, unknown>>): string[] {
    const { count, per, places, chunks } = node;
    if (
      !isCount(count) ||
      !isCount(per) ||
      !Array.isArray(places) ||
      !Array.isArray(chunks) ||
      count > per * chunks.length
    )
      throw new RangeError("damaged texts");
    const lengths = new Uint32Array(bytesAt(places[0], 4 * count));
    const sizes = new Uint32Array(bytesAt(places[1], 4 * chunks.length));
    return chunks.flatMap((at: unknown, chunk) => {
      const text = textOf(new Uint8Array(bytesAt(at, sizes[chunk] ?? 0)));
      let from = 0;
      return Array.from(lengths.subarray(chunk * per, (chunk + 1) * per), (length) =>
        text.slice(from, (from += length)),
      );
    });
  }

  function value(node: unknown, depth: number): unknown {
    if (depth > MAX_DEPTH) throw new RangeError("a package that is too deep");
    if (Array.isArray(node)) return node.map((one) => value(one, depth + 1));
    if (!isRecord(node)) return node;
    const tag = node[TAG];
    if (tag === undefined) return record(Object.entries(node), depth);
    if (typeof tag === "string" && Object.hasOwn(arrayKinds, tag)) {
      const Kind = arrayKinds[tag as ArrayKind]; // one of its own names
      if (!isCount(node.count)) throw new RangeError("damaged numbers");
      return new Kind(bytesAt(node.at, Kind.BYTES_PER_ELEMENT * node.count));
    }
    switch (tag) {
      case "number":
        return node.is === "-0" ? -0 : Number(node.is);
      case "undefined":
        return undefined;
      case "texts":
        return texts(node);
      case "map":
        return new Map(entriesIn(node.entries).map(([key, one]) => [value(key, depth + 1), value(one, depth + 1)]));
      case "set":
        return new Set(listIn(node.of).map((one) => value(one, depth + 1)));
      case "plain":
        return record(
          entriesIn(node.entries).map(([name, one]) => [String(name), one]),
          depth,
        );
      default:
        throw new RangeError("a kind of data that is not known");
    }
  }

  function record(entries: readonly (readonly [string, unknown])[], depth: number): unknown {
    return Object.fromEntries(entries.map(([name, one]) => [name, value(one, depth + 1)]));
  }

  const tree: unknown = JSON.parse(textOf(new Uint8Array(buffer, HEAD_BYTES, jsonBytes)));
  return value(tree, 0);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function listIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new RangeError("a damaged list");
  return value;
}

function entriesIn(value: unknown): readonly (readonly [unknown, unknown])[] {
  return listIn(value).map((one) => {
    if (!Array.isArray(one) || one.length !== 2) throw new RangeError("a damaged entry");
    return [one[0], one[1]];
  });
}
