import { describe, expect, it } from "vitest";
import { cellOf } from "../../core/data/column";
import { checkReader } from "../../testing/reader-checks";
import { lookAt } from "../read/look-at";
import { readSource } from "../read/read-source";
import { readers } from "../read/readers";
import type { ReadWatch } from "../read/table-reader";
import { severalOver, type SeveralSettings } from "./several-reader";

const patient: ReadWatch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
const reader = severalOver(readers.filter(({ format }) => format !== "several"));
type File = readonly [path: string, content: BlobPart];
const sourceOf = (...files: readonly File[]) => ({
  name: "3 files",
  files: files.map(([path, content]) => ({ path, blob: new Blob([content]) })),
});

/** What a person gets who drops these files: columns as text by name, and what was told. */
async function opened(files: readonly File[], fixed: Partial<SeveralSettings> = {}) {
  const source = sourceOf(...files);
  const look = await lookAt(source, fixed);
  if (look.is !== "table") throw new Error("no table");
  const { inspection, takes } = look;
  const taken = { ...source, files: takes.flatMap((at) => source.files[at] ?? []) };
  const table = await readSource(taken, inspection.plan, patient);
  if (table.as.format === "images") throw new Error("images");
  const { columns, rowCount } = table.dataset;
  const cells = Object.fromEntries(
    columns.map((column) => [column.name, Array.from({ length: rowCount }, (_, row) => cellOf(column, row))]),
  );
  expect(columns.map(({ name }) => name)).toEqual(inspection.columns.map(({ name }) => name));
  expect(table.kindWhy).toHaveLength(columns.length);
  expect(table.as.report.unreadable).toHaveLength(columns.length);
  return { inspection, table, cells, notes: table.as.report.notes, columns };
}

const lines = (from: number) =>
  Array.from(
    { length: 3000 },
    (_, i) => `{"id": ${from + i}, "word": "${"abc"[i % 3]}", "text": "${"word ".repeat(80)}"}`,
  ).join("\n");

describe("several files", () => {
  const files: readonly File[] = [
    ["a.jsonl", lines(0)],
    ["b.jsonl", lines(5000)],
  ];
  checkReader(reader, {
    table: async () => sourceOf(...files),
    changed: async () => sourceOf(["a.jsonl", lines(0)], ["b.jsonl", lines(5000).replace('"id": 7777', '"id": 7778')]),
    unreadable: {
      "no rows in any of them": { files: sourceOf(["a.csv", "a,b\n"], ["b.csv", "a,b\n"]).files, code: "header-only" },
    },
  });
});

describe("files of equal columns", () => {
  it("are one table, with the name of the file of each row", async () => {
    const { cells, notes, table, inspection } = await opened([
      ["jan.csv", "day,value,site\n2024-01-01,1.5,A\n2024-01-02,2.5,B\n"],
      ["feb.csv", "value;site;day\n3,5;C;2024-02-01\n"],
    ]);
    expect(inspection.plan).toMatchObject({ format: "several", settings: { how: "append" } });
    expect(cells).toEqual({
      day: [Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 2), Date.UTC(2024, 1, 1)],
      value: [1.5, 2.5, 3.5],
      site: ["A", "B", "C"],
      file: ["jan.csv", "jan.csv", "feb.csv"],
    });
    expect(notes).toEqual([
      { code: "several.appended", values: { count: 2, rows: 3, files: ["jan.csv (2)", "feb.csv (1)"] } },
    ]);
    expect(table.hints?.roles.get(3)?.role).toBe("ignore");
  });

  it("agree on what one of them leaves open", async () => {
    const { cells } = await opened([
      ["a.csv", "day,v\n03/04/2024,1\n05/04/2024,2\n"],
      ["b.csv", "day,v\n25/04/2024,1\n26/04/2024,2\n"],
    ]);
    expect(cells.day?.[0]).toBe(Date.UTC(2024, 3, 3));
  });

  it("have words where one of them has no numbers, and lose nothing", async () => {
    const { cells, columns, table } = await opened([
      ["a.csv", "code,v\n007,1\n012,2\n"],
      ["b.csv", "code,v\n12,1\n13,2\n"],
    ]);
    expect(columns[0]?.kind).toBe("category");
    expect(cells.code).toEqual(["007", "012", "12", "13"]);
    expect(table.kindWhy[0]).toEqual({ code: "several.mixed-kinds" });
  });

  it("are not added up where they carry other units", async () => {
    const { cells } = await opened([
      ["a.csv", "p,v\n5 kW,1\n6 kW,2\n"],
      ["b.csv", "p,v\n700 W,1\n800 W,2\n"],
    ]);
    expect(cells.p).toEqual(["5 kW", "6 kW", "700 W", "800 W"]);
  });

  it("have kinds and numbers that mean no value as a person chose them", async () => {
    const source = sourceOf(["a.csv", "a,b\n1,-9\n2,3\n"], ["b.csv", "b,a\n-9,3\n4,5\n"]);
    const { plan } = await reader.inspect(source, {});
    const { dataset } = await reader.read(source, { ...plan, kinds: { 0: "category" }, noValue: { 1: [-9] } }, patient);
    expect(dataset.columns[0]?.kind).toBe("category");
    expect(dataset.columns[1]).toMatchObject({ values: Float64Array.of(Number.NaN, 3, Number.NaN, 4) });
  });

  it("keep the others where one fails, and tell its name", async () => {
    const { cells, notes } = await opened([
      ["a.csv", "a,b\n1,2\n"],
      ["b.csv", "a,b\n"],
      ["c.csv", "a,b\n3,4\n"],
    ]);
    expect(cells.a).toEqual([1, 3]);
    expect(notes).toContainEqual({ code: "several.failed", values: { name: "b.csv", context: "header-only" } });
  });

  it("have another content under other names, and under another byte", async () => {
    const content = async (...files: readonly File[]) => (await opened(files)).table.content;
    const [a, b]: readonly File[] = [
      ["a.csv", "a,b\n1,2\n"],
      ["b.csv", "a,b\n3,4\n"],
    ];
    const known = await content(a!, b!);
    expect(await content(a!, b!)).toBe(known);
    expect(await content(a!, ["c.csv", b![1]])).not.toBe(known);
    expect(await content(a!, ["b.csv", "a,b\n3,5\n"])).not.toBe(known);
  });

  it("are counted through where some rows are a sample", async () => {
    const rows = Array.from({ length: 100 }, (_, i) => `${i},${i % 7}`).join("\n");
    const source = sourceOf(["a.csv", `a,b\n${rows}\n`], ["b.csv", `a,b\n${rows}\n`]);
    const { plan } = await reader.inspect(source, {});
    const { dataset } = await reader.read(source, { ...plan, sample: { rows: 50, of: 200, seed: 2 } }, patient);
    const [a, , file] = dataset.columns;
    dataset.sourceRows?.forEach((position, row) => {
      expect(cellOf(a!, row)).toBe(position % 100);
      expect(cellOf(file!, row)).toBe(position < 100 ? "a.csv" : "b.csv");
    });
    expect(dataset.sourceRows?.length).toBe(dataset.rowCount);
  });
});

