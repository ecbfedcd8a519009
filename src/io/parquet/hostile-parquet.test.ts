import { expect, it } from "vitest";
import { leavesOf } from "./leaf";
import { unpackRuns } from "./levels";
import { pagesOf } from "./pages";
import { valuesOf } from "./page-values";
import { endOfStruct } from "./thrift-walk";
import { unpackPage } from "./unpack-page";

const viewOf = (...bytes: number[]) => new DataView(Uint8Array.from(bytes).buffer);
const why = (reason: string): unknown =>
  expect.objectContaining({ info: expect.objectContaining({ values: { format: "Parquet", why: reason } }) as unknown });
const walked = (view: DataView) => {
  try {
    return endOfStruct(view, 0);
  } catch (error) {
    return error;
  }
};

/** A number as Thrift writes it. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value * 2; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) + 128);
  }
}

function pageHeader(unpacked: number, packed: number, values: number): number[] {
  const sizes = [0x15, ...varint(0), 0x15, ...varint(unpacked), 0x15, ...varint(packed)];
  return [...sizes, 0x2c, 0x15, ...varint(values), 0x15, 0, 0x15, 6, 0x15, 6, 0, 0];
}

async function pagesIn(bytes: number[]) {
  const chunk = { start: 0, end: bytes.length, codec: "SNAPPY", values: 10 };
  for await (const page of pagesOf(new Blob([Uint8Array.from(bytes)]), chunk, () => undefined)) return page;
  return null;
}

it("walks over structs of Thrift to their end, and no further", () => {
  expect(endOfStruct(viewOf(0x15, 8, 0x18, 2, 65, 66, 0x19, 0x25, 2, 4, 0x1c, 0x11, 0, 0, 99), 0)).toBe(14);
  expect(walked(viewOf(0x15, 8))).toBeInstanceOf(RangeError);
});

it("refuses numbers without end, structs within structs, and lists longer than the file", () => {
  expect(walked(viewOf(0x16, ...Array<number>(5000).fill(255), 0))).toEqual(why("broken"));
  expect(walked(viewOf(...Array<number>(100_000).fill(0x1c)))).toEqual(why("broken"));
  expect(walked(viewOf(0x19, 0xf5, 255, 255, 255, 255, 7, 2, 4))).toBeInstanceOf(RangeError);
});

it("refuses pages that claim a gigabyte, or more than the file has", async () => {
  const body = Array<number>(20).fill(0);
  expect((await pagesIn([...pageHeader(80, 20, 10), ...body]))?.packed.length).toBe(20);
  await expect(pagesIn([...pageHeader(2 ** 30, 20, 10), ...body])).rejects.toEqual(why("large"));
  await expect(pagesIn([...pageHeader(80, 20, 2 ** 30), ...body])).rejects.toEqual(why("large"));
  await expect(pagesIn([...pageHeader(80, 21, 10), ...body])).rejects.toEqual(why("broken"));
  await expect(pagesIn([0x15, 0, 0x15])).rejects.toEqual(why("broken"));
});

it("reads runs and bits, and stops at either end", () => {
  const out = new Int32Array(11);
  unpackRuns(Uint8Array.of(6, 5, 3, 0b10001000, 0b11000110, 0b11111010), 0, 3, out);
  expect(Array.from(out)).toEqual([5, 5, 5, 0, 1, 2, 3, 4, 5, 6, 7]);
  const claimed = new Int32Array(4);
  unpackRuns(Uint8Array.of(254, 255, 255, 255, 15, 2), 0, 2, claimed);
  expect(Array.from(claimed)).toEqual([2, 2, 2, 2]);
  for (const bytes of [[], [6], [255, 255, 255, 255, 255, 255], [5, 1], [0, 0]])
    expect(() => unpackRuns(Uint8Array.from(bytes), 0, 8, new Int32Array(9))).toThrow();
});

it("refuses words that begin with a megabyte of the one before, a million times", () => {
  // One block of prefixes: the first is 2 MB long, and all others are as long.
  const prefixes = [128, 8, 4, ...varint(1000).slice(0, 2), ...varint(2 ** 21), 0, 0, 0, 0, 0];
  const leaf = leavesOf([
    { name: "root", num_children: 1 },
    { name: "a", type: "BYTE_ARRAY", repetition_type: "REQUIRED" },
  ])[0]!;
  const packed = { bytes: Uint8Array.from(prefixes), encoding: "DELTA_BYTE_ARRAY", count: 1000 };
  expect(() => valuesOf(packed, leaf, null)).toThrow(why("large"));
});

it("refuses blocks that claim two thousand million parts", () => {
  const [leaf] = leavesOf([
    { name: "root", num_children: 1 },
    { name: "a", type: "INT64", repetition_type: "REQUIRED" },
  ]);
  const packed = {
    bytes: Uint8Array.of(128, 1, 255, 255, 255, 255, 7, 2, 0, 0),
    encoding: "DELTA_BINARY_PACKED",
    count: 2,
  };
  expect(() => valuesOf(packed, leaf!, null)).toThrow(why("broken"));
});

it("refuses a page that unpacks to more or less than it says", async () => {
  const packed = new Uint8Array(
    await new Response(
      new Blob([new Uint8Array(100_000)]).stream().pipeThrough(new CompressionStream("gzip")),
    ).arrayBuffer(),
  );
  expect((await unpackPage(packed, 100_000, "GZIP")).length).toBe(100_000);
  await expect(unpackPage(packed, 99_999, "GZIP")).rejects.toEqual(why("broken"));
  await expect(unpackPage(packed, 100_001, "GZIP")).rejects.toEqual(why("broken"));
  await expect(unpackPage(packed, 10, "LZO")).rejects.toEqual(why("unsupported"));
});

it("names columns by what people called them, not by the groups that make a list", () => {
  const group = (name: string, children: number, more = {}) =>
    ({ name, num_children: children, repetition_type: "OPTIONAL", ...more }) as const;
  const field = (name: string, more = {}) => ({ name, type: "INT32", repetition_type: "OPTIONAL", ...more }) as const;
  const leaves = leavesOf([
    { name: "root", num_children: 3 },
    group("a", 1, { converted_type: "LIST" }),
    group("list", 1, { repetition_type: "REPEATED" }),
    field("element"),
    group("b", 2),
    field("x", { repetition_type: "REQUIRED" }),
    field("list"),
    field("c"),
  ]);
  expect(leaves.map(({ name, lists, maxDefinition }) => [name, lists, maxDefinition])).toEqual([
    ["a", 1, 3],
    ["b.x", 0, 1],
    ["b.list", 0, 2],
    ["c", 0, 1],
  ]);
  expect(() => leavesOf([{ name: "root", num_children: 5 }])).toThrow(why("broken"));
  expect(() => leavesOf(Array.from({ length: 5000 }, () => group("g", 1)))).toThrow(why("unsupported"));
});
