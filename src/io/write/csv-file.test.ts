import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { CellMarks } from "../delimited/cell-marks";
import type { Column } from "../../core/data/column";
import type { CsvFormat } from "../../core/data/csv-format";
import { randomRuns } from "../../testing/random-runs";
import { category, numbers, text, times } from "../../testing/small-tables";
import { CellWriter, timeCell } from "./csv-cell";
import { csvFile } from "./csv-file";
import type { RowsToWrite, TableToWrite } from "./file-writer";

const plain: CsvFormat = { separator: ",", quote: '"', decimal: ".", bom: false, guard: true };
const german: CsvFormat = { ...plain, separator: ";", decimal: ",", bom: true };

interface Written extends Partial<Omit<TableToWrite, "columns">> {
  readonly columns?: readonly Column[];
  readonly rows?: readonly number[];
  readonly cells?: readonly (readonly string[])[];
  readonly format?: CsvFormat;
}

async function partsOf({ columns = [], rows = [], cells, format = plain, ...more }: Written) {
  const some: RowsToWrite = {
    rows: Uint32Array.from(rows),
    cell: cells ? (at, column) => cells[at]?.[column] ?? "" : null,
  };
  const writer = await csvFile(format).begin({
    columns: columns.map((column) => ({ name: column.name, column })),
    added: [],
    rowCount: rows.length,
    isQuoted: false,
    numbers: { decimal: ".", thousands: "" },
    ...more,
  });
  const parts = [...(await writer.add(some)), ...(await writer.finish())];
  // What begins a file is a part of it: text() would take it away.
  const texts = await Promise.all(
    parts.map(async (part) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(await part.arrayBuffer())),
  );
  return { texts, guarded: writer.guarded };
}
const write = async (written: Written) => (await partsOf(written)).texts.join("");

describe("cells", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+cmd", "'+cmd"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", `"'\tx"`],
    ["\rx", `"'\rx"`],
    ["＝1", "'＝1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["-3.2", "-3.2"],
    ["+49", "+49"],
    ["-4 %", "-4 %"],
    ["-1,5e-7", `"-1,5e-7"`],
    ["-", "-"],
    ["--", "--"],
    ["a=1", "a=1"],
    ["a,b", `"a,b"`],
    ["a;b", `"a;b"`],
    ['say "x"', `"say ""x"""`],
    ["two\nlines", `"two\nlines"`],
    [" padded ", " padded "],
    ["<img onerror>", "<img onerror>"],
    ["", ""],
  ])("guarded text %j", (value, expected) => {
    const cells = new CellWriter(plain);
    expect(cells.text(value)).toBe(expected);
    expect(cells.guarded).toBe(expected.includes("'") ? 1 : 0);
  });

  it.each([
    ["=1+1", "=1+1"],
    ["a;b", "a;b"],
    ["a,b", `"a,b"`],
  ])("text as it is %j", (value, expected) =>
    expect(new CellWriter({ ...plain, guard: false }).text(value)).toBe(expected),
  );

  it("is quoted by the quote of the file", () => {
    const cells = new CellWriter({ ...german, quote: "'" });
    expect(["a;b", "it's", 'say "x"'].map((text) => cells.text(text))).toEqual(["'a;b'", "'it''s'", 'say "x"']);
  });

  it("escapes quotes as the file does, so that each is read back as it was", () => {
    const cells = new CellWriter({ ...plain, guard: false, escape: "\\" });
    const marks = new CellMarks({ delimiter: ",", quote: '"', escape: "\\" }, "\n");
    const texts = ['say "x"', 'a\\"b', "C:\\new, old", "ends, \\", 'two, \\\\"'];
    expect(cells.text(texts[0]!)).toBe('"say \\"x\\""');
    expect(cells.text(texts[2]!)).toBe('"C:\\new, old"');
    const read = texts.map((text) => {
      const written = cells.text(text);
      const { at } = marks.closing(written, 1, 0, true);
      return marks.unescaped(written.slice(1, at));
    });
    expect(read).toEqual(texts);
  });

  it.each<[number, CsvFormat, string]>([
    [0.1 + 0.2, plain, "0.30000000000000004"],
    [-3.2, german, "-3,2"],
    [-3.2, { ...german, separator: "," }, `"-3,2"`],
    [1e-7, german, "1e-7"],
    [1e308, plain, "1e+308"],
    [-Infinity, plain, "-Infinity"],
    [NaN, plain, ""],
  ])("number %d", (value, format, expected) => expect(new CellWriter(format).number(value)).toBe(expected));

  it.each([
    [Date.UTC(2024, 1, 29, 3, 12), false, "2024-02-29T03:12:00Z"],
    [Date.UTC(2024, 1, 29, 3, 12, 0, 5), false, "2024-02-29T03:12:00.005Z"],
    [Date.UTC(2024, 1, 29), true, "2024-02-29"],
    [1e300, false, "1e+300"],
    [NaN, true, ""],
  ])("time %d", (value, day, expected) => expect(timeCell(value, day)).toBe(expected));

  it.each([
    ["none", "2024-02-29T03:12:00"],
    [0, "2024-02-29T03:12:00Z"],
    [120, "2024-02-29T03:12:00+02:00"],
    [-210, "2024-02-29T03:12:00-03:30"],
    ["several", "2024-02-29T03:12:00Z"],
  ] as const)("time in the zone %s", (zone, expected) =>
    expect(timeCell(Date.UTC(2024, 1, 29, 3, 12), false, zone)).toBe(expected),
  );
});

