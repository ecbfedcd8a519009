import { BlobWriter, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js/index-native.js";
import { describe, expect, it } from "vitest";
import { checkReader } from "../../testing/reader-checks";
import type { ReadWatch } from "../read/table-reader";
import { npyReader } from "./npy-reader";
import { npzEntries } from "./npz-entries";

const patient: ReadWatch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

function npy(descr: string, shape: string, data: ArrayBufferView, fortran = "False"): Uint8Array<ArrayBuffer> {
  const header = `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }\n`;
  const bytes = new Uint8Array(10 + header.length + data.byteLength);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length % 256, header.length >> 8]);
  bytes.set(new TextEncoder().encode(header), 10);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), 10 + header.length);
  return bytes;
}

async function npz(entries: Readonly<Record<string, Uint8Array>>): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level: 0 });
  for (const [name, bytes] of Object.entries(entries))
    await zip.add(name, new Uint8ArrayReader(bytes), { lastModDate: new Date(Date.UTC(2024, 0, 2)) });
  return zip.close();
}

const filesOf = (...parts: BlobPart[]) => [{ path: "table.npy", blob: new Blob(parts) }];
const sourceOf = (...parts: BlobPart[]) => ({ name: "table.npy", files: filesOf(...parts) });

async function read(bytes: BlobPart) {
  const source = sourceOf(bytes);
  const table = await npyReader.read(source, (await npyReader.inspect(source, {})).plan, patient);
  return { ...table, columns: table.dataset.columns };
}

const values = (last: number) => Float64Array.from({ length: 9000 }, (_, i) => (i === 8999 ? last : Math.sin(i)));
const matrix = (last: number) => npy("<f8", "(3000, 3)", values(last));
const label = npy("|b1", "(3000,)", new Uint8Array(3000).fill(1, 0, 30));

describe("an array", () => {
  checkReader(npyReader, {
    table: async () => sourceOf(matrix(0.5)),
    changed: async () => sourceOf(matrix(0.25)),
    unreadable: {
      "an array that is cut off": { files: filesOf(matrix(1).slice(0, 5000)), code: "bad-format" },
      "a header that is cut off": { files: filesOf(matrix(1).slice(0, 40)), code: "bad-format" },
      "an array of objects": { files: filesOf(npy("|O8", "(2,)", new Uint8Array(16))), code: "bad-format" },
      "an array of images": { files: filesOf(npy("|u1", "(2, 2, 2)", new Uint8Array(8))), code: "bad-format" },
      "an array without rows": { files: filesOf(npy("<f8", "(0, 3)", new Uint8Array(0))), code: "header-only" },
      "a shape beyond the file": {
        files: filesOf(npy("|u1", "(9007199254740991, 2)", new Uint8Array(8))),
        code: "bad-format",
      },
      "a million columns": {
        files: filesOf(npy("|u1", "(1, 1000000)", new Uint8Array(1e6))),
        code: "too-many-columns",
      },
    },
  });
});

describe("an archive of arrays", () => {
  const sets = (last: number) => npz({ "X.npy": matrix(last), "y.npy": label });
  checkReader(npyReader, {
    table: async () => sourceOf(await sets(0.5)),
    changed: async () => sourceOf(await sets(0.25)),
    unreadable: {
      "an archive that is cut off": { files: sets(1).then((blob) => filesOf(blob.slice(0, 9000))), code: "bad-format" },
      "an archive of objects": {
        files: npz({ "a.npy": npy("|O8", "(2,)", new Uint8Array(16)) }).then((blob) => filesOf(blob)),
        code: "bad-format",
      },
    },
  });
});

it("reads numbers of every width and order, words and times", async () => {
  const column = async (bytes: Uint8Array<ArrayBuffer>) => (await read(bytes)).columns[0];
  expect(await column(npy(">i2", "(2,)", Uint8Array.of(0, 5, 255, 255)))).toMatchObject({
    values: Float64Array.of(5, -1),
  });
  expect(await column(npy("<f4", "(2,)", Float32Array.of(0.5, Number.NaN)))).toMatchObject({
    kind: "number",
    values: Float64Array.of(0.5, Number.NaN),
  });
  expect(await column(npy("<i8", "(2,)", BigInt64Array.of(9007199254740993n, 9007199254740995n)))).toMatchObject({
    kind: "category",
    levels: ["9007199254740993", "9007199254740995"],
  });
  expect(await column(npy("<U2", "(2,)", Uint32Array.of(97, 0, 0x1f600, 98)))).toMatchObject({ levels: ["a", "😀b"] });
  expect(
    await column(npy("<M8[ns]", "(2,)", BigInt64Array.of(1_700_000_000_000_000_000n, -(2n ** 63n)))),
  ).toMatchObject({
    kind: "time",
    values: Float64Array.of(1.7e12, Number.NaN),
  });
});

it("reads columns that stand one after the other", async () => {
  const { columns } = await read(npy("<f8", "(2, 2)", Float64Array.of(1, 2, 3, 4), "True"));
  expect(columns).toMatchObject([{ values: Float64Array.of(1, 2) }, { values: Float64Array.of(3, 4) }]);
});

it("lays arrays of as many rows side by side, and tells which were left out", async () => {
  const { columns, report } = await read(
    await npz({ "X.npy": matrix(1), "y.npy": label, "n.npy": npy("|u1", "(1,)", Uint8Array.of(1)) }),
  );
  expect(columns.map(({ name }) => name)).toEqual(["X 1", "X 2", "X 3", "y"]);
  expect(report.notes).toEqual([{ code: "npy.left-out", values: { arrays: 1, names: ["n"] } }]);
});

it("stops unpacking what has no end", async () => {
  const blob = await npz({ "X.npy": matrix(1) });
  await expect(npzEntries(blob, 1000)).rejects.toMatchObject({ info: { values: { why: "large" } } });
});
