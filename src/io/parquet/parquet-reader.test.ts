import fc from "fast-check";
import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { cellOf } from "../../core/data/column";
import { Failure } from "../../core/data/failure";
import type { PlanOf } from "../../core/data/read-plan";
import { pyarrowFiles } from "../../testing/pyarrow-files";
import { randomRuns } from "../../testing/random-runs";
import { checkReader } from "../../testing/reader-checks";
import type { CellSettings } from "../cells/cell-source";
import { glanceAt } from "../read/glance";
import type { ReadWatch } from "../read/table-reader";
import { parquetReader } from "./parquet-reader";

const patient: ReadWatch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
const ROWS = 3000;

const filesOf = (...parts: BlobPart[]) => [{ path: "table.parquet", blob: new Blob(parts) }];
const sourceOf = (...parts: BlobPart[]) => ({ name: "table.parquet", files: filesOf(...parts) });

function written(columnData: ColumnSource[], rowGroupSize = 1000): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize, codec: "UNCOMPRESSED", pageSize: 2000 }));
}

const table = (last: number) =>
  written([
    { name: "id", data: Int32Array.from({ length: ROWS }, (_, i) => i) },
    { name: "x", data: Float64Array.from({ length: ROWS }, (_, i) => (i === ROWS - 1 ? last : Math.sin(i))) },
    { name: "word", data: Array.from({ length: ROWS }, (_, i) => ["red", "green", "blue"][i % 3]), type: "STRING" },
  ]);

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

async function read(bytes: BlobPart, over: Partial<PlanOf<"parquet", CellSettings>> = {}) {
  const source = sourceOf(bytes);
  const inspection = await parquetReader.inspect(source, {});
  const result = await parquetReader.read(source, { ...inspection.plan, ...over }, patient);
  const { columns, rowCount } = result.dataset;
  const cells = new Map(
    columns.map((column) => [column.name, Array.from({ length: rowCount }, (_, row) => cellOf(column, row))]),
  );
  const kinds = new Map(columns.map(({ name, kind }) => [name, kind]));
  return { ...result, inspection, cells, kinds, notes: result.report.notes };
}

const whole = table(0.5);

describe("a Parquet file", () => {
  const bare = (last: string) => new Blob([Uint8Array.of(80, 65, 82, 49, 1, 2, 3, 0, 5, 0, 0, 0), last]);
  checkReader(parquetReader, {
    table: async () => sourceOf(whole),
    changed: async () => sourceOf(table(0.25)),
    unreadable: {
      "a file that is cut off": { files: filesOf(whole.slice(0, 9000)), code: "bad-format" },
      "a file without its middle": { files: filesOf(whole.slice(0, 4000), whole.slice(5000)), code: "bad-format" },
      "a footer of nothing": {
        files: filesOf(new Uint8Array([80, 65, 82, 49]), new Uint8Array(60)),
        code: "bad-format",
      },
      "a footer beyond the file": { files: filesOf(bare("PAR1")), code: "bad-format" },
      "an encrypted file": { files: filesOf(bare("PARE")), code: "bad-format" },
      "a table without rows": {
        files: filesOf(written([{ name: "a", data: new Float64Array(0) }])),
        code: "header-only",
      },
      "thirty thousand columns": {
        files: filesOf(written(Array.from({ length: 30_000 }, (_, i) => ({ name: `c${i}`, data: new Int32Array(0) })))),
        code: "too-many-columns",
      },
    },
  });
});

it("takes a file that is called so and begins with other bytes for a damaged one, but no text", async () => {
  const takes = (bytes: BlobPart) => parquetReader.accepts(glanceAt({ files: filesOf(bytes) }));
  expect(await takes(new Uint8Array(500))).toEqual([0]);
  expect(await takes("a,b\n1,2\n")).toBeNull();
  await expect(read(new Uint8Array(500))).rejects.toMatchObject({ info: { values: { why: "no-magic" } } });
});

