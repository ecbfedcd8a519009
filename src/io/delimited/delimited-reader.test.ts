import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkReader } from "../../testing/reader-checks";
import { glanceAt } from "../read/glance";
import type { Source } from "../read/source";
import { delimitedReader } from "./delimited-reader";

/** Few rows of long cells: several pieces of the file, and little to compare. */
const remark = "word ".repeat(600);
const text = ["id,when,kind,value,remark"]
  .concat(
    Array.from(
      { length: 900 },
      (_, i) => `${i},2024-03-04 05:${10 + (i % 50)}:00,${"abc"[i % 3]},${i % 97}.5,${remark}`,
    ),
  )
  .join("\n");
const sourceOf = (blob: Blob): Source => ({ name: "table.csv", files: [{ path: "export/table.csv", blob }] });
const filesOf = (...parts: BlobPart[]) => [{ path: "table.csv", blob: new Blob(parts) }];
const packed = Uint8Array.from(gzipSync(text));

describe("delimited text", () => {
  checkReader(delimitedReader, {
    table: async () => sourceOf(new Blob([text])),
    changed: async () => sourceOf(new Blob([text.replace("\n777,", "\n778,")])),
    unreadable: {
      "an empty file": { files: filesOf(), code: "empty-file" },
      "names without a row": { files: filesOf("a,b\n"), code: "header-only" },
      "bytes that are no text": { files: filesOf(new Uint8Array(900)), code: "not-text" },
      "an archive that is cut off": { files: filesOf(packed.slice(0, packed.length / 2)), code: "bad-gzip" },
    },
  });
});

describe("delimited text that gzip packed", () => {
  checkReader(delimitedReader, {
    table: async () => sourceOf(new Blob([packed])),
    // Nothing is said of the time in this field.
    changed: async () => sourceOf(new Blob([packed.with(4, 7)])),
    unreadable: { "packed nothing": { files: filesOf(Uint8Array.from(gzipSync(""))), code: "empty-file" } },
  });
});

it("chooses among several files by name, and takes from a folder only what is called a table", async () => {
  const blob = new Blob(["a,b\n1,2\n"]);
  const takes = (...paths: readonly string[]) =>
    delimitedReader.accepts(glanceAt({ files: paths.map((path) => ({ path, blob })) }));
  expect(await takes("notes", "rows.csv")).toEqual([1]);
  expect(await takes("notes", "more notes")).toEqual([0]);
  expect(await takes("export/LICENSE", "export/data/rows.csv.gz")).toEqual([1]);
  expect(await takes("code/LICENSE", "code/main.c")).toBeNull();
});
