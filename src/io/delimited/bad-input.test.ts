import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Dialect } from "../../core/data/dialect";
import type { FailureCode } from "../../core/data/failure";
import { readTable } from "./read-table";
import { inspectTable } from "./inspect-table";

type Content = string | Uint8Array<ArrayBuffer>;

const quiet = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

/** Opens a file as the app does: looks at it first, then reads it as guessed. */
async function open(content: Content | Blob, fixed: Partial<Dialect> = {}) {
  const source = { name: "table.csv", blob: content instanceof Blob ? content : new Blob([content]) };
  const { plan } = await inspectTable(source, fixed);
  return readTable(source, plan, quiet);
}

function expectFailure(opening: Promise<unknown>, code: FailureCode, values?: object) {
  return expect(opening).rejects.toMatchObject({ name: "Failure", info: values ? { code, values } : { code } });
}

function bytes(...start: (number | string)[]): Uint8Array<ArrayBuffer> {
  const all = start.flatMap((part) =>
    typeof part === "number" ? [part] : Array.from(part, (letter) => letter.charCodeAt(0)),
  );
  return Uint8Array.from([...all, ...Array.from({ length: 600 }, (_, i) => (i * 151) % 256)]);
}

describe("a file that holds no table", () => {
  it.each<[string, Content]>([
    ["no bytes", ""],
    ["only blanks", " \n\t\r\n "],
    ["only a byte order mark", "\ufeff"],
    ["packed nothing", gzipSync("")],
  ])("%s", (_, content) => expectFailure(open(content), "empty-file"));

  it("only column names", () => expectFailure(open("id,amount,country\n"), "header-only", { columns: 3 }));

  it.each<[string, Content]>([
    ["PNG", bytes(0x89, "PNG\r\n", 0x1a, "\n")],
    ["JPEG", bytes(0xff, 0xd8, 0xff, 0xe0)],
    ["PDF", bytes("%PDF-1.7\n")],
    ["ZIP", bytes("PK", 3, 4, "data.bin")],
    ["Excel (xlsx)", bytes("PK", 3, 4, "[Content_Types].xml")],
    ["Excel (xls)", bytes(0xd0, 0xcf, 0x11, 0xe0)],
    ["Parquet", bytes("PAR1")],
    ["binary", bytes("abc")],
    ["PNG", gzipSync(bytes(0x89, "PNG"))],
    ["JSON", '[{"a": 1}, {"a": 2}]'],
    ["HTML", "<!DOCTYPE html><html><body>Please log in</body></html>"],
  ])("%s", (kind, content) => expectFailure(open(content), "not-text", { kind }));
});

describe("a file that cannot be read to its end", () => {
  const table = ["a,b", ...Array.from({ length: 300_000 }, (_, i) => `${i},${i % 7}`)].join("\n");

  it("packed and damaged", async () => {
    const packed = Uint8Array.from(gzipSync(table));
    await expectFailure(open(packed.slice(0, packed.length / 2)), "bad-gzip");
    const broken = packed.slice();
    broken.fill(0xff, broken.length / 2, broken.length / 2 + 5000);
    await expectFailure(open(broken), "bad-gzip");
    await expectFailure(open(Uint8Array.of(0x1f, 0x8b, 1, 2, 3)), "bad-gzip");
  });

  it("that vanishes while it is being read", async () => {
    const blob = new Blob([table]);
    let chunks = 0;
    blob.stream = () =>
      new ReadableStream({
        pull(controller) {
          if (chunks++ < 3) controller.enqueue(new TextEncoder().encode("a,b\n".repeat(200_000)));
          else controller.error(new DOMException("gone", "NotReadableError"));
        },
      });
    await expectFailure(open(blob), "file-vanished");
  });

  it("that is cut while it is being read", async () => {
    const blob = new Blob([table]);
    const left = blob.slice(0, Math.floor(blob.size / 2));
    // So do browsers: no error, only fewer bytes.
    blob.stream = () => left.stream();
    await expectFailure(open(blob), "file-vanished");
  });

  it("that vanished before", async () => {
    const blob = new Blob([table]);
    blob.slice = () => {
      const gone = new Blob();
      gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
      return gone;
    };
    await expectFailure(open(blob), "file-vanished");
  });

  describe("for lack of memory", () => {
    afterEach(() => vi.unstubAllGlobals());
    it("says how far it came", async () => {
      const Refusing = new Proxy(Float64Array, {
        construct(target, of: unknown[], made) {
          if (Number(of[0]) > 200_000) throw new RangeError("Array buffer allocation failed");
          return Reflect.construct(target, of, made) as Float64Array;
        },
      });
      vi.stubGlobal("Float64Array", Refusing);
      await expectFailure(open(table), "out-of-memory", { rows: 300_000 });
    });
  });
});