describe("a file", () => {
  const columns = [
    numbers("amount", 1.5, NaN, 3),
    category("country", [1, -1, 0], ["KP", "=DE"]),
    times("day", 0, NaN, 86_400_000),
    text("note, short", "", 'a "b"', "c"),
  ];
  const added: TableToWrite["added"] = [
    { name: "score", kind: "number", cell: (row) => row + 0.5 },
    { name: "reasons", kind: "text", cell: (row) => (row === 0 ? "amount (high); country (rare)" : null) },
  ];

  it("holds the chosen rows in their order, header first", async () => {
    expect(await write({ columns, added, rows: [2, 0] })).toBe(
      'amount,country,day,"note, short",score,reasons\r\n' +
        "3,KP,1970-01-02,c,2.5,\r\n" +
        `1.5,'=DE,1970-01-01,,0.5,"amount (high); country (rare)"\r\n`,
    );
  });

  it("holds the cells of the source as they stand, where it has text", async () => {
    const cells = [
      ["1.50", "=DE", "1. 1. 1970", "n/a"],
      ["< 0.4", " ", "", "2024-04-01T00:00:00+02:00"],
    ];
    const { texts, guarded } = await partsOf({ columns, rows: [0, 1], cells });
    expect(texts.join("").split("\r\n").slice(1, 3)).toEqual([
      "1.50,'=DE,1. 1. 1970,n/a",
      "< 0.4, ,,2024-04-01T00:00:00+02:00",
    ]);
    expect(guarded).toBe(1);
    expect(await write({ columns, rows: [0], cells, format: { ...plain, guard: false } })).toContain("1.50,=DE,");
  });

  it("has all cells in quotes where the source has", async () => {
    const cells = [["1.50", "a", "", "x"]];
    const lines = (await write({ columns, added, rows: [0], cells, isQuoted: true })).split("\r\n");
    expect(lines[0]).toBe('"amount","country","day","note, short","score","reasons"');
    expect(lines[1]).toBe('"1.50","a","","x","0.5","amount (high); country (rare)"');
  });

  it("changes the marks of numbers where others were chosen, of nothing else", async () => {
    const cells = [
      ["1,234.5 kg", "1.5", "1.2.1970", "1.5"],
      ["not 1.5", "", "", ""],
    ];
    const written = { columns, rows: [0, 1], cells, numbers: { decimal: ".", thousands: "," } } as const;
    const lines = (await write({ ...written, format: { ...german, bom: false } })).split("\r\n");
    expect(lines[1]).toBe('"1.234,5 kg";1.5;1.2.1970;1.5');
    expect(lines[2]).toBe("not 1.5;;;");
  });

  it("is written for other spreadsheets", async () => {
    expect(await write({ columns: columns.slice(0, 2), added, rows: [1], format: german })).toBe(
      "\uFEFFamount;country;score;reasons\r\n;;1,5;\r\n",
    );
  });

  it("may be a header alone, quotes ID at the very start, and has no empty line", async () => {
    expect(await write({ columns })).toBe('amount,country,day,"note, short"\r\n');
    expect(await write({ columns: [numbers("ID", 1, NaN)], rows: [0, 1] })).toBe('"ID"\r\n1\r\n""\r\n');
    expect(await write({ columns: [numbers("=cmd", 1)] })).toBe("'=cmd\r\n");
  });

  it("comes in parts where it is large", async () => {
    const count = 60_000;
    const rows = Array.from({ length: count }, (_, i) => i);
    const score: TableToWrite["added"] = [{ name: "score", kind: "number", cell: (row) => row / 7 }];
    const { texts } = await partsOf({ columns: [numbers("x", ...rows)], rows, added: score });
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.every((text) => text.length < 300_000 && text.endsWith("\r\n"))).toBe(true);
    expect(texts.join("").split("\r\n")).toHaveLength(count + 2);
  });

  it("reads back as what was written, but for the apostrophes", async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("=1", '"', "\r\n", ";", "'", "__proto__", "-1"));
    const row = fc.tuple(cell, fc.double({ noNaN: true }), cell);
    const format = fc.record({
      separator: fc.constantFrom(",", ";", "\t", "|"),
      quote: fc.constantFrom('"', "'"),
      decimal: fc.constantFrom("." as const, "," as const),
      bom: fc.constant(false),
      guard: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), format, fc.boolean(), async (list, format, isWritten) => {
        const file = await write({
          columns: [text("t", ...list.map(([value]) => value)), numbers("x", ...list.map(([, value]) => value))],
          added: [{ name: "__proto__", kind: "text", cell: (i) => list[i]?.[2] ?? null }],
          rows: [...list.keys()],
          ...(isWritten && { cells: list.map(([value, number]) => [value, String(number)]) }),
          format,
        });
        const { data } = Papa.parse<string[]>(file, {
          delimiter: format.separator,
          quoteChar: format.quote,
          newline: "\r\n",
        });
        expect(data).toHaveLength(list.length + 2); // header and the empty line at the end
        const marks = format.guard ? ["", "'"] : [""];
        list.forEach(([first, value, last], i) => {
          const [t, x, extra] = data[i + 1]!;
          expect(marks.map((mark) => mark + first)).toContain(t);
          expect(Number(x!.replace(",", ".")) + 0).toBe(value + 0);
          expect(marks.map((mark) => mark + last)).toContain(extra);
        });
      }),
      randomRuns(),
    );
  });
});
