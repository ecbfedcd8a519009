import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { cellOf } from "../../core/data/column";
import { contentHashOf } from "../../core/data/content-hash";
import type { DelimitedPlan, Dialect } from "../../core/data/dialect";
import type { ReadReport } from "../../core/data/read-report";
import { ALWAYS_MISSING } from "../../core/data/missing-words";
import { Cancelled } from "../../core/detect/context";
import type { ReadTableOf, ReadWatch } from "../read/table-reader";
import { readTable } from "./read-table";

type ReadResult = ReadTableOf<ReadReport>;

const PLAIN: Dialect = {
  compression: "none",
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  escape: "",
  header: { first: 1, count: 1 },
  decimal: ".",
  thousands: "",
  missing: ALWAYS_MISSING,
  missingIn: "values",
  dateOrder: "day-first",
};
const quiet = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

function read(
  content: string | Uint8Array<ArrayBuffer>,
  dialect: Partial<Dialect> = {},
  plan: Partial<DelimitedPlan> = {},
): Promise<ReadResult> {
  const source = { name: "table.csv", blob: new Blob([content]) };
  return readTable(
    source,
    { format: "delimited", settings: { ...PLAIN, ...dialect }, kinds: {}, sample: null, ...plan },
    quiet,
  );
}

function lines(count: number, line: (i: number) => string, header: string): string {
  return [header, ...Array.from({ length: count }, (_, i) => line(i))].join("\n");
}

function cellsOf({ dataset }: ReadResult, column: number) {
  const found = dataset.columns[column]!;
  return Array.from({ length: dataset.rowCount }, (_, row) => cellOf(found, row));
}

function kindsOf({ dataset }: ReadResult) {
  return dataset.columns.map(({ kind }) => kind);
}