describe("files of different columns", () => {
  const files: readonly File[] = [
    [
      "flow.csv",
      "time,flow\n2024-01-01 00:00:00,1\n2024-01-01 00:01:00,2\n2024-01-01 00:02:00,3\n2024-01-01 00:03:00,4\n",
    ],
    ["heat.csv", "time,heat\n2024-01-01 00:00:20,10\n2024-01-01 00:02:29,30\n2024-01-01 05:00:00,99\n"],
  ];

  it("are left aside and told, until somebody asks for them", async () => {
    const { cells, notes, inspection } = await opened(files);
    expect(Object.keys(cells)).toEqual(["time", "flow"]);
    expect(notes).toContainEqual({ code: "several.aside", values: { count: 1, names: ["heat.csv"] } });
    expect(inspection.guesses[0]).toMatchObject({ field: "how", sure: false, alternatives: ["by-time", "by-key"] });
  });

  it("are joined by the nearest time within a tolerance, with what is left over", async () => {
    const { cells, notes } = await opened(files, { how: "by-time" });
    expect(cells).toMatchObject({ flow: [1, 2, 3, 4], heat: [10, null, 30, null] });
    expect(notes).toEqual([
      { code: "several.joined-by-time", values: { count: 2, base: "flow.csv", seconds: 30 } },
      { code: "several.left", values: { name: "heat.csv", base: "flow.csv", count: 1, rows: ["3"] } },
      { code: "several.without", values: { name: "heat.csv", base: "flow.csv", count: 2 } },
    ]);
    const exact = await opened(files, { how: "by-time", tolerance: "exact" });
    expect(exact.cells.heat).toEqual([null, null, null, null]);
  });

  it("are joined by a key, the first row of each", async () => {
    const { cells, notes } = await opened(
      [
        ["orders.csv", "order,customer\n1,a\n2,b\n3,a\n4,z\n"],
        ["customers.csv", "customer,city\na,Ulm\nb,Bonn\na,Rome\nq,Oslo\n"],
      ],
      { how: "by-key" },
    );
    expect(cells).toEqual({ order: [1, 2, 3, 4], customer: ["a", "b", "a", "z"], city: ["Ulm", "Bonn", "Ulm", null] });
    expect(notes.map(({ code }) => code)).toEqual([
      "several.joined-by-key",
      "several.left",
      "several.without",
      "several.repeated",
    ]);
  });
});

it("makes a column of each file of time and value, as historians write them", async () => {
  const of = (value: number) => `time,value\n2024-01-01 00:00:00,${value}\n2024-01-01 00:01:00,${value + 1}\n`;
  const files: readonly File[] = [
    ["pump 1.csv", of(10)],
    ["pump 2.csv", of(20)],
  ];
  expect((await opened(files)).cells.file).toHaveLength(4);
  const { cells } = await opened(files, { how: "by-time" });
  expect(cells).toMatchObject({ "pump 1": [10, 11], "pump 2": [20, 21] });
});

it("leaves images, remarks and single tables to those who read them", async () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(40));
  const formatOf = async (...files: readonly File[]) => {
    const look = await lookAt(sourceOf(...files));
    return look.is === "table" ? look.inspection.format : look.is;
  };
  expect(await formatOf(["notes.md", "text\n"], ["a.csv", "a,b\n1,2\n"])).toBe("delimited");
  expect(await formatOf(["set/a.png", png], ["set/a.csv", "a,b\n1,2\n"], ["set/b.csv", "a,b\n1,2\n"])).toBe("images");
});