it.each(["snappy", "gzip", "zstd", "lz4", "brotli", "second", "delta"] as const)("reads %s", async (name) => {
  const { cells, kinds } = await read(fromBase64(pyarrowFiles[name]));
  expect([...kinds]).toEqual([
    ["n", "number"],
    ["w", "category"],
    ["t", "time"],
  ]);
  const rows = Array.from({ length: 40 }, (_, i) => i);
  expect(cells.get("n")).toEqual(rows.map((i) => (i % 9 === 4 ? null : i / 4)));
  expect(cells.get("w")).toEqual(rows.map((i) => "ab".repeat((i % 3) + 1)));
  expect(cells.get("t")).toEqual(rows.map((i) => Date.UTC(2024, 2, 4, 5, 6, i)));
});

it("takes kinds from the types of the file, and loses no digit", async () => {
  const { cells, dataset, notes } = await read(fromBase64(pyarrowFiles.types));
  expect(Object.fromEntries(cells)).toEqual(
    Object.fromEntries([
      ["late", ["1", "2", "3", "1152921504606846977"]],
      ["u64", ["18446744073709551615", null, "9223372036854775808", "5"]],
      ["dec", [1.1, null, -0.05, 2]],
      ["exact", Array(4).fill("12345678901234567890.12")],
      ["f16", [0.5, -2, Infinity, 65504]],
      ["u32", [2 ** 32 - 1, 0, 7, null]],
      ["flag", ["true", null, "false", "true"]],
      ["utc", Array(4).fill(1709528767123.456)],
      ["naive", [-1, 0, 1, null]],
      ["day", [-86_400_000, null, Date.UTC(2024, 1, 29), Date.UTC(9999, 11, 31)]],
      ["clock", Array(4).fill("05:06:07.25")],
      ["uuid", Array(4).fill("00010203-0405-0607-0809-0a0b0c0d0e0f")],
      ["none", Array(4).fill(null)],
      ["__proto__", [1, 2, 3, 4]],
      ["place.x", [1.5, null, null, 2]],
      ["place.deep.y", ["a", null, "b", null]],
      ["bytes", ["word", "café", null, null]],
    ]),
  );
  const times = dataset.columns.flatMap((column) => (column.kind === "time" ? [[column.name, column.zone]] : []));
  expect(times).toEqual([
    ["utc", 0],
    ["naive", "none"],
    ["day", "none"],
  ]);
  expect(notes).toEqual([
    { code: "parquet.left-out-lists", values: { count: 3, names: ["tags", "map.key", "map.value"] } },
    { code: "parquet.left-out-binary", values: { count: 1, names: ["blob"] } },
  ]);
});

it("says why: the zone that the file gives or does not give, its type, or the digits", async () => {
  const { dataset, kindWhy } = await read(fromBase64(pyarrowFiles.types));
  const why = Object.fromEntries(dataset.columns.map(({ name }, at) => [name, kindWhy[at]?.code]));
  expect(why).toMatchObject({
    late: "kind.long-digits",
    dec: "parquet.type",
    exact: "parquet.long-digits",
    utc: "parquet.time-utc",
    naive: "parquet.time-naive",
    day: "parquet.date",
  });
});

it("reads the times of 96 bits of older programs", async () => {
  const { cells } = await read(fromBase64(pyarrowFiles.int96));
  expect(cells.get("t")).toEqual([Date.UTC(1960, 0, 2, 3, 4, 5), Date.UTC(2024, 2, 4, 5, 6, 7)]);
});

it("shows the first rows as they stand in the file", async () => {
  const { inspection } = await read(fromBase64(pyarrowFiles.types));
  const shown = Object.fromEntries(
    inspection.preview.names.map((name, at) => [name, inspection.preview.rows[0]?.[at]]),
  );
  expect(shown).toMatchObject({
    dec: "1.10",
    utc: "2024-03-04T05:06:07.123456Z",
    naive: "1969-12-31T23:59:59.999",
    day: "1969-12-31",
    u64: "18446744073709551615",
  });
  expect(inspection.size.rows).toBe(4);
});