describe("cells", () => {
  it("become numbers, times, categories and text, missing where they say so", async () => {
    const text = 'n,t,c\n1.5,2024-03-04,red\nNA,,"NULL"\n-inf,2024-03-05T06:00Z, blue \n 7 ,04.03.2024,red\n';
    const result = await read(text);
    expect(kindsOf(result)).toEqual(["number", "time", "category"]);
    expect(cellsOf(result, 0)).toEqual([1.5, null, -Infinity, 7]);
    expect(cellsOf(result, 1)).toEqual([Date.UTC(2024, 2, 4), null, Date.UTC(2024, 2, 5, 6), Date.UTC(2024, 2, 4)]);
    expect(cellsOf(result, 2)).toEqual(["red", null, "blue", "red"]);
    expect(result.dataset.sourceRows).toBeNull();
  });

  it("are read in every dialect", async () => {
    const result = await read("Zeit;Wert\n03.04.2024;1.234,5\n04.04.2024;-\n", {
      delimiter: ";",
      decimal: ",",
      thousands: ".",
      missing: ["-"],
    });
    expect(cellsOf(result, 0)).toEqual([Date.UTC(2024, 3, 3), Date.UTC(2024, 3, 4)]);
    expect(cellsOf(result, 1)).toEqual([1234.5, null]);
  });

  it("keep what only looks like a number", async () => {
    const result = await read("zip,card,call\n007,4929123412341234,+4930123456\n012,5500123412341234,+4930123457\n");
    expect(kindsOf(result)).toEqual(["category", "category", "category"]);
    expect(cellsOf(result, 0)).toEqual(["007", "012"]);
  });

  it("lose percent and currency signs that the whole column has", async () => {
    const result = await read('a,b\n5%,"$1,200"\n-7.5 %,$-3\n', { thousands: "," });
    expect([cellsOf(result, 0), cellsOf(result, 1)]).toEqual([
      [5, -7.5],
      [1200, -3],
    ]);
    expect(result.kindWhy[0]).toEqual({ code: "kind.numbers-with-sign", values: { sign: "%", read: 2, of: 2 } });
  });

  it("are missing where a number stands for nothing", async () => {
    expect(cellsOf(await read("a\n-999\n5\n-999.0\n", { missing: ["-999"] }), 0)).toEqual([null, 5, null]);
  });

  it("that are limits give the limit and are told", async () => {
    const result = await read("nitrate\n<0.05\n2.29\n>48\n");
    expect(cellsOf(result, 0)).toEqual([0.05, 2.29, 48]);
    expect(result.report.notes).toEqual([
      { code: "read.limits", values: { column: "nitrate", count: 2, example: "<0.05" } },
    ]);
  });

  it("that are words among quantities are missing and counted", async () => {
    const result = await read(lines(100, (i) => (i % 5 === 0 ? "unavailable" : `${i}.5`), "state"));
    expect(kindsOf(result)).toEqual(["number"]);
    expect(result.report.unreadable).toEqual([{ count: 20, examples: ["unavailable"] }]);
  });

  it("that no calendar reaches are missing and counted", async () => {
    const result = await read(lines(100, (i) => (i === 50 ? "9e15" : String(1_709_528_400_000 + i)), "time"));
    expect(kindsOf(result)).toEqual(["time"]);
    expect(cellsOf(result, 0)[50]).toBeNull();
    expect(result.report.unreadable[0]?.count).toBe(1);
  });

  it.each([
    ["one zone, and are those of its clocks", (i: number) => `2024-04-01T0${i}:00:00+02:00`, 120, 0],
    ["UTC", (i: number) => `2024-04-01T0${i}:00:00Z`, 0, 0],
    ["no zone, and are as written", (i: number) => `2024-04-01 0${i}:00:00`, "none", 0],
    ["several zones, and are in UTC", (i: number) => `2024-04-01T0${i}:00:00+0${i % 2}:00`, "several", -1],
    [
      "a zone here and there, and are in UTC",
      (i: number) => `2024-04-01T0${i}:00:00${i % 2 ? "+01:00" : ""}`,
      "several",
      -1,
    ],
    ["a zone by its name", (i: number) => `2024-04-01 0${i}:00:00 CEST`, 120, 0],
    ["seconds since 1970, which are in UTC", (i: number) => String(Date.UTC(2024, 3, 1, i) / 1000), 0, 0],
  ])("of times tell %s", async (_, cell, zone, shift) => {
    const [column] = (await read(lines(9, cell, "time"))).dataset.columns;
    const expected = Array.from({ length: 9 }, (_, i) => Date.UTC(2024, 3, 1, i + (i % 2 ? shift : 0)));
    expect(column).toMatchObject({ kind: "time", zone });
    expect(column?.kind === "time" ? [...column.values] : []).toEqual(expected);
  });

  it("keep the zeros of one code among 10,000 whole numbers", async () => {
    const result = await read(lines(10_000, (i) => (i === 9000 ? "00123" : String(10_000 + (i % 1000))), "part"));
    expect(cellsOf(result, 0)[9000]).toBe("00123");
    expect(result.kindWhy[0]?.code).toBe("kind.demoted-codes");
  });

  it("tell by a later date which part is the day, and all are read so", async () => {
    const day = (i: number) => (i < 9000 ? "03/04/2024" : "03/25/2024");
    const result = await read(lines(10_000, day, "when"));
    expect(cellsOf(result, 0)[0]).toBe(Date.UTC(2024, 2, 4));
    expect(cellsOf(result, 0)[9999]).toBe(Date.UTC(2024, 2, 25));
    expect(result.report.notes).toEqual([
      { code: "read.order-month-first", values: { column: "when", example: "03/25/2024" } },
    ]);
  });

  it("tell when dates contradict each other", async () => {
    const result = await read("when\n03/25/2024\n25/03/2024\n");
    expect(result.report.notes).toEqual([
      { code: "read.order-both", values: { column: "when", example: "25/03/2024", other: "03/25/2024" } },
    ]);
  });

  it("hold the numbers of the epoch as times", async () => {
    const result = await read("created_at,day\n1709528400,20240304\n1709528460.5,20240305\n");
    expect(cellsOf(result, 0)).toEqual([1709528400000, 1709528460500]);
    expect(cellsOf(result, 1)).toEqual([Date.UTC(2024, 2, 4), Date.UTC(2024, 2, 5)]);
  });

  it("survive quotes, line breaks and marks across pieces of 1 MB", async () => {
    const count = 30_000;
    const note = (i: number) => `note ${i} "quoted", with\na break and ${"x".repeat(i % 90)}`;
    const result = await read(lines(count, (i) => `${i},"${note(i).replaceAll('"', '""')}",${i / 4}`, "i,note,v"));
    expect(result.dataset.rowCount).toBe(count);
    expect(cellsOf(result, 0)).toEqual(Array.from({ length: count }, (_, i) => i));
    expect(cellsOf(result, 1)).toEqual(Array.from({ length: count }, (_, i) => note(i).trim()));
    expect(cellsOf(result, 2).at(-1)).toBe((count - 1) / 4);
  });
});

