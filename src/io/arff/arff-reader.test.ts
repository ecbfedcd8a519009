import { describe, expect, it } from "vitest";
import { checkReader } from "../../testing/reader-checks";
import type { ReadWatch } from "../read/table-reader";
import { arffReader } from "./arff-reader";

const patient: ReadWatch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
const filesOf = (...parts: BlobPart[]) => [{ path: "table.arff", blob: new Blob(parts) }];
const sourceOf = (...parts: BlobPart[]) => ({ name: "table.arff", files: filesOf(...parts) });

async function read(text: string) {
  const source = sourceOf(text);
  const table = await arffReader.read(source, (await arffReader.inspect(source, {})).plan, patient);
  return { ...table, columns: table.dataset.columns };
}

const header =
  "% a remark\n@relation test\n@attribute id numeric\n@attribute kind {a,b,c}\n@attribute remark string\n@data\n";
const text = header + Array.from({ length: 900 }, (_, i) => `${i},${"abc"[i % 3]},'${"word ".repeat(600)}'`).join("\n");

describe("ARFF", () => {
  checkReader(arffReader, {
    table: async () => sourceOf(text),
    changed: async () => sourceOf(text.replace("\n777,", "\n778,")),
    unreadable: {
      "a header that is cut off": { files: filesOf(header.slice(0, 40)), code: "header-only" },
      "names without a row": { files: filesOf(header), code: "header-only" },
      "no attribute": { files: filesOf("@relation x\n@data\n1,2\n"), code: "bad-format" },
      "a line without end": { files: filesOf(header, "x".repeat(17 * 1024 * 1024)), code: "bad-format" },
      "too many columns": {
        files: filesOf("@relation x\n", "@attribute a numeric\n".repeat(30_000)),
        code: "too-many-columns",
      },
    },
  });
});

it("reads quotes, escapes, question marks and sparse rows, and tells of rows that do not fit", async () => {
  const { columns, report } = await read(
    "@RELATION x\r\n@ATTRIBUTE 'a b' NUMERIC\r\n@ATTRIBUTE c {no,'it\\'s, so'}\r\n@DATA\r\n1, 'it\\'s, so'\r\n?,no\r\n{0 5}\r\n{0 7, 1 'it\\'s'}\r\n1,2,3\r\n{9 1}\r\n",
  );
  expect(columns).toMatchObject([
    { name: "a b", kind: "number", values: Float64Array.of(1, Number.NaN, 5, 7) },
    { name: "c", kind: "category", levels: ["it's, so", "no", "it's"] },
  ]);
  expect(report.notes).toEqual([{ code: "arff.bad-rows", values: { rows: 2 } }]);
});

it("reads no zero where a sparse row leaves out a date or a text, and tells how many", async () => {
  const { columns, report } = await read(
    "@relation x\n@attribute n numeric\n@attribute d date yyyy-MM-dd\n@attribute s string\n@data\n{0 1, 1 2024-05-01, 2 a}\n{0 2, 1 2024-05-02}\n{}\n",
  );
  expect(columns).toMatchObject([
    { values: Float64Array.of(1, 2, 0) },
    { kind: "time", values: Float64Array.of(Date.UTC(2024, 4, 1), Date.UTC(2024, 4, 2), Number.NaN) },
    { levels: ["a"] },
  ]);
  expect(report.unreadable.every(({ count }) => count === 0)).toBe(true);
  expect(report.notes).toEqual([{ code: "arff.left-out", values: { count: 3 } }]);
});
