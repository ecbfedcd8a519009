import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Dialect, DialectField } from "../../core/data/dialect";
import { encodedAs } from "../../testing/encoded-as";
import { inspectTable } from "./inspect-table";

type Told = Awaited<ReturnType<typeof inspectTable>>;
type Content = string | Uint8Array<ArrayBuffer>;

function inspect(content: Content, fixed?: Partial<Dialect>, budget?: number): Promise<Told> {
  return inspectTable({ name: "table.csv", blob: new Blob([content]) }, fixed, budget);
}

function guessOf(told: Told, field: DialectField) {
  return told.guesses.find((guess) => guess.field === field)!;
}

/** Rows from a template, with `i` as the row number. */
function rows(count: number, row: (i: number) => string, header = ""): string {
  return header + Array.from({ length: count }, (_, i) => row(i)).join("\n") + "\n";
}

describe("delimiter and quote", () => {
  it.each([
    [",", rows(5, (i) => `${i},2.5,x${i}`)],
    [";", rows(5, (i) => `${i};2,5;x${i}`)],
    [";", rows(5, (i) => `1,${i};2,5`)],
    [";", "a;b\n1,5;2,7\n"],
    ["\t", rows(5, (i) => `${i}\tSmith, John\t2.5`)],
    ["|", rows(5, (i) => `${i}|2024-03-04 05:06:07|a, b`)],
    [" ", rows(5, (i) => `${i}.5 ${i} 3.25`)],
    [" ", rows(5, (i) => `   8.32e+00   -4.1e+01   ${i}`)],
    ["^", rows(5, (i) => `${i}^a^b`)],
    [":", rows(5, (i) => `${i}:2:3`)],
    [",", rows(5, (i) => `2024-03-04 05:06:0${i},5.3,2`)],
    [",", 'id,text\n1,"a; b; c"\n2,"d; e; f"\n3,"g"\n'],
    [";", 'id;text\n1;"a, b"\n2;"c, d"\n'],
  ])("takes %j for %j", async (delimiter, text) =>
    expect((await inspect(text)).plan.settings.delimiter).toBe(delimiter),
  );

  it.each([
    ["one column of numbers", "value\n1.5\n2.5\n"],
    ["one column of moments", rows(6, (i) => `2024-03-04 05:06:0${i}`)],
    ["one column of clock times", rows(6, (i) => `05:06:0${i}`)],
    ["one column of names", "name\nAda Lovelace\nAlan Turing\nGrace Hopper\n"],
  ])("leaves %s whole", async (_, text) => expect((await inspect(text)).columns).toHaveLength(1));

  it("offers the other marks that fit, best first, and says when it is not sure", async () => {
    const sure = guessOf(await inspect(rows(9, (i) => `${i},${i * 2},${i}.5`)), "delimiter");
    expect(sure.sure).toBe(true);
    const open = guessOf(await inspect(rows(9, (i) => `a${i};b${i}|c${i}`)), "delimiter");
    expect(open.sure).toBe(false);
    expect([open.value, open.alternatives[0]].sort()).toEqual([";", "|"]);
  });

  it("believes a first line that names the separator, and leaves it out", async () => {
    const { plan, preview } = await inspect("sep=;\r\na;b\r\n1;2\r\n");
    expect(plan.settings.delimiter).toBe(";");
    expect(preview).toMatchObject({ names: ["a", "b"], rows: [["1", "2"]] });
  });

  it("knows single quotes, and gives up quotes that close no cell", async () => {
    expect((await inspect(rows(5, (i) => `'a, ${i}','b'`))).plan.settings.quote).toBe("'");
    expect((await inspect(rows(5, (i) => `"a, ${i}","O'Neil's"`))).plan.settings.quote).toBe('"');
    const open = await inspect('id,t\n1,"a\n2,b\n3,c\n');
    expect(guessOf(open, "quote")).toMatchObject({ value: "", sure: false, why: { code: "dialect.quote.unbalanced" } });
    expect(open.preview.rows).toHaveLength(3);
  });
});

