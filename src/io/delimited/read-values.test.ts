import { describe, expect, it } from "vitest";
import { cellsOf, kindsOf, linesOf, readText } from "../../testing/read-text";

describe("cells", () => {
  it("become numbers, times, categories and text, missing where they say so", async () => {
    const text = 'n,t,c\n1.5,2024-03-04,red\nNA,,"NULL"\n-inf,2024-03-05T06:00Z, blue \n 7 ,04.03.2024,red\n';
    const result = await readText(text);
    expect(kindsOf(result)).toEqual(["number", "time", "category"]);
    expect(cellsOf(result, 0)).toEqual([1.5, null, -Infinity, 7]);
    expect(cellsOf(result, 1)).toEqual([Date.UTC(2024, 2, 4), null, Date.UTC(2024, 2, 5, 6), Date.UTC(2024, 2, 4)]);
    expect(cellsOf(result, 2)).toEqual(["red", null, "blue", "red"]);
    expect(result.dataset.sourceRows).toBeNull();
  });

  it("are read in every dialect", async () => {
    const result = await readText("Zeit;Wert\n03.04.2024;1.234,5\n04.04.2024;-\n", {
      delimiter: ";",
      decimal: ",",
      thousands: ".",
      missing: ["-"],
    });
    expect(cellsOf(result, 0)).toEqual([Date.UTC(2024, 3, 3), Date.UTC(2024, 3, 4)]);
    expect(cellsOf(result, 1)).toEqual([1234.5, null]);
  });

  it("keep what only looks like a number", async () => {
    const result = await readText(
      "zip,card,call\n007,4929123412341234,+4930123456\n012,5500123412341234,+4930123457\n",
    );
    expect(kindsOf(result)).toEqual(["category", "category", "category"]);
    expect(cellsOf(result, 0)).toEqual(["007", "012"]);
  });

  it("lose percent and currency signs that the whole column has", async () => {
    const result = await readText('a,b\n5%,"$1,200"\n-7.5 %,$-3\n', { thousands: "," });
    expect([cellsOf(result, 0), cellsOf(result, 1)]).toEqual([
      [5, -7.5],
      [1200, -3],
    ]);
    expect(result.kindWhy[0]).toEqual({ code: "kind.numbers-with-sign", values: { sign: "%", read: 2, of: 2 } });
  });

  it("are missing where a number stands for nothing", async () => {
    expect(cellsOf(await readText("a\n-999\n5\n-999.0\n", { missing: ["-999"] }), 0)).toEqual([null, 5, null]);
  });

  it("that are limits give the limit and are told", async () => {
    const result = await readText("nitrate\n<0.05\n2.29\n>48\n");
    expect(cellsOf(result, 0)).toEqual([0.05, 2.29, 48]);
    expect(result.report.notes).toEqual([
      { code: "read.limits", values: { column: "nitrate", count: 2, example: "<0.05" } },
    ]);
  });

  it("that are words among quantities are missing and counted", async () => {
    const result = await readText(linesOf(100, (i) => (i % 5 === 0 ? "unavailable" : `${i}.5`), "state"));
    expect(kindsOf(result)).toEqual(["number"]);
    expect(result.report.unreadable).toEqual([{ count: 20, examples: ["unavailable"] }]);
  });

  it("that no calendar reaches are missing and counted", async () => {
    const result = await readText(linesOf(100, (i) => (i === 50 ? "9e15" : String(1_709_528_400_000 + i)), "time"));
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
    const [column] = (await readText(linesOf(9, cell, "time"))).dataset.columns;
    const expected = Array.from({ length: 9 }, (_, i) => Date.UTC(2024, 3, 1, i + (i % 2 ? shift : 0)));
    expect(column).toMatchObject({ kind: "time", zone });
    expect(column?.kind === "time" ? [...column.values] : []).toEqual(expected);
  });

  it("keep the zeros of one code among 10,000 whole numbers", async () => {
    const result = await readText(linesOf(10_000, (i) => (i === 9000 ? "00123" : String(10_000 + (i % 1000))), "part"));
    expect(cellsOf(result, 0)[9000]).toBe("00123");
    expect(result.kindWhy[0]?.code).toBe("kind.demoted-codes");
  });

  it("tell by a later date which part is the day, and all are read so", async () => {
    const day = (i: number) => (i < 9000 ? "03/04/2024" : "03/25/2024");
    const result = await readText(linesOf(10_000, day, "when"));
    expect(cellsOf(result, 0)[0]).toBe(Date.UTC(2024, 2, 4));
    expect(cellsOf(result, 0)[9999]).toBe(Date.UTC(2024, 2, 25));
    expect(result.report.notes).toEqual([
      { code: "read.order-month-first", values: { column: "when", example: "03/25/2024" } },
    ]);
  });

  it("tell when dates contradict each other", async () => {
    const result = await readText("when\n03/25/2024\n25/03/2024\n");
    expect(result.report.notes).toEqual([
      { code: "read.order-both", values: { column: "when", example: "25/03/2024", other: "03/25/2024" } },
    ]);
  });

  it("hold the numbers of the epoch as times", async () => {
    const result = await readText("created_at,day\n1709528400,20240304\n1709528460.5,20240305\n");
    expect(cellsOf(result, 0)).toEqual([1709528400000, 1709528460500]);
    expect(cellsOf(result, 1)).toEqual([Date.UTC(2024, 2, 4), Date.UTC(2024, 2, 5)]);
  });

  it("survive quotes, line breaks and marks across pieces of 1 MB", async () => {
    const count = 30_000;
    const note = (i: number) => `note ${i} "quoted", with\na break and ${"x".repeat(i % 90)}`;
    const result = await readText(
      linesOf(count, (i) => `${i},"${note(i).replaceAll('"', '""')}",${i / 4}`, "i,note,v"),
    );
    expect(result.dataset.rowCount).toBe(count);
    expect(cellsOf(result, 0)).toEqual(Array.from({ length: count }, (_, i) => i));
    expect(cellsOf(result, 1)).toEqual(Array.from({ length: count }, (_, i) => note(i).trim()));
    expect(cellsOf(result, 2).at(-1)).toBe((count - 1) / 4);
  });
});

