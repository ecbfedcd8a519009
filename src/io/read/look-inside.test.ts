import { expect, it } from "vitest";
import { rawWorkbook, sheetData, zipOf } from "../../testing/raw-workbook";
import { lookAt } from "./look-at";
import { readSource } from "./read-source";

const csv = "a,b\n1,2\n3,4\n";
const png = new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(40))]);
const patient = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

async function look(texts: Readonly<Record<string, string | Blob>>, entry?: string) {
  const blob = await zipOf(texts);
  const found = await lookAt({ name: "pack.zip", files: [{ path: "pack.zip", blob }] }, {}, entry);
  if (found.is !== "table") throw new Error(found.is);
  return found;
}

it("opens the table in an archive, of whatever format, and reads it like one that was dropped", async () => {
  const { inspection, inside } = await look({
    "export/read me.md": "words",
    "export/t.csv": csv,
    "__MACOSX/._t.csv": "?",
  });
  expect(inside).toMatchObject({ path: "export/t.csv", others: [], source: { name: "t.csv" } });
  expect(inspection.format).toBe("delimited");
  const { dataset } = await readSource(inside!.source, inspection.plan, patient);
  expect(dataset.columns).toMatchObject([{ values: Float64Array.of(1, 3) }, { values: Float64Array.of(2, 4) }]);
  expect((await look({ rows: '{"a": 1}\n{"a": 2}\n' })).inspection.format).toBe("json");
  const book = await rawWorkbook({
    parts: [
      sheetData([
        ["x", "y"],
        [1, 2],
      ]),
    ],
  });
  expect((await look({ "book.xlsx": book })).inspection.format).toBe("xlsx");
});

it("opens the largest of several, tells of the others, and opens any of them when asked", async () => {
  const texts = { "small.csv": csv, "large.tsv": "x\ty\n".repeat(50), "rows.jsonl": '{"a": 1}\n{"a": 2}\n' };
  expect((await look(texts)).inside).toMatchObject({ path: "large.tsv", others: ["rows.jsonl", "small.csv"] });
  const chosen = await look(texts, "rows.jsonl");
  expect(chosen).toMatchObject({
    inspection: { format: "json" },
    inside: { path: "rows.jsonl", others: ["large.tsv", "small.csv"] },
  });
});

it("leaves archives of images to who reads images, whatever lies beside them", async () => {
  for (const texts of [
    { "1.png": png, "2.png": png },
    { "1.png": png, "labels.csv": csv },
  ]) {
    const found = await look(texts);
    expect(found.inside).toBeUndefined();
    expect(found.inspection.format).toBe("images");
  }
});
