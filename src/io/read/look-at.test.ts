import { describe, expect, it } from "vitest";
import { lookAt } from "./look-at";
import { readers } from "./readers";

const csv = "a,b\n1,2\n3,4\n";
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(40));
const jpeg2000 = Uint8Array.of(0xff, 0x4f, 0xff, 0x51, ...new Uint8Array(40));
const xlsx = ["PK\u0003\u0004", "\0".repeat(26), "xl/workbook.xml"].join("");

type File = readonly [path: string, content: BlobPart];
const look = (...files: readonly File[]) =>
  lookAt({ name: "dropped", files: files.map(([path, content]) => ({ path, blob: new Blob([content]) })) });

/** The format, and the paths of the files that are read. */
async function readAs(...files: readonly File[]) {
  const found = await look(...files);
  if (found.is !== "table") return found.is;
  return [found.inspection.plan.format, ...found.takes.map((at) => files[at]?.[0])];
}

describe("what was dropped", () => {
  it("is what its content says, whatever its name", async () => {
    expect(await readAs(["report.xls", csv])).toEqual(["delimited", "report.xls"]);
    expect(await readAs(["table.csv", png])).toEqual(["images", "table.csv"]);
    expect(await readAs(["windows.json", csv])).toEqual(["delimited", "windows.json"]);
  });

  it("is of the format of most files, and of two the one of the first", async () => {
    expect(await readAs(["table.csv", csv], ["1.png", png])).toEqual(["delimited", "table.csv"]);
    expect(await readAs(["1.png", png], ["table.csv", csv])).toEqual(["images", "1.png"]);
    expect(await readAs(["table.csv", csv], ["1.png", png], ["2.png", png])).toEqual(["images", "1.png", "2.png"]);
    expect(await readAs(["a.tif", jpeg2000], ["table.csv", csv])).toEqual(["delimited", "table.csv"]);
    const folder: readonly File[] = [
      ["set/README.txt", "text"],
      ["set/good/1.png", png],
      ["set/labels.csv", csv],
    ];
    expect(await readAs(...folder)).toEqual(["images", "set/README.txt", "set/good/1.png", "set/labels.csv"]);
  });

  it("bears the name of the only file that is read", async () => {
    const found = await look(["notes.md", "text"], ["data/table.csv", csv]);
    expect(found).toMatchObject({ is: "table", takes: [1], inspection: { preview: { names: ["a", "b"] } } });
  });
});

describe("JSON", () => {
  const windows = '[["2014-01-01", "2014-01-02"]]';

  it("is labelled windows where it holds some, whatever it is called", async () => {
    expect(await look(["answer.txt", ` {"a/one.csv": ${windows}}`])).toMatchObject({
      is: "labelled-windows",
      entries: [{ path: "a/one.csv" }],
    });
    expect(await look(["w.json", JSON.stringify(new Array(5001).fill("2014-01-01"))])).toEqual({
      is: "labelled-windows",
      entries: "too-many",
    });
  });

  it("is a table where it holds rows, whatever it is called", async () => {
    const table = { is: "table", inspection: { format: "json", size: { rows: 2 } } };
    expect(await look(["windows.csv", '[{"a": 1}, {"a": 2}]'])).toMatchObject(table);
    expect(await look(["notes", "a,b\n1,2\n"], ["rows.jsonl", '{"a": 1}\n{"a": 2}\n'])).toMatchObject({ takes: [0] });
  });

  it("is refused as what it is where it holds anything else", async () => {
    const refused = { info: { code: "not-text", values: { kind: "JSON", context: "json" } } };
    await expect(look(["windows.json", '{"a": [[1, 2]], "b": 3}'])).rejects.toMatchObject(refused);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["a.csv", "%PDF-1.7\n", { kind: "PDF", context: "document" }],
    ["a.png", jpeg2000, { kind: "JPEG 2000", context: "image" }],
    ["a.dcm", `${"\0".repeat(128)}DICM`, { kind: "DICOM", context: "image" }],
    ["a.csv", "<svg></svg>", { kind: "SVG", context: "image" }],
    ["a.csv", "\0\0\0\u0018ftypisom", { kind: "MP4", context: "video" }],
  ])("%s with %j is told by name", async (path, content, values) => {
    await expect(look([path, content])).rejects.toMatchObject({ info: { code: "not-text", values } });
  });

  it("is told as a damaged workbook where one is cut off", async () => {
    await expect(look(["a.csv", xlsx])).rejects.toMatchObject({
      info: { code: "bad-format", values: { format: "Excel", why: "broken" } },
    });
  });

  it("is told of several together", async () => {
    await expect(look(["code/LICENSE", "text"], ["code/main.c", "text"])).rejects.toMatchObject({
      info: { code: "no-table", values: { name: "dropped", files: 2 } },
    });
    await expect(look(["scans/1.tif", jpeg2000], ["scans/2.tif", jpeg2000])).rejects.toMatchObject({
      info: { code: "not-text", values: { kind: "JPEG 2000", context: "image" } },
    });
    await expect(look()).rejects.toMatchObject({ info: { code: "no-table" } });
  });
});

it("knows no format that is not checked as all of them are", () => {
  const checked = Object.entries(
    import.meta.glob<string>("../**/*-reader*.test.ts", { query: "?raw", import: "default", eager: true }),
  ).filter(([, content]) => content.includes("checkReader("));
  for (const { format } of readers)
    expect(
      checked.filter(([path]) => path.includes(`/${format}-reader.`)),
      format,
    ).toHaveLength(1);
});