describe("header", () => {
  it.each([
    [1, true, "a,b\n1,2\n3,4\n"],
    [0, true, "1,2\n3,4\n5,6\n"],
    [1, false, "name,city\nAda,London\nAlan,Wilmslow\n"],
    [0, true, "x,north\ny,south\nx,north\n"],
    [1, true, "2019,2020,name\n1,2,x\n3,4,y\n".replace("2019,2020", "y2019,y2020")],
    [0, true, "2024-03-04,5\n2024-03-05,6\n"],
    [0, true, "1,2,3\n"],
    [1, true, "a,b,c\n1,2.5,3\n"],
  ])("of %i lines (sure: %s) for %j", async (count, sure, text) =>
    expect(guessOf(await inspect(text), "header")).toMatchObject({ value: { first: 1, count }, sure }),
  );

  it("is taken from a person", async () => {
    const { preview, guesses } = await inspect("a,b\n1,2\n", { header: { first: 1, count: 0 } });
    expect(preview.names).toEqual(["column 1", "column 2"]);
    expect(preview.rows[0]).toEqual(["a", "b"]);
    expect(guesses.find(({ field }) => field === "header")).toMatchObject({
      sure: true,
      why: { code: "dialect.chosen" },
      alternatives: [{ first: 1, count: 1 }],
    });
  });
});

describe("encoding and compression", () => {
  const text = "Straße;Größe\nMünchen;1\nKöln;2\n";
  const utf16 = (big: boolean) => {
    const bytes = new Uint8Array(2 + 2 * text.length);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, !big);
    for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), !big);
    return bytes;
  };
  it.each<[string, boolean, Content]>([
    ["utf-8", true, text],
    ["utf-8", true, `\ufeff${text}`],
    ["utf-16le", true, utf16(false)],
    ["utf-16be", true, utf16(true)],
    ["utf-16le", false, utf16(false).slice(2)],
    ["windows-1252", false, Uint8Array.from(text, (letter) => letter.charCodeAt(0))],
  ])("reads %s (sure: %s)", async (value, sure, content) => {
    const told = await inspect(content);
    expect(guessOf(told, "encoding")).toMatchObject({ value, sure });
    expect(told.preview).toMatchObject({
      names: ["Straße", "Größe"],
      rows: [
        ["München", "1"],
        ["Köln", "2"],
      ],
    });
  });

  it("knows Chinese text in GB18030 from Western letters that would decode", async () => {
    const chinese = Uint8Array.from([
      0xbb, 0xfa, 0xc6, 0xf7, 0x2c, 0xce, 0xc2, 0xb6, 0xc8, 0x0a, 0xb1, 0xb1, 0xbe, 0xa9, 0x2c, 0x37, 0x0a,
    ]);
    expect((await inspect(chinese)).preview).toMatchObject({ names: ["机器", "温度"], rows: [["北京", "7"]] });
    const western = Uint8Array.from("étudiant,âge\nRené à,1\nZoë,2\n", (letter) => letter.charCodeAt(0));
    expect((await inspect(western)).plan.settings.encoding).toBe("windows-1252");
  });

  it.each(["shift_jis", "euc-kr", "windows-1251", "koi8-r"])(
    "knows %s, and offers the next likeliest",
    async (encoding) => {
      const words = { shift_jis: "良品", "euc-kr": "서울", "windows-1251": "Москва", "koi8-r": "Москва" }[encoding]!;
      const told = await inspect(
        encodedAs(
          rows(30, (i) => `${i},${words},${i}.5`, "n,place,v\n"),
          encoding,
        ),
      );
      expect(guessOf(told, "encoding")).toMatchObject({ value: encoding, sure: true });
      expect(told.preview.rows[1]).toEqual(["1", words, "1.5"]);
      expect(guessOf(told, "encoding").alternatives).toContain("windows-1252");
    },
  );

  it("knows UTF-16 without a mark where most of it is Chinese", async () => {
    const text = rows(20, (i) => `${i},北京市上海市广州市深圳市`, "编号,城市\n");
    const wide = Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);
    const both = Uint8Array.from([...wide].flatMap((low, at) => [low, text.charCodeAt(at) >> 8]));
    expect((await inspect(both)).preview.names).toEqual(["编号", "城市"]);
  });

  it("reads UTF-8 with a broken byte as UTF-8", async () => {
    const bytes = new TextEncoder().encode(rows(20, (i) => `${i};Zürich;Köln`, "n;a;b\n"));
    bytes[bytes.lastIndexOf(0xc3)] = 0x41;
    const told = await inspect(bytes);
    expect(guessOf(told, "encoding")).toMatchObject({ value: "utf-8", sure: false });
    expect(told.preview.rows[0]).toEqual(["0", "Zürich", "Köln"]);
  });

  it("finds letters far behind the head", async () => {
    const ascii = new TextEncoder().encode(rows(40_000, (i) => `${i},abc`));
    const letters = Uint8Array.from("1,é\n2,é\n", (letter) => letter.charCodeAt(0));
    const { plan } = await inspectTable({ name: "t", blob: new Blob([ascii, letters]) });
    expect(plan.settings.encoding).toBe("windows-1252");
  });

  it("unpacks gzip, however the file is called", async () => {
    const { plan, preview, size } = await inspect(gzipSync("a,b\n1,2\n"));
    expect(plan.settings.compression).toBe("gzip");
    expect(preview.rows).toEqual([["1", "2"]]);
    expect(size.rows).toBe(1);
  });

  it("refuses an encoding that nobody knows", async () => {
    await expect(inspect("a,b\n1,2\n", { encoding: "klingon" })).rejects.toMatchObject({
      info: { code: "bad-encoding" },
    });
  });
});

