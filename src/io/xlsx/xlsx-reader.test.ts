import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { type RawWorkbook, rawWorkbook, sheetData } from "../../testing/raw-workbook";
import { checkReader } from "../../testing/reader-checks";
import { lookAt } from "../read/look-at";
import type { ReadWatch } from "../read/table-reader";
import { xlsxReader } from "./xlsx-reader";
import type { XlsxSettings } from "./xlsx-settings";

const patient: ReadWatch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
const filesOf = (blob: Blob) => [{ path: "book.xlsx", blob }];
const sourceOf = (blob: Blob) => ({ name: "book.xlsx", files: filesOf(blob) });
const rawFiles = (raw: RawWorkbook) => rawWorkbook(raw).then(filesOf);

async function read(blob: Blob, fixed: Partial<XlsxSettings> = {}) {
  const source = sourceOf(blob);
  const seen = await xlsxReader.inspect(source, fixed);
  const { dataset, report } = await xlsxReader.read(source, seen.plan, patient);
  return { ...seen, columns: dataset.columns, rows: dataset.rowCount, notes: report.notes };
}

const rowsOf = (last: number) => [
  ["id", "when", "kind", "amount"],
  ...Array.from({ length: 9000 }, (_, i) => [
    i,
    new Date(Date.UTC(2024, 0, 1, 0, i)),
    "abc"[i % 3] ?? "",
    i === 8999 ? last : Math.round(Math.sin(i) * 1e6) / 100,
  ]),
];
const table = async (last: number) => {
  const bytes = await writeXlsx({ sheets: [{ name: "Data", rows: rowsOf(last) }] });
  return sourceOf(new Blob([Uint8Array.from(bytes)]));
};
/** Unlike that one, the same bytes every time. */
const rawTable = async (last: string) =>
  sourceOf(
    await rawWorkbook({
      parts: [sheetData([["id", "x"], ...Array.from({ length: 9000 }, (_, i) => [i, 0.5]), [9, Number(last)]])],
    }),
  );

describe("a workbook", () => {
  checkReader(xlsxReader, {
    table: () => rawTable("1.25"),
    changed: () => rawTable("1.75"),
    unreadable: {
      "a workbook that is cut off": {
        files: table(1).then(({ files }) => filesOf(files[0]!.blob.slice(0, 9000))),
        code: "bad-format",
      },
      "names without a row": { files: rawFiles({ parts: [sheetData([["a", "b"]])] }), code: "header-only" },
      "a sheet without a cell": { files: rawFiles({ parts: ["<sheetData/>"] }), code: "header-only" },
      "a workbook without a sheet": { files: rawFiles({ sheets: "", parts: [] }), code: "bad-format" },
      "a sheet that is cut off": {
        files: rawFiles({ parts: ["<sheetData><row><c><v>1</v></c></row><row><c r=", "<sheetData/>"] }),
        code: "bad-format",
      },
      "a tag without an end": { files: rawFiles({ parts: [`<row ${"x".repeat(3_000_000)}`] }), code: "bad-format" },
      "a million columns": {
        files: rawFiles({ parts: ['<sheetData><row r="1"><c r="BDWGN1"><v>1</v></c></row></sheetData>'] }),
        code: "too-many-columns",
      },
      "nothing but blanks, packed": { files: rawFiles({ parts: [" ".repeat(50_000_000)] }), code: "header-only" },
    },
  });

  it("is a table of its values, with days and words", async () => {
    const { files } = await table(2.5);
    const { columns, rows, plan } = await read(files[0]!.blob); // it has one
    expect(plan.settings).toMatchObject({ sheet: "Data", headerRow: 1 });
    expect(rows).toBe(9000);
    expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
      ["id", "number"],
      ["when", "time"],
      ["kind", "category"],
      ["amount", "number"],
    ]);
    const [, when, , amount] = columns;
    expect(when?.kind === "time" && when.values[8999]).toBe(Date.UTC(2024, 0, 1, 0, 8999));
    expect(amount?.kind === "number" && amount.values[8999]).toBe(2.5);
  });
});

const formats = `<numFmts><numFmt numFmtId="164" formatCode="[h]:mm:ss"/><numFmt numFmtId="165" formatCode="dd&quot;.&quot;mm\\.yy"/>
  <numFmt numFmtId="166" formatCode="00000"/><numFmt numFmtId="167" formatCode="#,##0.00 [$€-407];[Red]\\-0"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>`;
const styled = (style: number, value: number | string) => `<c s="${style}"><v>${value}</v></c>`;
const shownRow = [styled(1, 0.07), styled(2, 45355), styled(3, 0.25), styled(4, 1.5), styled(5, 71), styled(6, 64.47)];
const shown = (is1904: boolean) =>
  rawWorkbook({
    is1904,
    styles: formats,
    parts: [
      `<sheetData><row>${["share", "day", "clock", "took", "code", "price"].map((name) => `<c t="str"><v>${name}</v></c>`).join("")}</row><row>${shownRow.join("")}</row><row>${shownRow.join("")}</row></sheetData>`,
    ],
  });