it("reads a column again as codes where a number turns out too long further on", async () => {
  const data = BigInt64Array.from({ length: ROWS }, (_, i) => (i === 2500 ? 2n ** 60n + 1n : BigInt(i % 50)));
  const { cells, inspection, kindWhy } = await read(written([{ name: "a", data }]));
  expect(inspection.columns[0]?.kind).toBe("number");
  expect(cells.get("a")?.slice(2499, 2502)).toEqual(["49", "1152921504606846977", "1"]);
  expect(kindWhy).toEqual([{ code: "parquet.long-digits" }]);
});

it("finds numbers, times and missing words among the words of a file, and seconds since 1970 among its numbers", async () => {
  const rows = Array.from({ length: 60 }, (_, i) => i);
  const { cells, kinds } = await read(
    written([
      { name: "price", data: rows.map((i) => (i === 7 ? "n/a" : `${i}.50`)), type: "STRING" },
      { name: "day", data: rows.map((i) => `2024-01-${String((i % 28) + 1).padStart(2, "0")}`), type: "STRING" },
      { name: "timestamp", data: BigInt64Array.from(rows, (i) => BigInt(1_700_000_000 + i)) },
      { name: "zip", data: Int32Array.from(rows, (i) => 10_115 + i) },
    ]),
  );
  expect(Object.fromEntries(kinds)).toEqual({ price: "number", day: "time", timestamp: "time", zip: "text" });
  expect(cells.get("price")?.slice(6, 9)).toEqual([6.5, null, 8.5]);
  expect(cells.get("timestamp")?.[1]).toBe(1_700_000_001_000);
});

it("reads a column as the kind that a person chose", async () => {
  const kinds = { 0: "category", 1: "text", 2: "text" } as const;
  const { cells, dataset } = await read(whole, { kinds });
  expect(dataset.columns.map(({ kind }) => kind)).toEqual(["category", "text", "text"]);
  expect([cells.get("id")?.[7], cells.get("x")?.[0], cells.get("word")?.[1]]).toEqual(["7", "0", "green"]);
  const times = await read(fromBase64(pyarrowFiles.zstd), { kinds: { 2: "number" } });
  expect(times.cells.get("t")?.[1]).toBe(Date.UTC(2024, 2, 4, 5, 6, 1));
});

it("keeps the same rows of a sample in every column", async () => {
  const data = Float64Array.from({ length: ROWS }, (_, i) => i);
  const words = Array.from(data, (i) => `w${i % 40}`);
  const sample = { rows: 300, of: ROWS, seed: 4 };
  const { cells, dataset, notes } = await read(
    written([
      { name: "a", data },
      { name: "b", data: words, type: "STRING" },
    ]),
    { sample },
  );
  const kept = Array.from(dataset.sourceRows ?? []);
  expect(cells.get("a")).toEqual(kept);
  expect(cells.get("b")).toEqual(kept.map((i) => `w${i % 40}`));
  expect(notes).toEqual([{ code: "read.sampled", values: { kept: kept.length, seen: ROWS } }]);
});

it("takes numbers that a person called missing for missing", async () => {
  const { inspection } = await read(whole);
  const settings = { ...inspection.plan.settings, missing: ["-999", "3"] };
  const { cells, report } = await read(whole, { settings, noValue: { 0: [4] } });
  expect(cells.get("id")?.slice(1, 6)).toEqual([1, 2, null, null, 5]);
  expect(report.emptied?.map(({ count }) => count)).toEqual([2, 0, 0]);
});

it("ends in a table or in a reason, whatever byte of a file is another", async () => {
  const files = Object.values(pyarrowFiles).map(fromBase64);
  const change = fc.record({
    file: fc.nat(files.length - 1),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    byte: fc.nat(255),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const bytes = files[changes[0]?.file ?? 0]!.slice();
      for (const { at, byte } of changes) bytes[Math.floor(at * bytes.length)] = byte;
      const outcome = await read(bytes).catch((error: unknown) => error);
      expect(outcome instanceof Failure || !(outcome instanceof Error)).toBe(true);
    }),
    randomRuns(150),
  );
});