describe("numbers, dates and missing words", () => {
  it.each<[string, Partial<Dialect>, boolean, string]>([
    ["decimal", { decimal: ",", thousands: "" }, true, "a;b\n1,5;x\n2,75;y\n"],
    ["decimal", { decimal: ",", thousands: "." }, true, "a;b\n1.166,58;x\n12,5;y\n"],
    ["decimal", { decimal: ".", thousands: "," }, true, 'a;b\n"1,166.58";x\n12.5;y\n'],
    ["thousands", { decimal: ".", thousands: "," }, true, "a\tb\n1,234,567\tx\n12\ty\n"],
    ["thousands", { decimal: ",", thousands: " " }, false, "a;b\n12 345,5;x\n2,5;y\n"],
    ["thousands", { decimal: ".", thousands: "'" }, true, "a;b\n12'345.5;x\n2.5;y\n"],
    ["decimal", { decimal: ",", thousands: "" }, false, "a;b\n1,234;x\n2,345;y\n"],
    ["thousands", { decimal: ".", thousands: "," }, false, "a\tb\n1,234\tx\n2,345\ty\n"],
    ["decimal", { decimal: ".", thousands: "" }, true, "a,b\n192.168.1.1,1.5\n10.0.0.1,2.5\n"],
    ["decimal", { decimal: ".", thousands: "" }, true, "a,b\n1,2\n3,4\n"],
    ["thousands", { decimal: ",", thousands: "." }, true, `a;b\n${"1.234;x\n70;y\n".repeat(6)}`],
    ["decimal", { decimal: ",", thousands: "" }, true, `a;b\n${"k.A.;x\n1,5;y\n2,5;z\n".repeat(9)}`],
    [
      "decimal",
      { decimal: ",", thousands: "" },
      true,
      `d;n;v\n${"01.02.2024;5;\n".repeat(700)}${"01.02.2024;5;7,3\n".repeat(9)}`,
    ],
  ])("%s: %j (sure: %s) for %j", async (field, style, sure, text) => {
    const told = await inspect(text);
    expect(told.plan.settings).toMatchObject(style);
    expect(guessOf(told, field as DialectField).sure).toBe(sure); // The table above names fields only.
  });

  it.each<[Dialect["dateOrder"], boolean, string]>([
    ["day-first", true, "d,v\n13/02/2024,1\n01/03/2024,2\n"],
    ["month-first", true, "d,v\n02/13/2024,1\n01/03/2024,2\n"],
    ["day-first", false, "d,v\n01/03/2024,1\n02/03/2024,1\n03/03/2024,1\n04/03/2024,2\n"],
    ["month-first", false, "d,v\n01/03/2024,1\n01/04/2024,1\n01/05/2024,2\n"],
    ["day-first", false, "d;v\n03.04.2024;1\n"],
    ["month-first", false, "d,v\n03/04/2024,1\n"],
    ["day-first", true, "d,v\n2024-03-04,1\n"],
    ["day-first", false, "d;t\n03.08.2024;06.00.00\n03.08.2024;06.45.00\n"],
  ])("%s (sure: %s) for %j", async (value, sure, text) =>
    expect(guessOf(await inspect(text), "dateOrder")).toMatchObject({ value, sure }),
  );

  it("takes words as missing where they stand for nothing", async () => {
    const { plan, columns } = await inspect("a,b,c\n1,-,none\nunknown,3,red\n2,?,none\n4,5,blue\n");
    expect(plan.settings.missing).toEqual(expect.arrayContaining(["na", "null", "-", "?", "unknown"]));
    expect(plan.settings.missing).not.toContain("none");
    expect(columns.map(({ kind }) => kind)).toEqual(["number", "number", "category"]);
  });

  it("is not sure of NA among codes of two letters", async () => {
    const codes = ["NA", "DE", "FR", "IT", "ES", "PT", "US", "GB"];
    expect(
      guessOf(await inspect(rows(16, (i) => `${i},${codes[i % 8] ?? ""}`, "v,country\n")), "missing"),
    ).toMatchObject({ sure: false });
  });
});

