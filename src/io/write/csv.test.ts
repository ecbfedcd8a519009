import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { CsvFormat } from "../../core/data/csv-format";
import { randomRuns } from "../../testing/random-runs";
import { category, numbers, text, times } from "../../testing/small-tables";
import { csvChunks, type CsvTable } from "./csv";
import { numberCell, textCell, timeCell } from "./csv-cell";

const plain: CsvFormat = { separator: ",", decimal: ".", bom: false };
const german: CsvFormat = { separator: ";", decimal: ",", bom: true };
const write = (table: Partial<CsvTable>) =>
  [...csvChunks({ columns: [], rows: Uint32Array.of(), extra: [], format: plain, ...table })]
    .map(({ text }) => text)
    .join("");

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
    ["-1,5e-7", `"-1,5e-7"`],
    ["-", "'-"],
    ["a=1", "a=1"],
    ["a,b", `"a,b"`],
    ["a;b", `"a;b"`],
    ['say "x"', `"say ""x"""`],
    ["two\nlines", `"two\nlines"`],
    [" padded ", `" padded "`],
    ["<img onerror>", "<img onerror>"],
    ["", ""],
  ])("text %j", (value, expected) => expect(textCell(value)).toBe(expected));

  it.each<[number, CsvFormat, string]>([
    [0.1 + 0.2, plain, "0.30000000000000004"],
    [-3.2, german, "-3,2"],
    [-3.2, { ...german, separator: "," }, `"-3,2"`],
    [1e-7, german, "1e-7"],
    [1e308, plain, "1e+308"],
    [-Infinity, plain, "-Infinity"],
    [NaN, plain, ""],
  ])("number %d", (value, format, expected) => expect(numberCell(value, format)).toBe(expected));

  it.each([
    [Date.UTC(2024, 1, 29, 3, 12), false, "2024-02-29T03:12:00Z"],
    [Date.UTC(2024, 1, 29, 3, 12, 0, 5), false, "2024-02-29T03:12:00.005Z"],
    [Date.UTC(2024, 1, 29), true, "2024-02-29"],
    [1e300, false, "1e+300"],
    [NaN, true, ""],
  ])("time %d", (value, day, expected) => expect(timeCell(value, day)).toBe(expected));
});

describe("csvChunks", () => {
  const columns = [
    numbers("amount", 1.5, NaN, 3),
    category("country", [1, -1, 0], ["KP", "=DE"]),
    times("day", 0, NaN, 86_400_000),
    text("note, short", "", 'a "b"', "c"),
  ];
  const extra = [
    { name: "score", cell: (row: number) => row + 0.5 },
    { name: "reasons", cell: (row: number) => (row === 0 ? "amount (high); country (rare)" : null) },
  ];

  it("writes the chosen rows in their order, header first", () => {
    expect(write({ columns, extra, rows: Uint32Array.of(2, 0) })).toBe(
      'amount,country,day,"note, short",score,reasons\r\n' +
        "3,KP,1970-01-02,c,2.5,\r\n" +
        `1.5,'=DE,1970-01-01,,0.5,"amount (high); country (rare)"\r\n`,
    );
  });

  it("writes for other spreadsheets", () => {
    expect(write({ columns: columns.slice(0, 2), extra, rows: Uint32Array.of(1), format: german })).toBe(
      "\uFEFFamount;country;score;reasons\r\n;;1,5;\r\n",
    );
  });

  it("writes a header alone, quotes ID at the very start, and never an empty line", () => {
    expect(write({ columns })).toBe('amount,country,day,"note, short"\r\n');
    expect(write({ columns: [numbers("ID", 1, NaN)], rows: Uint32Array.of(0, 1) })).toBe('"ID"\r\n1\r\n""\r\n');
    expect(write({ columns: [numbers("=cmd", 1)] })).toBe("'=cmd\r\n");
  });

  it("cuts large tables into chunks that say how far they are", () => {
    const count = 60_000;
    const rows = Uint32Array.from({ length: count }, (_, i) => i);
    const chunks = [
      ...csvChunks({
        columns: [numbers("x", ...rows)],
        rows,
        extra: [{ name: "score", cell: (row) => row / 7 }],
        format: plain,
      }),
    ];
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.every(({ text }) => text.length < 300_000 && text.endsWith("\r\n"))).toBe(true);
    expect(chunks.every(({ rows }, i) => rows > (chunks[i - 1]?.rows ?? 0))).toBe(true);
    expect(chunks.at(-1)?.rows).toBe(count);
    expect(
      chunks
        .map(({ text }) => text)
        .join("")
        .split("\r\n"),
    ).toHaveLength(count + 2);
  });

  it("reads back as what was written, but for the apostrophes", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("=1", '"', "\r\n", ";", "'", "__proto__", "-1"));
    const row = fc.tuple(cell, fc.double({ noNaN: true }), cell);
    const format = fc.record({
      separator: fc.constantFrom("," as const, ";" as const, "\t" as const),
      decimal: fc.constantFrom("." as const, "," as const),
      bom: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), format, (list, format) => {
        const file = write({
          columns: [text("t", ...list.map(([value]) => value)), numbers("x", ...list.map(([, value]) => value))],
          extra: [{ name: "__proto__", cell: (i) => list[i]?.[2] ?? null }],
          rows: Uint32Array.from(list.keys()),
          format,
        });
        const { data } = Papa.parse<string[]>(file, { delimiter: format.separator, newline: "\r\n" });
        expect(data).toHaveLength(list.length + 2); // header and the empty line at the end
        list.forEach(([first, value, last], i) => {
          const [t, x, extra] = data[i + 1]!;
          expect(["", "'"].map((mark) => mark + first)).toContain(t);
          expect(Number(x!.replace(",", ".")) + 0).toBe(value + 0);
          expect(["", "'"].map((mark) => mark + last)).toContain(extra);
        });
      }),
      randomRuns(),
    );
  });
});
