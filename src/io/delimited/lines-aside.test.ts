import { describe, expect, it } from "vitest";
import { inspectTable } from "./inspect-table";
import { readTable } from "./read-table";

const watch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

async function read(text: string) {
  const source = { name: "t.csv", blob: new Blob([text]) };
  const { plan } = await inspectTable(source);
  const { dataset, report } = await readTable(source, plan, watch);
  return {
    rows: dataset.rowCount,
    kinds: dataset.columns.map(({ kind }) => kind),
    last: dataset.columns.map((column) => ("values" in column ? column.values.at(-1) : null)),
    aside: report.notes.filter(({ code }) => code.startsWith("read.aside-")),
    report,
  };
}

const lines = (...all: readonly string[]) => `${all.join("\n")}\n`;
const measured = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, i) => `2024-01-01 00:${String((from + i) % 60).padStart(2, "0")},${from + i},${i % 7}`,
  );
const NAMES = "when,flow,level";

describe("totals among the rows", () => {
  const costs = measured(20).map((row) => row.replace(/ .*?,/, ","));
  it("are none, where dates stand: above the rows and between them", async () => {
    const found = await read(lines("Service,EC2,S3", "Service total,900,70", ...costs, "Total,190,57", ...costs));
    expect(found).toMatchObject({ rows: 40, kinds: ["time", "number", "number"] });
    expect(found.aside).toEqual([
      { code: "read.aside-total", values: { count: 2, line: 2, text: "Service total · 900 · 70" } },
    ]);
  });

  it("are rows where words stand", async () => {
    const found = await read(
      lines("what,x,y", "Grand total,9,7", ...costs.map((row, i) => `item ${i}${row.slice(10)}`)),
    );
    expect(found).toMatchObject({ rows: 21, aside: [] });
  });
});

describe("the names again among the rows", () => {
  it("are found where they were typed again, with other blanks and capitals", async () => {
    const found = await read(
      lines("when,Flow / Rate,level", ...measured(30), "", "When,Flow/ rate,level", ...measured(5)),
    );
    expect(found).toMatchObject({ rows: 35 });
    expect(found.aside).toMatchObject([{ code: "read.aside-repeated-header", values: { count: 1, line: 33 } }]);
  });

  it("are no rows, and their lines are told", async () => {
    const found = await read(lines(NAMES, ...measured(30), NAMES, ...measured(20), NAMES, ...measured(5)));
    expect(found).toMatchObject({ rows: 55, kinds: ["time", "number", "number"] });
    expect(found.aside).toEqual([
      { code: "read.aside-repeated-header", values: { count: 2, line: 32, text: "when · flow · level" } },
    ]);
  });

  it("are found behind the first million characters, on the right line of a file with cells over two lines", async () => {
    const long = Array.from({ length: 40_000 }, (_, i) => `"note\n${i}",${i},somewhere else`);
    const found = await read(lines("note,size,place", ...long, "note,size,place", '"one\nmore",1,here'));
    expect(found.rows).toBe(40_001);
    expect(found.aside).toEqual([
      { code: "read.aside-repeated-header", values: { count: 1, line: 80_002, text: "note · size · place" } },
    ]);
  });
});

describe("what is written again with the names", () => {
  it("is the byte order mark of files that were put one behind the other", async () => {
    const part = lines(NAMES, ...measured(9));
    const found = await read(`\ufeff${part}\ufeff${part}`);
    expect(found).toMatchObject({ rows: 18, kinds: ["time", "number", "number"] });
    expect(found.aside).toMatchObject([{ code: "read.aside-repeated-header", values: { count: 1, line: 11 } }]);
  });

  it("is the title of a page, and a title that no names follow is a row", async () => {
    const pages = lines(NAMES, ...measured(9), "Page 2", NAMES, ...measured(9), "Pause", ...measured(2));
    const found = await read(pages);
    expect(found).toMatchObject({ rows: 21, report: { shortRows: { count: 1 } } });
    expect(found.aside).toContainEqual({
      code: "read.aside-page-title",
      values: { count: 1, line: 11, text: "Page 2" },
    });
  });

  it("is what a logger writes above and below them", async () => {
    const head = ['"TOA5","s","CR10"', '"TIMESTAMP","RECORD","x_Avg"', '"TS","RN","mm"', '"","","Avg"'];
    const found = await read(lines(...head, ...measured(9), ...head, ...measured(9)));
    expect(found).toMatchObject({ rows: 18, kinds: ["time", "number", "number"] });
    expect(found.aside[1]).toMatchObject({ code: "read.aside-repeated-header", values: { count: 4, line: 14 } });
  });
});