describe("a person's kinds", () => {
  it("overrule the guess and are never taken back", async () => {
    const result = await read(
      "a,b,c\n1,x,1709528400\n2,3,1709528460\n",
      {},
      { kinds: { 0: "category", 1: "number", 2: "time" } },
    );
    expect(kindsOf(result)).toEqual(["category", "number", "time"]);
    expect(cellsOf(result, 0)).toEqual(["1", "2"]);
    expect(cellsOf(result, 1)).toEqual([null, 3]);
    expect(cellsOf(result, 2)[0]).toBe(1709528400000);
    expect(result.report.unreadable[1]).toEqual({ count: 1, examples: ["x"] });
    expect(result.kindWhy[0]).toEqual({ code: "kind.chosen" });
  });
});

describe("a kind that the first rows got wrong", () => {
  const count = 60_000;
  const from = (share: number, cell: (i: number) => string) =>
    lines(count, (i) => `${i},${i < count * share ? i % 10 : cell(i)},z`, "i,v,w");

  it("is read again as words, so that no text is lost", async () => {
    const result = await read(from(0.9, (i) => `level ${i % 3}`));
    expect(kindsOf(result)).toEqual(["number", "category", "category"]);
    expect(result.kindWhy[1]).toEqual({
      code: "kind.demoted-number",
      values: { unreadable: 6000, of: count, example: "level 0" },
    });
    expect(cellsOf(result, 1).slice(-3)).toEqual(["level 0", "level 1", "level 2"]);
    expect(cellsOf(result, 1)[0]).toBe("0");
    expect(result.report.unreadable[1]?.count).toBe(0);
  });

  it.each([
    [
      "an id too long for a number",
      (i: number) => (i === 5700 ? "12345678901234567891" : String(i)),
      "12345678901234567891",
    ],
    ["a part number like a power of ten", (i: number) => (i === 5700 ? "10E0" : String(i)), "10E0"],
  ])("is read again as words for a single %s among whole numbers", async (_, cell, kept) => {
    const result = await read(lines(6000, (i) => `${i / 2},${cell(i)}`, "n,part"));
    expect(result.kindWhy[1]?.code).toBe("kind.demoted-codes");
    expect(cellsOf(result, 1)[5700]).toBe(kept);
  });

  it("tells the digits that a measurement lost, and keeps the end of a range", async () => {
    const long = "12345678901234567891";
    const measured = await read(lines(200, (i) => (i === 150 ? long : `${i}.5`), "n"));
    expect(measured.report.notes).toEqual([{ code: "read.rounded", values: { column: "n", count: 1, example: long } }]);
    const counted = await read(lines(200, (i) => (i === 150 ? "18446744073709551615" : String(i)), "n"));
    expect(kindsOf(counted)).toEqual(["number"]);
  });

  it("is read again when digits turn out to be codes", async () => {
    const result = await read(from(0.9, (i) => `0${i % 10}`));
    expect(result.kindWhy[1]?.code).toBe("kind.demoted-codes");
    expect(cellsOf(result, 1).at(-1)).toBe("09");
  });

  it("stays when only a few cells fail; they are counted with examples", async () => {
    const result = await read(from(0.99, (i) => `odd ${i}`));
    expect(result.dataset.columns[1]?.kind).toBe("number");
    expect(result.report.unreadable[1]).toEqual({ count: 600, examples: ["odd 59400", "odd 59401", "odd 59402"] });
  });

  it("is found later when the first rows have no value", async () => {
    const result = await read(
      lines(count, (i) => `${i},${i < 50_000 ? "" : "2024-03-04"},${i < 50_000 ? "" : "red"}`, "i,d,c"),
    );
    expect(kindsOf(result)).toEqual(["number", "time", "category"]);
    expect(cellsOf(result, 1).at(-1)).toBe(Date.UTC(2024, 2, 4));
  });

  it("becomes text when the dictionary outgrows the rows, with nothing lost", async () => {
    const result = await read(lines(count, (i) => `${i},${i < 35_000 ? `a${i % 5}` : `b${i}`}`, "i,w"));
    expect(result.dataset.columns[1]?.kind).toBe("category");
    const grown = await read(lines(count, (i) => `${i},${i < 20_000 ? `a${i % 5}` : `b${i}`}`, "i,w"));
    expect(grown.dataset.columns[1]?.kind).toBe("text");
    expect(grown.kindWhy[1]?.code).toBe("kind.outgrew");
    expect([cellsOf(grown, 1)[6], cellsOf(grown, 1).at(-1)]).toEqual(["a1", "b59999"]);
  });
});