it("reads numbers as they are shown: shares, days of both calendars, times, durations, codes, money", async () => {
  const { preview } = await read(await shown(false));
  expect(preview.rows[0]).toEqual(["7%", "2024-03-04", "06:00:00", "129600 s", "00071", "64.47"]);
  expect((await read(await shown(true))).preview.rows[0]?.[1]).toBe("2028-03-05");
  const { columns } = await read(await shown(false));
  expect(columns.map(({ kind }) => kind)).toEqual(["number", "time", "category", "number", "category", "number"]);
  expect(columns[3]).toMatchObject({ values: Float64Array.of(129_600, 129_600) });
});

it("reads what other writers write: prefixes, shared words in runs, references, truths, results of formulas", async () => {
  const { preview } = await read(
    await rawWorkbook({
      strings: `<x:si><x:t>na &amp; me</x:t></x:si><si><r><t>two</t></r><r><t xml:space="preserve"> runs_x000A_</t></r><rPh><t>no</t></rPh></si><si><t><![CDATA[<b>]]></t></si>`,
      parts: [
        `<!-- a > b --><x:sheetData><x:row r='1'><x:c r='A1' t='s'><x:v>0</x:v></x:c><x:c r='C1' t="s"><x:v>1</x:v></x:c><c r="D1" t="str"><v>a</v></c></x:row>
         <row r="2"><c r="A2" t="b"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2"><f>SUM(A1:A2)</f><v>0.30000000000000004</v></c></row>
         <row r="3"><c r="A3" t="b"><v>0</v></c><c r="C3" t="inlineStr"><is><r><t>x&#33;</t></r><r><t>y</t></r></is></c><c r="D3" t="d"><v>2024-01-02</v></c></row></x:sheetData>`,
      ],
    }),
  );
  expect(preview.names).toEqual(["na & me", "two runs", "a"]);
  expect(preview.rows).toEqual([
    ["true", "<b>", "0.30000000000000004"],
    ["false", "x!y", "2024-01-02"],
  ]);
});

it("tells of titles, totals, remarks, errors, formulas without a result, merged cells and hidden rows", async () => {
  const words = (...cells: readonly string[]) => cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join("");
  const body = Array.from(
    { length: 40 },
    (_, i) =>
      `<row r="${i + 5}"${i === 3 ? ' hidden="1"' : ""}><c><v>${i}</v></c><c><v>${i * 2}</v></c>${i === 1 ? '<c t="e"><v>#DIV/0!</v></c>' : i === 2 ? "<c><f>A1</f></c>" : "<c><v>7</v></c>"}</row>`,
  );
  const { columns, rows, notes, plan } = await read(
    await rawWorkbook({
      parts: [
        `<sheetData><row r="1">${words("Sales of 2024")}</row><row r="4">${words("id", "n", "x")}</row>${body.join("")}
         <row r="45">${words("Total")}<c><v>1560</v></c></row><row r="48">${words("Source: the shop")}</row></sheetData>
         <mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>`,
      ],
    }),
  );
  expect(plan.settings.headerRow).toBe(4);
  expect(rows).toBe(40);
  expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
    ["id", "number"],
    ["n", "number"],
    ["x", "number"],
  ]);
  expect(notes).toEqual([
    { code: "xlsx.above", values: { count: 1, example: "Sales of 2024" } },
    { code: "xlsx.foot", values: { count: 2, example: "Total | 1560" } },
    { code: "xlsx.errors", values: { count: 1, example: "#DIV/0!" } },
    { code: "xlsx.no-result", values: { count: 1 } },
    { code: "xlsx.merged", values: { count: 1 } },
    { code: "xlsx.hidden-rows", values: { count: 1 } },
  ]);
});

it("counts no formula without a result, and no error, that stands above the table or in a total that is left out", async () => {
  const words = (...cells: readonly string[]) => cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join("");
  const body = Array.from({ length: 40 }, (_, i) => `<row r="${i + 5}">${words(`v${i}`)}<c><v>${i * 2}</v></c></row>`);
  const odd = `<c><f>SUM(B5:B44)</f></c><c t="e"><v>#REF!</v></c>`;
  const { rows, notes } = await read(
    await rawWorkbook({
      parts: [
        `<sheetData><row r="1">${words("Sales")}${odd}</row><row r="4">${words("id", "n")}</row>${body.join("")}
         <row r="45">${words("Total")}${odd}</row></sheetData>`,
      ],
    }),
  );
  expect(rows).toBe(40);
  expect(notes.map(({ code }) => code)).toEqual(["xlsx.above", "xlsx.foot"]);
});

