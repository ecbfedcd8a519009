import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { CellTable } from "./cell-table";
import { cellSplitter, newlineOf } from "./split-cells";

function rowsOf(table: CellTable): string[][] {
  return Array.from({ length: table.rows }, (_, row) => table.row(row));
}

function split(text: string, delimiter = ",", quote = '"'): string[][] {
  const table = new CellTable();
  cellSplitter({ delimiter, quote, escape: "" }, newlineOf(text))(text, true, table);
  return rowsOf(table);
}

describe("cellSplitter", () => {
  it.each<[string, string[][]]>([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\r1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,,\n,",
      [
        ["a", "", ""],
        ["", ""],
      ],
    ],
    ["a\n\nb", [["a"], [""], ["b"]]],
    [
      '"a,1",b\r\n"x ""y"" z","line\nbreak"\r\n',
      [
        ["a,1", "b"],
        ['x "y" z', "line\nbreak"],
      ],
    ],
    ['5" pipe,2', [['5" pipe', "2"]]],
  ])("splits %j", (text, rows) => expect(split(text)).toEqual(rows));

  it("cuts at marks of any length, and takes quotes as text when told", () => {
    expect(split("a||b\n1||2", "||")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(split('"a,b"\n1,2', ",", "")).toEqual([
      ['"a', 'b"'],
      ["1", "2"],
    ]);
    expect(split("'a,b',c", ",", "'")).toEqual([["a,b", "c"]]);
  });

  it("takes blanks that stand together as one", () => {
    expect(split("  1   2.5 x\n10 3  y  \n", " ")).toEqual([
      ["1", "2.5", "x"],
      ["10", "3", "y"],
    ]);
    expect(split('1  "a b"  2\n', " ")).toEqual([["1", "a b", "2"]]);
  });

  it("reads a quote that fits nowhere as a character, and loses no line to it", () => {
    expect(split('a\t"AGENT" is a tool\nb\tplain\nc\t"quoted"\n', "\t")).toEqual([
      ["a", '"AGENT" is a tool'],
      ["b", "plain"],
      ["c", "quoted"],
    ]);
    expect(split('1,"open\n2,x\n3,"y"\n')).toEqual([
      ["1", '"open'],
      ["2", "x"],
      ["3", "y"],
    ]);
    expect(split('1,"said "hi" to me\nand left",5\n2,x,6\n')).toEqual([
      ["1", 'said "hi" to me\nand left', "5"],
      ["2", "x", "6"],
    ]);
  });

  it("reads text full of such quotes line by line", () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [String(i), `"W" ${i}`]);
    expect(split(rows.map((row) => row.join(",")).join("\n") + '\n9,"x"\n')).toHaveLength(3001);
  });

  it("keeps the unfinished row for later and says where it begins", () => {
    const table = new CellTable();
    for (const text of ["a,b\n1,2\n3,", 'a,b\n"1",2\n3,', 'a,b\n1,2\n"3\n']) {
      const { cursor } = cellSplitter({ delimiter: ",", quote: `"`, escape: "" }, "\n")(text, false, table);
      expect(rowsOf(table)).toEqual([
        ["a", "b"],
        ["1", "2"],
      ]);
      expect(text.slice(cursor)).toBe(text.slice(text.indexOf("3") - (text.includes('"3') ? 1 : 0)));
    }
  });

  it("gives the same rows however the text is cut into pieces", () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[a-z0-9 .]{0,4}$/),
      fc.stringMatching(/^[a-z0-9", \n\r]{0,5}$/).map((text) => `"${text.replaceAll('"', '""')}"`),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    const newline = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(rows, newline, fc.array(fc.nat(60), { maxLength: 6 }), (table, end, cuts) => {
        const text = table.map((row) => row.join(",")).join(end);
        const splitter = cellSplitter({ delimiter: ",", quote: `"`, escape: "" }, "\n");
        const cells = new CellTable();
        splitter(text, true, cells);
        const whole = rowsOf(cells);

        const pieces: string[][] = [];
        let tail = "";
        let from = 0;
        for (const to of [...new Set(cuts)].sort((a, b) => a - b)) {
          const part = tail + text.slice(from, to);
          tail = part.slice(splitter(part, false, cells).cursor);
          pieces.push(...rowsOf(cells));
          from = Math.max(from, to);
        }
        tail += text.slice(from);
        splitter(tail, true, cells);
        pieces.push(...rowsOf(cells));
        expect(pieces).toEqual(whole);
      }),
      randomRuns(),
    );
  });

  it.each([',"""', ',"', '1,"x\n', '"x\n', ' "x', '\\"', '1," "x","2\n3,4" ,5\n', '"a""'])(
    "takes time in proportion to a text full of %j",
    (part) => {
      for (const delimiter of [",", " "])
        for (const escape of ["", "\\"] as const) {
          const table = new CellTable();
          const text = part.repeat(200_000);
          cellSplitter({ delimiter, quote: '"', escape }, "\n")(text, true, table);
          expect(table.ends[table.firsts[table.rows]! - 1]).toBeGreaterThan(0);
        }
    },
  );
});
