import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkReader } from "../../testing/reader-checks";
import { glanceAt } from "../read/glance";
import type { ReadWatch } from "../read/table-reader";
import { jsonReader } from "./json-reader";

const patient: ReadWatch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
const filesOf = (...parts: BlobPart[]) => [{ path: "table.json", blob: new Blob(parts) }];

async function read(text: BlobPart) {
  const source = { name: "table.json", files: filesOf(text) };
  const table = await jsonReader.read(source, (await jsonReader.inspect(source, {})).plan, patient);
  const columns = table.dataset.columns.map((column) => ({
    name: column.name,
    kind: column.kind,
    values:
      column.kind === "category"
        ? Array.from(column.codes, (code) => column.levels[code] ?? null)
        : Array.from<string | number>(column.values),
  }));
  return { ...table, columns, codes: table.report.notes.map(({ code }) => code) };
}

const objects = Array.from({ length: 3000 }, (_, i) => ({
  id: i,
  when: `2024-03-04T05:${10 + (i % 50)}:00`,
  kind: "abc"[i % 3],
  at: { x: (i % 97) + 0.5 },
  remark: "word ".repeat(200),
}));
const lines = objects.map((one) => JSON.stringify(one)).join("\n");
const sourceOf = (...parts: BlobPart[]) => ({ name: "table", files: filesOf(...parts) });

describe("JSON Lines", () => {
  checkReader(jsonReader, {
    table: async () => sourceOf(lines),
    changed: async () => sourceOf(lines.replace('"id":777,', '"id":778,')),
    unreadable: {
      "lines that are cut off": { files: filesOf('{"a": 1,\n"b": 2\n'), code: "bad-format" },
      "a line without end": { files: filesOf('{"a":1}\n{"a":"', "x".repeat(17 * 1024 * 1024)), code: "bad-format" },
      "objects without a key": { files: filesOf("{}\n{}\n"), code: "header-only" },
    },
  });
});

describe("a JSON file that is one list", () => {
  const text = JSON.stringify(objects);
  checkReader(jsonReader, {
    table: async () => sourceOf(text),
    changed: async () => sourceOf(text.replace('"id":777,', '"id":778,')),
    unreadable: {
      "a list that is cut off": { files: filesOf(text.slice(0, 900)), code: "bad-format" },
      "an empty list": { files: filesOf("[]"), code: "header-only" },
      "an object that is no table": { files: filesOf('{"name": "x", "size": 3}'), code: "not-text" },
      "a million columns": {
        files: filesOf(`[{${Array.from({ length: 30_000 }, (_, i) => `"k${i}":1`).join(",")}}]`),
        code: "too-many-columns",
      },
      "a well of brackets": { files: filesOf('[{"a":'.repeat(90_000)), code: "bad-format" },
    },
  });
});

it("makes columns of keys one level deep, and tells of what is deeper", async () => {
  const { columns, codes } = await read('[{"a":{"b":1,"c":{"d":2}},"e":[1,2]},{"a":{"b":null,"c":{}},"e":[]}]');
  expect(columns).toMatchObject([
    { name: "a.b", values: [1, Number.NaN] },
    { name: "a.c", values: ['{"d":2}', "{}"] },
    { name: "e", values: ["[1,2]", "[]"] },
  ]);
  expect(codes).toEqual(["json.lists", "json.nested"]);
});

it("takes a key called __proto__ as a name like any other", async () => {
  const { columns } = await read('{"__proto__": 1, "b": {"__proto__": 4}}\n{"__proto__": 2, "b": {"__proto__": 5}}');
  expect(columns).toMatchObject([
    { name: "__proto__", values: [1, 2] },
    { name: "b.__proto__", values: [4, 5] },
  ]);
  expect(({} as Record<string, unknown>)["b"]).toBeUndefined();
});

it("loses no digit of a long id, and leaves strings as they are", async () => {
  const { columns } = await read('{"id":12345678901234567890,"s":"\\"1234567890123456789,"}\n{"id":-9007199254740993}');
  expect(columns[0]?.values).toEqual(["12345678901234567890", "-9007199254740993"]);
  expect(columns[1]?.values[0]).toBe('"1234567890123456789,');
});

it("leaves out lines that are broken, and says which", async () => {
  const { columns, report } = await read('{"a":1}\n\n{"a":\n{"a":3}\n7\n{"a":4}\n{"a":5');
  expect(columns[0]?.values).toEqual([1, 3, 4]);
  expect(report.notes).toEqual([{ code: "json.bad-lines", values: { lines: 3, first: 3 } }]);
});

it("tells of keys that come too late to be columns", async () => {
  const { columns, report } = await read('{"a":1}\n'.repeat(6000) + '{"a":2,"late":1}\n');
  expect(columns.map(({ name }) => name)).toEqual(["a"]);
  expect(report.notes).toEqual([{ code: "json.late-keys", values: { keys: 1, example: "late" } }]);
});

it("keeps rows without a value in a table of one column", async () => {
  expect((await read('{"a":1}\n{"a":null}\n{"a":2}\n{}\n')).columns[0]?.values).toEqual([1, NaN, 2, NaN]);
});

it.each([
  ["a list under a key", '{"status":"ok","data":[{"a":1},{"a":2}]}'],
  ["columns as lists", '{"a":[1,2]}'],
  ["columns by row names", '{"a":{"0":1,"1":2}}'],
  ["a list over many lines", '[\n  {\n    "a": 1\n  },\n  {\n    "a": 2\n  }\n]\n'],
  ["a byte order mark", '\ufeff[{"a":1},{"a":2}]'],
  ["a packed file", Uint8Array.from(gzipSync('{"a":1}\n{"a":2}\n'))],
])("reads %s", async (_, text) => {
  expect((await read(text)).columns).toMatchObject([{ name: "a", kind: "number", values: [1, 2] }]);
});

it("reads lists without names", async () => {
  const { columns } = await read("[[1,2],[3,4]]");
  expect(columns).toMatchObject([{ values: [1, 3] }, { values: [2, 4] }]);
});

it("types cells as those of a text: missing words, times and codes", async () => {
  const { columns } = await read('{"t":"2024-01-05","v":"12.5","c":"007"}\n{"t":"N/A","v":"n/a","c":"008"}');
  expect(columns.map(({ kind }) => kind)).toEqual(["time", "number", "category"]);
});

it("takes from a folder only what is called JSON, and no text that begins with a bracket", async () => {
  const blob = new Blob(['{"a":1}\n{"a":2}\n']);
  const takes = (path: string, content = blob) => jsonReader.accepts(glanceAt({ files: [{ path, blob: content }] }));
  expect(await takes("notes")).toEqual([0]);
  expect(await takes("folder/package")).toBeNull();
  expect(await takes("log", new Blob(["[2024-01-01] started, 5\n[2024-01-02] stopped, 6\n"]))).toBeNull();
  expect(await takes("damaged.gz", new Blob([Uint8Array.of(0x1f, 0x8b, 8, 0, 1)]))).toBeNull();
});