const numbers = (name: string) =>
  sheetData([
    [name, "y"],
    [1, 2],
    [3, 4],
    [5, 6],
  ]);

it("takes the first visible sheet with a table, and any other that is chosen", async () => {
  const blob = await rawWorkbook({
    sheets: `<sheet name="Secret" state="hidden" r:id="rId1"/><sheet name="Cover" r:id="rId2"/><sheet name="__proto__" r:id="rId3"/><sheet name="Last" r:id="rId4"/>`,
    parts: [numbers("s"), sheetData([["A report"]]), numbers("p"), numbers("l")],
  });
  const first = await read(blob);
  expect(first.plan.settings.sheet).toBe("__proto__");
  expect(first.columns[0]?.name).toBe("p");
  expect(first.guesses[0]).toMatchObject({ field: "sheet", sure: false, alternatives: ["Cover", "Last", "Secret"] });
  const hidden = await read(blob, { sheet: "Secret", headerRow: 0 });
  expect(hidden.columns[0]).toMatchObject({ name: "column 1", values: Float64Array.of(Number.NaN, 1, 3, 5) });
});

it("reads rows that are longer than what is looked at together, and cells that end with a piece", async () => {
  const wide = Array.from({ length: 3 }, (_, row) =>
    Array.from({ length: 16_000 }, (_, at) => (row === 0 ? `c${at}` : row + at / 8)),
  );
  const { columns } = await read(await rawWorkbook({ parts: [sheetData(wide.map((row) => [...row]))] }));
  expect(columns).toHaveLength(16_000);
  expect(columns[15_999]).toMatchObject({ name: "c15999", values: Float64Array.of(1 + 15_999 / 8, 2 + 15_999 / 8) });
});

it("takes a cell that names a shared word but holds none for an empty one", async () => {
  const { preview } = await read(
    await rawWorkbook({
      strings: "<si><t>a</t></si>",
      parts: [
        '<sheetData><row><c t="s"><v>0</v></c><c t="str"><v>b</v></c></row><row><c t="s"/><c><v>1</v></c></row><row><c/><c><v>2</v></c></row></sheetData>',
      ],
    }),
    { headerRow: 1 },
  );
  expect(preview.rows).toEqual([
    ["", "1"],
    ["", "2"],
  ]);
});

it("keeps a lone cell at the far corner of a sheet out of the table", async () => {
  const { columns, notes } = await read(
    await rawWorkbook({
      parts: [
        `<sheetData><row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>9</v></c></row></sheetData>`,
      ],
    }),
  );
  expect(columns.map(({ name }) => name)).toEqual(["a"]);
  expect(notes).toContainEqual({ code: "xlsx.beside", values: { count: 1 } });
});

it("expands no entities that a file defines itself", async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
  const { preview } = await read(
    await rawWorkbook({
      parts: [
        `${bomb}${sheetData([
          ["x", "y"],
          ["&b;", 1],
        ])}`,
      ],
    }),
  );
  expect(preview.rows).toEqual([["&b;", "1"]]);
});

it.each([
  ["an old workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "Excel (xls)"],
  ["a binary workbook", "xl/workbook.bin", "Excel (xlsb)"],
  ["a workbook of OpenDocument", "content.xml", "OpenDocument"],
])("refuses %s by its name", async (_, made, kind) => {
  const { zipOf } = await import("../../testing/raw-workbook");
  const type = "application/vnd.oasis.opendocument.spreadsheet";
  const zipped = async (path: string) =>
    zipOf({ ...(path === "content.xml" ? { mimetype: type } : {}), "[Content_Types].xml": "<Types/>", [path]: "x" });
  const blob = typeof made === "string" ? await zipped(made) : new Blob([made]);
  await expect(lookAt(sourceOf(blob))).rejects.toMatchObject({
    info: { code: "not-text", values: { kind, context: "workbook" } },
  });
});

it("joins names of groups and of columns, and takes a row of units for what it is", async () => {
  const { names, plan, notes } = await read(
    await rawWorkbook({
      parts: [
        sheetData([
          [null, null, "Survey of 2024"],
          [null, "id", "Air", null, "Water"],
          [null, null, "temperature", "pressure", "temperature"],
          [null, null, "°C", "hPa", "°C"],
          ...Array.from({ length: 20 }, (_, i) => [null, i, i / 2, 1000 + i, 9 - i / 4]),
        ]),
      ],
    }),
  ).then(({ preview, ...rest }) => ({ ...rest, names: preview.names }));
  expect(names).toEqual(["id", "Air temperature", "Air pressure", "Water temperature"]);
  expect(plan.settings.headerRow).toBe(2);
  expect(notes.map(({ code }) => code)).toEqual(["xlsx.above", "read.header-joined", "read.header-units"]);
});