describe("a person's kinds", () => {
  it("overrule the guess and are never taken back", async () => {
    const result = await readText(
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
    linesOf(count, (i) => `${i},${i < count * share ? i % 10 : cell(i)},z`, "i,v,w");

  it("is read again as words, so that no text is lost", async () => {
    const result = await readText(from(0.9, (i) => `level ${i % 3}`));
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
    const result = await readText(linesOf(6000, (i) => `${i / 2},${cell(i)}`, "n,part"));
    expect(result.kindWhy[1]?.code).toBe("kind.demoted-codes");
    expect(cellsOf(result, 1)[5700]).toBe(kept);
  });

  it("tells the digits that a measurement lost, and keeps the end of a range", async () => {
    const long = "12345678901234567891";
    const measured = await readText(linesOf(200, (i) => (i === 150 ? long : `${i}.5`), "n"));
    expect(measured.report.notes).toEqual([{ code: "read.rounded", values: { column: "n", count: 1, example: long } }]);
    const counted = await readText(linesOf(200, (i) => (i === 150 ? "18446744073709551615" : String(i)), "n"));
    expect(kindsOf(counted)).toEqual(["number"]);
  });

  it("is read again when digits turn out to be codes", async () => {
    const result = await readText(from(0.9, (i) => `0${i % 10}`));
    expect(result.kindWhy[1]?.code).toBe("kind.demoted-codes");
    expect(cellsOf(result, 1).at(-1)).toBe("09");
  });

  it("stays when only a few cells fail; they are counted with examples", async () => {
    const result = await readText(from(0.99, (i) => `odd ${i}`));
    expect(result.dataset.columns[1]?.kind).toBe("number");
    expect(result.report.unreadable[1]).toEqual({ count: 600, examples: ["odd 59400", "odd 59401", "odd 59402"] });
  });

  it("is found later when the first rows have no value", async () => {
    const result = await readText(
      linesOf(count, (i) => `${i},${i < 50_000 ? "" : "2024-03-04"},${i < 50_000 ? "" : "red"}`, "i,d,c"),
    );
    expect(kindsOf(result)).toEqual(["number", "time", "category"]);
    expect(cellsOf(result, 1).at(-1)).toBe(Date.UTC(2024, 2, 4));
  });

  it("becomes text when the dictionary outgrows the rows, with nothing lost", async () => {
    const result = await readText(linesOf(count, (i) => `${i},${i < 35_000 ? `a${i % 5}` : `b${i}`}`, "i,w"));
    expect(result.dataset.columns[1]?.kind).toBe("category");
    const grown = await readText(linesOf(count, (i) => `${i},${i < 20_000 ? `a${i % 5}` : `b${i}`}`, "i,w"));
    expect(grown.dataset.columns[1]?.kind).toBe("text");
    expect(grown.kindWhy[1]?.code).toBe("kind.outgrew");
    expect([cellsOf(grown, 1)[6], cellsOf(grown, 1).at(-1)]).toEqual(["a1", "b59999"]);
  });
});