describe("preview and size", () => {
  it("shows 20 rows and counts all of a small file", async () => {
    const { preview, size, columns } = await inspect(rows(50, (i) => `${i},t${i},x`, "n,t,c\n"));
    expect(preview.rows).toHaveLength(20);
    expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
      ["n", "number"],
      ["t", "text"],
      ["c", "category"],
    ]);
    expect(size).toMatchObject({ rows: 50, columns: 3, rowsThatFit: 50 });
  });

  it("projects the rows of a large file within 2 %", async () => {
    const text = rows(60_000, (i) => `${i % 1000},abcdef,${(i * 7919) % 1000}`, "a,b,c\n");
    for (const content of [text, new Uint8Array(gzipSync(text))]) {
      const { size } = await inspect(content);
      expect(Math.abs(size.rows - 60_000)).toBeLessThan(1200);
    }
  });

  it("offers as many rows as fit a small budget", async () => {
    const { size } = await inspect(
      rows(1000, (i) => `${i},${i}`, "a,b\n"),
      {},
      10_000,
    );
    expect(size.memory).toBeGreaterThan(size.budget);
    expect(size.rowsThatFit).toBeLessThan(1000);
    expect((size.memory / size.rows) * size.rowsThatFit).toBeLessThan(size.budget);
  });

  it("lays out a header that lacks the name of the row names", async () => {
    const { preview } = await inspect("a,b\nr1,1,2\nr2,3,4\nr3,5,6\n", { header: { first: 1, count: 1 } });
    expect(preview.names).toEqual(["column 1", "a", "b"]);
  });

  it("leaves out cells that only a trailing mark makes", async () => {
    expect((await inspect("a,b\n1,2,\n3,4,\n")).preview.names).toEqual(["a", "b"]);
    expect((await inspect("a,b,\n1,2\n3,4\n")).preview.names).toEqual(["a", "b"]);
  });
});