describe("comments", () => {
  it("among the rows are told", async () => {
    const found = await read(lines(NAMES, ...measured(9), "# pump stopped", ...measured(9)));
    expect(found.rows).toBe(18);
    expect(found.aside).toMatchObject([{ code: "read.aside-comment", values: { count: 1, line: 11 } }]);
  });

  it("are rows where all begin like them", async () => {
    const found = await read(lines("tag,size", ...Array.from({ length: 9 }, (_, i) => `#${i},${i}`)));
    expect(found).toMatchObject({ rows: 9, aside: [] });
  });
});

describe("the foot", () => {
  it("is a last row of sums without any of the words that all others have", async () => {
    const items = Array.from({ length: 12 }, (_, i) => `thing ${i},${i},2.5`);
    const found = await read(lines("item,qty,price", ...items, ",66,30"));
    expect(found.rows).toBe(12);
    expect(found.aside).toMatchObject([{ code: "read.aside-foot", values: { count: 1, line: 14 } }]);
    expect(await read(lines("item,qty,price", ...items, "thing 12,,30"))).toMatchObject({ rows: 13, aside: [] });
    const gaps = Array.from({ length: 12 }, (_, i) => `${i % 3 ? "" : "a"},${i},2.5`);
    expect(await read(lines("remark,qty,price", ...gaps, ",66,30"))).toMatchObject({ rows: 13, aside: [] });
  });

  it("is a line that is drawn above a remark", async () => {
    const found = await read(lines(NAMES, ...measured(12), "--------------", "12 records in all"));
    expect(found).toMatchObject({ rows: 12 });
    expect(found.aside).toMatchObject([{ code: "read.aside-foot", values: { count: 2, line: 14 } }]);
  });

  it.each([
    ["a total", ["Total,435,12"]],
    ["a total after an empty line", ["", "Grand total,435,"]],
    ["an empty row and a remark", [",,", "Values are provisional and may change.,,"]],
    ["summaries where times stand", ["Mean,14.5,3", "Max,29,6", "Min,0,0"]],
    ["a remark of one cell", ["End of data"]],
  ])("%s is no row", async (_, foot) => {
    const found = await read(lines(NAMES, ...measured(30), ...foot));
    expect(found).toMatchObject({ rows: 30, kinds: ["time", "number", "number"] });
    expect(found.last[1]).toBe(29);
    expect(found.report.unreadable.map(({ count }) => count)).toEqual([0, 0, 0]);
    const said = foot.filter((line) => line.replaceAll(",", "") !== "");
    expect(found.aside).toMatchObject([
      { code: "read.aside-foot", values: { count: said.length, line: 32 + foot.length - said.length } },
    ]);
  });

  it.each([
    ["rows that lack values", [NAMES, ...measured(30), "2024-01-02 00:00,,", "2024-01-02 00:01,,5"], 32],
    ["a person called Max", ["name,points", "Ada,5", "Eve,6", "Bob,3", "Joe,8", "Max,7"], 5],
    ["totals that other rows are, too", ["part,sum", "a,1", "Total,1", "b,2", "Total,2", "c,3", "Total,3"], 6],
    ["a file of one column", ["words", "one", "two", "total"], 3],
    ["sections that stand alone", ["item,cost", "Fruit,", "apple,3", "pear,4", "Fish,", "cod,9", "eel,8"], 6],
  ])("stays a row: %s", async (_, text, rows) => expect(await read(lines(...text))).toMatchObject({ rows, aside: [] }));

  it("is found at the end of a long file", async () => {
    const found = await read(lines(NAMES, ...measured(70_000), "Total,2449965000,209"));
    expect(found).toMatchObject({ rows: 70_000, kinds: ["time", "number", "number"] });
    expect(found.aside).toMatchObject([{ code: "read.aside-foot", values: { count: 1, line: 70_002 } }]);
  });
});

describe("another table in the file", () => {
  it("below an empty line and a title is told, not read", async () => {
    const found = await read(
      lines(NAMES, ...measured(30), "", "Alarms", "when,code,who", "soon,E5,Ada", "late,E6,Bob"),
    );
    expect(found.rows).toBe(30);
    expect(found.aside).toEqual([{ code: "read.aside-other-table", values: { count: 4, line: 33, text: "Alarms" } }]);
  });

  it("with a column more under mostly the same names is told, not read", async () => {
    const found = await read(lines(NAMES, ...measured(30), `${NAMES},more`, ...measured(10).map((row) => `${row},9`)));
    expect(found.rows).toBe(30);
    expect(found.aside).toMatchObject([{ code: "read.aside-other-table", values: { count: 11, line: 32 } }]);
  });

  it("is none where empty lines only part the rows", async () => {
    const found = await read(lines(NAMES, ...measured(10), "", "Second day", "", ...measured(10)));
    expect(found).toMatchObject({ rows: 21, aside: [] });
  });
});

it("tells what stands above the table", async () => {
  const { aside } = await read(lines("Pump log", "Station: North", "", NAMES, ...measured(9)));
  expect(aside).toEqual([{ code: "read.aside-above", values: { count: 2, text: "Pump log" } }]);
});