describe("a quote that never closes", () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => `${i},word ${i}\n`).join("");

  it("is ordinary text when no other cell is quoted", async () => {
    const text = `a,b\n0,"open\n${rows(50)}`;
    expect((await open(text)).dataset.rowCount).toBe(51);
    const { plan } = await inspectTable({ name: "table.csv", blob: new Blob([text]) });
    expect(plan.settings.quote).toBe("");
  });

  it("near the end is read as text, and said", async () => {
    const { dataset, report } = await open(`a,b\n${rows(30)}1,"closed"\n2,"open\n${rows(20)}`);
    expect(dataset.rowCount).toBe(52);
    expect(report.notes).toEqual([{ code: "read.odd-quotes", values: { count: 1, line: 33 } }]);
  });

  it("before thousands of rows swallows none of them, and is said", async () => {
    for (const count of [5000, 400_000]) {
      const { dataset, report } = await open(`a,b\n1,"closed"\n2,"open\n${rows(count)}`);
      expect(dataset.rowCount).toBe(count + 2);
      expect(report.notes).toEqual([{ code: "read.odd-quotes", values: { count: 1, line: 3 } }]);
    }
  });

  it("before prose without an end stops the reading and says where", async () => {
    const prose = "and so it went on and on\n".repeat(200_000);
    await expectFailure(open(`a,b\n1,"closed"\n2,"open\n${prose}`), "unclosed-quote", { line: 3 });
  });

  it("no longer matters when quotes are read as text", async () => {
    const { dataset } = await open(`a,b\n1,"closed"\n2,"open\n${rows(5000)}`, { quote: "" });
    expect(dataset.rowCount).toBe(5002);
  });

  it("in the middle of a cell is kept as it is", async () => {
    const { dataset, report } = await open('a,b\n1,"say "hi" now"\n2,"x"\n');
    expect(dataset.rowCount).toBe(2);
    expect(report.notes).toEqual([{ code: "read.odd-quotes", values: { count: 1, line: 2 } }]);
  });
});

