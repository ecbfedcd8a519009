import { expect, it } from "vitest";
import { lookAt } from "../read/look-at";
import { readSource } from "../read/read-source";

const patient = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

/** As a range of cells lies on the clipboard: tabs, quotes around cells with line breaks, CRLF behind each row. */
async function pasted(rows: readonly (readonly string[])[]) {
  const text = rows.map((row) => row.join("\t") + "\r\n").join("");
  const source = { name: "Pasted table", files: [{ path: "Pasted table", blob: new Blob([text]) }] };
  const look = await lookAt(source);
  if (look.is !== "table") throw new Error(look.is);
  return (await readSource(source, look.inspection.plan, patient)).dataset.columns;
}

it("reads a range pasted from a German spreadsheet", async () => {
  const columns = await pasted([
    ["Datum", "Betrag", "Anteil", "Bemerkung"],
    ["01.02.2024", "1.234,50 €", "12,5%", '"erste Zeile\nzweite, ""so""; und mehr"'],
    ["13.02.2024", "-7,25 €", "3%", "kurz"],
    ["14.02.2024", "12,00 €", "0,25%", ""],
  ]);
  expect(columns).toMatchObject([
    { kind: "time", values: Float64Array.of(Date.UTC(2024, 1, 1), Date.UTC(2024, 1, 13), Date.UTC(2024, 1, 14)) },
    { kind: "number", values: Float64Array.of(1234.5, -7.25, 12) },
    { kind: "number", values: Float64Array.of(12.5, 3, 0.25) },
    { levels: ['erste Zeile\nzweite, "so"; und mehr', "kurz"] },
  ]);
});

it("reads a range pasted from an English spreadsheet", async () => {
  const columns = await pasted([
    ["When", "Amount", "Rate", "Note"],
    ["2/1/2024 13:05", "$1,234.50", "12.5%", '"a ""quoted"" word,\nand a line"'],
    ["2/13/2024 13:06", "-$7.25", "3%", "short; so"],
    ["2/14/2024 13:07", "$12.00", "0.25%", ""],
  ]);
  expect(columns).toMatchObject([
    { kind: "time", values: Float64Array.of(1706792700000, 1707829560000, 1707916020000) },
    { kind: "number", values: Float64Array.of(1234.5, -7.25, 12) },
    { kind: "number", values: Float64Array.of(12.5, 3, 0.25) },
    { levels: ['a "quoted" word,\nand a line', "short; so"] },
  ]);
});

it("reads a range without names, and one of two cells a row", async () => {
  expect(
    await pasted([
      ["1,5", "2"],
      ["2,5", "3"],
      ["3,5", "4"],
    ]),
  ).toMatchObject([{ values: Float64Array.of(1.5, 2.5, 3.5) }, { values: Float64Array.of(2, 3, 4) }]);
});