describe("rows", () => {
  it("that are ragged are counted, padded and cut", async () => {
    const result = await read("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12,\n13\n");
    expect(result.report.shortRows).toEqual({ count: 2, first: [2, 5] });
    expect(result.report.longRows).toEqual({ count: 1, first: [3] });
    expect(cellsOf(result, 2)).toEqual([3, null, 8, 12, null]);
  });

  it("that are empty are counted, except at the end", async () => {
    const result = await read("\n\na,b\n1,2\n\n   \n3,4\n\n\n");
    expect(result.dataset.rowCount).toBe(2);
    expect(result.report.emptyRows).toBe(2);
    const single = await read("a\n1\n\n3\n\n");
    expect(cellsOf(single, 0)).toEqual([1, null, 3]);
  });

  it("of a sample are chosen by chance, repeatably, and know where they came from", async () => {
    const text = lines(20_000, (i) => `${i},x`, "i,w");
    const sample = { rows: 2000, of: 20_000, seed: 5 };
    const result = await read(text, {}, { sample });
    expect(Math.abs(result.dataset.rowCount - 2000)).toBeLessThan(200);
    expect(Array.from(result.dataset.sourceRows ?? [])).toEqual(cellsOf(result, 0));
    expect(result.report).toMatchObject({ rowsSeen: 20_000, rowsKept: result.dataset.rowCount });
    expect(cellsOf(await read(text, {}, { sample }), 0)).toEqual(cellsOf(result, 0));
    expect(cellsOf(await read(text, {}, { sample: { ...sample, seed: 6 } }), 0)).not.toEqual(cellsOf(result, 0));
  });
});

describe("the content", () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const table = lines(300_000, (i) => `${i},${i % 7}`, "a,b");

  it("is a hash of the file as it lies on disk, whatever is made of it", async () => {
    expect((await read(table)).content).toBe(contentHashOf(bytesOf(table)));
    const packed = Uint8Array.from(gzipSync(table));
    expect((await read(packed, { compression: "gzip" })).content).toBe(contentHashOf(packed));
    const marked = bytesOf(`\ufeffsep=,\n${table}\n\n`);
    expect((await read(marked)).content).toBe(contentHashOf(marked));
  });

  it("is taken once, also where a column has to be read again", async () => {
    const late = `${lines(30_000, (i) => `${i},${i % 5}`, "a,b")}\n${"1,word\n".repeat(30_000)}`;
    const blob = new Blob([late]);
    let ways = 0;
    const stream = blob.stream.bind(blob);
    blob.stream = () => {
      ways += 1;
      return stream();
    };
    const plan: DelimitedPlan = { format: "delimited", settings: PLAIN, kinds: {}, sample: null };
    const { content, dataset } = await readTable({ name: "late.csv", blob }, plan, quiet);
    expect(dataset.columns[1]?.kind).toBe("category");
    expect(ways).toBe(2);
    expect(content).toBe(contentHashOf(bytesOf(late)));
  });
});

describe("progress", () => {
  it("counts rows and bytes of the file itself, up to its end", async () => {
    const text = lines(300_000, (i) => `${i},${i % 7}`, "i,v");
    for (const content of [new TextEncoder().encode(text), new Uint8Array(gzipSync(text))]) {
      const seen: Parameters<ReadWatch["onProgress"]>[0][] = [];
      const dialect: Dialect = { ...PLAIN, compression: content.length < 2e6 ? "gzip" : "none" };
      const source = { name: "t", blob: new Blob([content]) };
      let checkpoints = 0;
      await readTable(
        source,
        { format: "delimited", settings: dialect, kinds: {}, sample: null },
        {
          onProgress: (progress) => seen.push(progress),
          async checkpoint() {
            checkpoints++;
          },
        },
      );
      expect(checkpoints).toBeGreaterThan(2);
      expect(seen.at(-1)).toEqual({
        stage: "read",
        done: 1,
        rows: 300_000,
        bytes: content.length,
        totalBytes: content.length,
      });
      expect(seen.every(({ bytes = 0 }, i) => bytes >= (seen[i - 1]?.bytes ?? 0))).toBe(true);
    }
  });

  it("stops when the checkpoint rejects, and lets the file go", async () => {
    const piece = new TextEncoder().encode("1,2\n".repeat(100_000));
    const blob = new Blob([piece]);
    let pieces = 0;
    let isReleased = false;
    blob.stream = () =>
      new ReadableStream({
        pull(controller) {
          if (pieces++ < 50) controller.enqueue(piece);
          else controller.close();
        },
        cancel() {
          isReleased = true;
        },
      });
    const watch = { onProgress: () => undefined, checkpoint: () => Promise.reject(new Cancelled()) };
    const reading = readTable(
      { name: "t", blob },
      { format: "delimited", settings: PLAIN, kinds: {}, sample: null },
      watch,
    );
    await expect(reading).rejects.toThrow(Cancelled);
    expect(isReleased).toBe(true);
    expect(pieces).toBeLessThan(10);
  });
});
