import { describe, expect, it } from "vitest";
import type { Dialect } from "../../core/data/dialect";
import { inspectTable } from "./inspect-table";
import { readTable } from "./read-table";

const quiet = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

/** Opens a text as the app does, and gives its cells as words and numbers. */
async function open(text: string, fixed: Partial<Dialect> = {}) {
  const source = { name: "table.csv", blob: new Blob([text]) };
  const { plan } = await inspectTable(source, fixed);
  const { dataset, report } = await readTable(source, plan, quiet);
  const columns = dataset.columns.map((column) =>
    column.kind === "category"
      ? Array.from(column.codes, (code) => column.levels[code] ?? null)
      : Array.from<unknown>(column.values),
  );
  const rows = Array.from({ length: dataset.rowCount }, (_, row) => columns.map((column) => column[row]));
  const kinds = dataset.columns.map(({ kind }) => kind);
  return { settings: plan.settings, names: dataset.columns.map(({ name }) => name), kinds, rows, report };
}

/** A header and rows from a template, of which some are replaced. */
function lines(count: number, row: (i: number) => string, instead: Readonly<Record<number, string>> = {}): string {
  return `${Array.from({ length: count }, (_, i) => instead[i] ?? row(i)).join("\n")}\n`;
}

describe("stray quotes", () => {
  it("in a file without quoted cells swallow no row: inches, nicknames, seconds of arc", async () => {
    const names = ['"Lefty', '3/8" bolt', '"Big" Al', "plain", 'drill 10"', "12' 30\""];
    const { rows, kinds, settings, report } = await open(
      `code;item;count;weight\n${lines(90, (i) => `${100 + i};${names[i % 6]};${i % 9};${i % 7}.5`)}`,
    );
    expect(rows).toHaveLength(90);
    expect(kinds).toEqual(["number", "category", "number", "number"]);
    expect(settings.quote).toBe("");
    expect(rows[2]).toEqual([102, '"Big" Al', 2, 2.5]);
    expect(report.shortRows.count + report.longRows.count).toBe(0);
  });

  it("among quoted cells take no neighbour in, wherever they stand", async () => {
    const good = (i: number) => `${i},"rug, ${i}",${i}.5,x`;
    for (const [bad, cell] of [
      ['7,"rug, 7","7.5,x', ["rug, 7", '"7.5']],
      ['"7,"rug, 7",7.5,x', ["rug, 7", "7.5"]],
      ['7,"rug 7,7.5,x', ['"rug 7', "7.5"]],
      ['7,rug 7",7.5,x', ['rug 7"', "7.5"]],
      ['7,"rug, 7"",7.5,x', ['rug, 7"', "7.5"]],
    ] as const) {
      const { rows, report } = await open(`id,name,size,kind\n${lines(30, good, { 7: bad })}`, {
        header: { first: 1, count: 1 },
      });
      expect(rows).toHaveLength(30);
      expect(rows[7]!.slice(1, 3).map(String)).toEqual(cell[1].startsWith('"') ? [cell[0], "NaN"] : [...cell]);
      expect(rows[8]!.slice(1)).toEqual(["rug, 8", 8.5, "x"]);
      expect(report.shortRows.count + report.longRows.count).toBe(0);
    }
  });

  it("at the end of a line, and in the header, leave the lines behind alone", async () => {
    const text = (header: string) => `${header}\n${lines(20, (i) => `${i},"a, b",${i * 2},`, { 4: '4,"a, b",8,"' })}`;
    for (const header of ["id,words,twice,note", 'id,"words,twice,note', 'id,words,twice,note"']) {
      const { rows, names } = await open(text(header));
      expect(rows).toHaveLength(20);
      expect(names.map((name) => name.replace('"', ""))).toEqual(["id", "words", "twice", "note"]);
    }
  });

  it("that happen to close many lines on are told from a cell of many lines by the rows between", async () => {
    const stray = await open(
      `n,t,v\n${lines(40, (i) => `${i},"word, ${i}",${i}.5`, { 10: '10,"long,10.5', 20: '20,long",20.5' })}`,
    );
    expect(stray.rows).toHaveLength(40);
    expect(stray.rows[15]).toEqual([15, "word, 15", 15.5]);
    expect(stray.report.notes).toEqual([{ code: "read.odd-quotes", values: { count: 1, line: 12 } }]);

    const letter = "Dear all,\nhere is, as promised,\nthe list\nof things, big and small, and so on";
    const meant = await open(`n,t,v\n${lines(40, (i) => `${i},"word, ${i}",${i}.5`, { 10: `10,"${letter}",10.5` })}`);
    expect(meant.rows).toHaveLength(40);
    expect(meant.rows[10]).toEqual([10, letter, 10.5]);
    expect(meant.report.notes).toEqual([]);
  });

  it("in a header with one separator less take no row in", async () => {
    const { rows } = await open(`n,t,"u"v\n${lines(20, (i) => `${i},x,"word, ${i}",${i}.5`)}`);
    expect(rows).toHaveLength(20);
  });

  it("a cell of very many lines is told", async () => {
    const { rows, report } = await open(
      `n,t\n${lines(30, (i) => `${i},"word ${i}"`, { 10: `10,"${"line of verse\n".repeat(50)}"` })}`,
    );
    expect(rows).toHaveLength(30);
    expect(report.notes).toEqual([{ code: "read.long-cells", values: { count: 1, line: 12, breaks: 10 } }]);
  });

  it("in every line take time in proportion to the text", async () => {
    const { rows } = await open(`n,t,v\n${lines(60_000, (i) => `${i},"rug ${i},${i}.5`)}0,"x",1\n`, { quote: '"' });
    expect(rows).toHaveLength(60_001);
  });
});

describe("quotes inside of quoted cells", () => {
  const note = (mark: string) =>
    `"id","note","likes"\n${lines(30, (i) => `"${i}","said ${mark}"go, now${mark}" to ${i}","${i * 2}"`)}`;

  it.each([
    ["", '"'],
    ["\\", "\\"],
    ["\0", "\0"],
  ])("are known by what stands before them: %j", async (escape, mark) => {
    const { rows, kinds, settings, report } = await open(note(mark));
    expect(settings.escape).toBe(escape);
    expect(kinds).toEqual(["number", "text", "number"]);
    expect(rows[3]).toEqual([3, 'said "go, now" to 3', 6]);
    expect(report.notes).toEqual([]);
  });

  it("a backslash that is escaped itself ends no escape", async () => {
    const { rows } = await open(`id,path\n${lines(20, (i) => `${i},"the \\"disk, C:\\\\"`)}`);
    expect(rows[1]).toEqual([1, 'the "disk, C:\\']);
  });

  it("a path that ends with a backslash is no escape", async () => {
    const { rows, settings } = await open(`id,path,n\n${lines(20, (i) => `${i},"C:\\dir, ${i}\\",${i}`)}`);
    expect(settings.escape).toBe("");
    expect(rows[4]).toEqual([4, "C:\\dir, 4\\", 4]);
  });

  it("are read as a person chose", async () => {
    const { rows } = await open('a,b\n1,"x\\"y"\n2,"z"\n', { escape: "\\" });
    expect(rows).toEqual([
      [1, 'x"y'],
      [2, "z"],
    ]);
  });
});

it("knows quoted cells with blanks around, and single quotes with apostrophes inside", async () => {
  const spaced = await open(`a, b, c\n${lines(20, (i) => `${i}, "x, ${i}" , ${i}.5`)}`);
  expect(spaced.names).toEqual(["a", "b", "c"]);
  expect(spaced.rows[3]).toEqual([3, "x, 3", 3.5]);
  const single = await open(`n,t,v\n${lines(30, (i) => `${i},'it won't, ${i}${", no".repeat(i % 3)}',${i}.5`)}`);
  expect(single.settings.quote).toBe("'");
  expect(single.rows[5]).toEqual([5, "it won't, 5, no, no", 5.5]);
});

it("takes a blank behind every separator as a part of it, and one behind some as text", async () => {
  const always = await open(`a, b, c\n${lines(20, (i) => `${i}, "x, ${i}", ${i}.5`)}`);
  expect(always.settings.delimiter).toBe(", ");
  expect(always.rows[3]).toEqual([3, "x, 3", 3.5]);
  expect((await open(`a, b,c\n${lines(20, (i) => `${i}, x,${i}.5`)}`)).settings.delimiter).toBe(",");
});

it("leaves out what old systems put behind the end of a file", async () => {
  for (const end of ["\x1a", "\r\n\x1a", "\x1a\x1a", "\r\n\x1a\0\0\0"]) {
    const { rows, kinds } = await open(`cycle,force\r\n${lines(30, (i) => `${i},${i}.5`).trimEnd()}${end}`);
    expect(kinds).toEqual(["number", "number"]);
    expect(rows).toHaveLength(30);
    expect(rows[29]).toEqual([29, 29.5]);
  }
});

it("knows lines that end as on old Macs, with a line feed inside of a cell", async () => {
  const { rows } = await open(lines(20, (i) => `${i},"two\nlines",${i}.5`).replaceAll(/\n(?!lines)/g, "\r"));
  expect(rows).toHaveLength(20);
  expect(rows[2]).toEqual([2, "two\nlines", 2.5]);
});