describe("columns", () => {
  it("up to 5,000 and more are read, beyond 20,000 refused", async () => {
    const wide = (count: number) =>
      `${Array.from({ length: count }, (_, i) => `column_${i}`).join(",")}\n${`${"1,".repeat(count - 1)}1\n`.repeat(3)}`;
    const { dataset } = await open(wide(5000));
    expect([dataset.columns.length, dataset.rowCount]).toEqual([5000, 3]);
    await expectFailure(open(wide(20_001)), "too-many-columns", { columns: 20_001, limit: 20_000 });
  });

  it("keep hostile names as content", async () => {
    const names = ["__proto__", "constructor", "<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0"];
    const { dataset } = await open(`${names.join(",")}\n1,2,3,4\n5,6,7,8\n`);
    expect(dataset.columns.map(({ name }) => name)).toEqual(names);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it("without a name or with a taken one get their own", async () => {
    const { dataset, report } = await open("a,,a\n1,2,3\n4,5,6\n");
    expect(dataset.columns.map(({ name }) => name)).toEqual(["a", "column 2", "a (2)"]);
    expect(report.renamed).toEqual([
      { column: 1, from: "", to: "column 2" },
      { column: 2, from: "a", to: "a (2)" },
    ]);
  });

  it("may be one, constant, missing, or all words", async () => {
    expect((await open("v\n1\n2\n")).dataset.columns).toHaveLength(1);
    expect((await open("a,b\n1,2\n")).dataset.rowCount).toBe(1);
    const { dataset, kindWhy } = await open("a,b\n7,\n7,NA\n7,null\n");
    expect(dataset.columns[0]).toMatchObject({ kind: "number", values: Float64Array.of(7, 7, 7) });
    expect(kindWhy[1]).toEqual({ code: "kind.all-missing" });
    expect((await open("a,b\nx,red\ny,blue\nz,red\n")).dataset.columns.map(({ kind }) => kind)).toEqual([
      "category",
      "category",
    ]);
  });

  it("keep huge, tiny and infinite numbers", async () => {
    const { dataset } = await open("a,b\n1e308,1e-308\n-1e308,5e-324\nInfinity,-Infinity\n-inf,inf\n");
    expect(dataset.columns.map((column) => column.kind === "number" && Array.from(column.values))).toEqual([
      [1e308, -1e308, Infinity, -Infinity],
      [1e-308, 5e-324, -Infinity, Infinity],
    ]);
  });
});

it("counts characters that the encoding cannot read", async () => {
  const text = Uint8Array.from("a,b\nMünchen,1\nKöln,2\n", (letter) => letter.charCodeAt(0));
  const { report } = await open(text, { encoding: "utf-8" });
  expect(report.notes).toEqual([{ code: "read.replaced", values: { characters: 2, encoding: "utf-8" } }]);
});

it("refuses a line that has no end", async () => {
  const head = Array.from({ length: 30_000 }, (_, i) => `${i},abcdef`).join("\n");
  await expectFailure(open(`${head}\n${"x".repeat(6_000_000)}`), "not-text", { kind: "single-line" });
});

it("has a message for every failure", () => {
  const codes: Record<FailureCode, true> = {
    "empty-file": true,
    "header-only": true,
    "not-text": true,
    "unclosed-quote": true,
    "bad-encoding": true,
    "bad-gzip": true,
    "file-vanished": true,
    "file-changed": true,
    "too-many-columns": true,
    "out-of-memory": true,
    "no-features": true,
    "too-few-learned": true,
    "too-few-taught": true,
    "bad-model": true,
    "newer-model": true,
    "no-model": true,
    "not-in-model": true,
    "model-lacks": true,
    "model-fits-nothing": true,
    "not-for-kind": true,
    "no-images": true,
    "no-table": true,
    "bad-archive": true,
    "bad-format": true,
    "bad-network": true,
    "no-network": true,
    "no-rows": true,
    "illegal-parameter": true,
    "not-finite": true,
    "backend-failed": true,
    "worker-died": true,
    "reading-died": true,
    "worker-missing": true,
    "part-missing": true,
    "given-up": true,
    "unknown-dataset": true,
    "too-few-members": true,
    "unknown-run": true,
    "storage-full": true,
    "storage-blocked": true,
    "no-work": true,
    "bad-session": true,
    cancelled: true,
    unexpected: true,
  };
  const text = readFileSync(new URL("../../messages/en/failures.json", import.meta.url), "utf8");
  const messages = JSON.parse(text) as Record<string, object>; // The file is ours.
  expect(Object.keys(messages).sort()).toEqual(Object.keys(codes).sort());
  // Beside these a message may have parts of sentences, and what is said of one kind of file alone (behind an underscore).
  const usual = (message: object) =>
    Object.entries(message).flatMap(([part, said]) => (typeof said === "string" && !part.includes("_") ? [part] : []));
  for (const message of Object.values(messages)) expect(usual(message)).toEqual(["title", "what", "todo"]);
});
