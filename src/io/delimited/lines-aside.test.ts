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

  it("are none, where they lack what every row has", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `v${i},2024-01-01,${i},${i / 4}`);
    const found = await read(lines("what,when,x,y", "Total,,9,7", ...rows));
    expect(found).toMatchObject({ rows: 20, kinds: ["category", "time", "number", "number"] });
    expect(found.aside).toMatchObject([{ code: "read.aside-total", values: { count: 1, line: 2 } }]);
  });

  it("are none, where stars mark them as lists of SAP do", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${1900 + i * 7}|2024-01-01|${i}`);
    const found = await read(lines("no|when|x", ...rows.slice(0, 9), "*||36", ...rows.slice(9), "**||190"));
    expect(found.rows).toBe(20);
    expect(found.aside.map(({ code }) => code)).toEqual(["read.aside-total", "read.aside-foot"]);
  });

  it("are none, where their word stands beside an empty cell that leads", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `\t\t${1900 + i * 7}\t2024-01-01\tMat ${i % 3}\t${i}`);
    const sum = "*\t\t\t\t\t45";
    const text = lines("\t\tno\twhen\twhat\tx", ...rows.slice(0, 9), sum, ...rows.slice(9), sum, `*${sum}`);
    const found = await read(text);
    expect(found.rows).toBe(20);
    const items = Array.from({ length: 20 }, (_, i) => `2024-01-${10 + i},Item ${i % 4},${i}`);
    expect((await read(lines("when,what,x", ...items, ",Sum,190", ",Average,9.5"))).rows).toBe(20);
  });

  it("are rows where words stand", async () => {
    const found = await read(
      lines("what,x,y", "Grand total,9,7", ...costs.map((row, i) => `item ${i}${row.slice(10)}`)),
    );
    expect(found).toMatchObject({ rows: 21, aside: [] });
  });
});

describe("drawn lines", () => {
  const rows = Array.from({ length: 20 }, (_, i) => `| ${1900 + i * 7} | 2024-01-01 | ${i} |`);
  const rule = "-".repeat(26);
  it("among the rows are none, nor is what stands with the names of a new page", async () => {
    const names = "| no   | when       | x  |";
    const page = [rule, names, rule];
    const text = lines(...page, ...rows.slice(0, 12), rule, "01.02.2024   page 2", ...page, ...rows.slice(12), rule);
    const found = await read(text);
    expect(found.rows).toBe(20);
    expect(found.aside.map(({ code }) => code)).toEqual([
      "read.aside-above",
      "read.aside-rule",
      "read.aside-page-title",
      "read.aside-repeated-header",
      "read.aside-foot",
    ]);
  });

  it("below the rows show that the short lines behind them are none", async () => {
    const rowsOf5 = Array.from({ length: 20 }, (_, i) => `v${i},2024-01-01,${i},${i / 4},x`);
    const found = await read(lines("what,when,x,y,z", ...rowsOf5, rule, "20 rows", "in: 3,17 out", "made at 10:00"));
    expect(found.rows).toBe(20);
    expect(found.aside).toMatchObject([{ code: "read.aside-foot", values: { count: 4, line: 22 } }]);
  });

  it("of three dashes in every column are rows without values", async () => {
    const found = await read(lines("a,b,c", ...measured(20), "---,---,---", ...measured(20)));
    expect(found.rows).toBe(41);
  });
});

describe("another table below an empty line", () => {
  const rows = Array.from({ length: 20 }, (_, i) => `/p/${i},${i * 9},2:1${i % 10},${i / 4}%`);
  it("is known by names of another number, with a row of as many cells, and takes the sum above it along", async () => {
    const other = ["", "Day,Views", "2024-01-01,12", "2024-01-02,15"];
    const found = await read(lines("Page,Views,Avg. time,Rate", ...rows, ",1710,2:14,2.4%", ...other));
    expect(found).toMatchObject({ rows: 20, kinds: ["category", "number", "number", "number"] });
    expect(found.aside).toMatchObject([
      { code: "read.aside-total", values: { count: 1, line: 22 } },
      { code: "read.aside-other-table", values: { count: 3, line: 24 } },
    ]);
  });

  it("is none where the rows go on", async () => {
    const found = await read(lines("Page,Views,Avg. time,Rate", ...rows, "", "paused, by hand", ...rows));
    expect(found.rows).toBeGreaterThanOrEqual(40);
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
    ["a fact of another kind below an empty line", ["", "Overdraft limit,2024-05-01"]],
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
