import { describe, expect, it } from "vitest";
import { kindInference } from "./infer-kind";
import { ALWAYS_MISSING } from "./missing-words";

const infer = kindInference({ decimal: ".", thousands: "", missing: ALWAYS_MISSING, dateOrder: "day-first" });
const times = (count: number, cell: (i: number) => string) => Array.from({ length: count }, (_, i) => cell(i));

describe("kindInference", () => {
  it("takes numbers with missing words as numbers", () => {
    expect(infer("x", ["1", "", "NA", "2.5", "-3e4", "inf"])).toMatchObject({
      kind: "number",
      why: { code: "kind.numbers", values: { read: 4, of: 4 } },
    });
  });

  it("takes a column that is mostly quantities as numbers", () => {
    expect(infer("x", [...times(98, String), "a", "b"]).kind).toBe("number");
    expect(infer("x", [...times(60, (i) => `${i}.5`), ...times(50, () => "unavailable")]).kind).toBe("number");
    expect(infer("x", [...times(95, String), ...times(5, (i) => `remark ${i}`)])).toMatchObject({
      kind: "number",
      why: { code: "kind.numbers", values: { read: 95, of: 100 } },
    });
  });

  it("takes a column of codes and words as words", () => {
    expect(infer("ticket", [...times(70, (i) => String(3000 + i)), ...times(30, (i) => `A/5 ${i}`)]).kind).toBe("text");
    expect(infer("x", [...times(60, (i) => String(i % 5)), "a", "b", "c"])).toMatchObject({
      kind: "category",
      why: { code: "kind.mixed-words" },
    });
  });

  it.each([
    ["id", ["007", "012", "100"], "kind.leading-zeros"],
    ["part", ["10E0", "12E4", "12E4"], "kind.exponent-code"],
    ["no", [...times(99, (i) => String(i + 100)), "007"].slice(80), "kind.leading-zeros"],
    ["card", ["4929123412341234", "5500123412341234"], "kind.long-digits"],
    ["call", ["+49 30 1234567", "+4930123456789"], "kind.few-words"],
    ["call", ["+493012345670", "+493012345671"], "kind.phone"],
    ["zip", ["10115", "80331"], "kind.code-name"],
    ["shop", ['="00012"', '="00417"'], "kind.leading-zeros"],
  ])("keeps the codes of %s %j as words", (name, cells, code) => {
    const guess = infer(name, cells);
    expect(guess.kind).toBe("category");
    expect(guess.why.code).toBe(code);
  });

  it("reads a sign that the whole column carries, and not a mixture", () => {
    expect(infer("rate", ["5%", "7.5 %"])).toMatchObject({ kind: "number", form: { unit: "%" } });
    expect(infer("price", ["$5", "-$7.25", "$ 3"])).toMatchObject({ kind: "number", form: { unit: "$" } });
    expect(infer("price", ["5 €", "7 €"])).toMatchObject({ kind: "number", form: { unit: "€" } });
    expect(infer("mixed", ["5%", "7"]).kind).toBe("category");
    expect(infer("mixed", ["$5", "€7"]).kind).toBe("category");
  });

  it.each([
    ["period", ["202312", "202401", "202402"], "kind.yyyymm"],
    ["datenum", ["739300.5", "739301.5"], "kind.datenum"],
    ["YYYYMMDD", ["20240522", "20240523"], "kind.yyyymmdd"],
    ["MESS_DATUM", ["2021080306", "2021080307"], "kind.yyyymmdd"],
    ["time", ["202108030600", "202108030610"], "kind.yyyymmdd"],
    ["clock", ["1704067200", "1704067260"], "kind.seconds"],
    ["#time", ["1704067200", "1704067260"], "kind.seconds"],
    ["Messzeit", ["1704067200", "1704067260"], "kind.seconds"],
  ])("reads the numbers of %s %j as times", (name, cells, code) => {
    expect(infer(name, cells)).toMatchObject({ kind: "time", why: { code } });
  });

  it("leaves such numbers as they are where no name says time", () => {
    expect(infer("sales", ["202312", "202401", "202402"]).kind).toBe("number");
    expect(infer("period", ["202312", "202413", "202402"]).kind).toBe("number");
    expect(infer("pressure", ["739300.5", "739301.5"]).kind).toBe("number");
  });

  it("says that cells begin with numbers in a way that it does not know", () => {
    const ages = times(40, (i) => `${i}y${i % 12}w`);
    expect(infer("age", ages)).toMatchObject({ kind: "text", why: { code: "kind.number-words" } });
    const streets = times(40, (i) => `${i} ${"abcdefghijklmnopqrstuvwxyz".slice(i % 20)} street`);
    expect(infer("street", streets).why.code).toBe("kind.many-words");
    expect(
      infer(
        "sku",
        times(40, (i) => `${i}E${i}`),
      ).why.code,
    ).not.toBe("kind.number-words");
  });

  it("tells times of day without a date, and several numbers in one cell, from other words", () => {
    const clock = infer(
      "Time",
      times(30, (i) => `14:${10 + i}`),
    );
    expect(clock).toMatchObject({ kind: "text", why: { code: "kind.times-of-day", values: { example: "14:10" } } });
    const vectors = times(30, (i) => `0.5 ${i} -3e-2`);
    expect(infer("v", vectors)).toMatchObject({ kind: "text", why: { code: "kind.vectors" } });
    expect(
      infer(
        "v",
        times(30, (i) => `${i} mm`),
      ).kind,
    ).toBe("number");
  });

  it("takes seconds since 1970 for times where a column is called start or end, but no places of genes", () => {
    const seconds = (from: number) => times(30, (i) => String(from + 61 * i));
    expect(infer("start", seconds(1_709_500_000))).toMatchObject({ kind: "time", clock: "seconds" });
    expect(infer("end", seconds(248_000_000)).kind).toBe("number");
    expect(infer("count", seconds(1_709_500_000)).kind).toBe("number");
  });

  it("reads lengths of time as seconds, and says how many an example of them is", () => {
    const cells = times(30, (i) => `${4 + (i % 4)}:${10 + i}`);
    expect(infer("Avg Pace", cells)).toMatchObject({
      kind: "number",
      form: { unit: "s", duration: "minutes" },
      why: { code: "kind.durations", values: { example: "4:10", seconds: 250 } },
    });
    expect(infer("Time", [...cells, "DNF"]).kind).toBe("text");
  });

  it("takes days of a spreadsheet for times by their name, or by even parts of a day in the range of our days", () => {
    const hours = times(40, (i) => (45_355 + i / 24).toFixed(10));
    expect(infer("A", hours)).toMatchObject({ kind: "time", clock: "serial-days" });
    expect(
      infer("A", [...hours.slice(0, 20), ...hours.slice(20).map((cell) => String(Number(cell) * 1.01))]).kind,
    ).toBe("number");
    expect(
      infer(
        "A",
        times(40, (i) => String(45_355 + i)),
      ).kind,
    ).toBe("number");
    expect(
      infer(
        "Date",
        times(40, (i) => String(45_355 + i)),
      ),
    ).toMatchObject({ kind: "time", clock: "serial-days" });
  });

  it("takes bare numbers as times only where name and range agree", () => {
    expect(infer("created_at", ["1709528400", "1709528460"])).toMatchObject({ kind: "time", clock: "seconds" });
    expect(infer("eventTime", ["1709528400000"])).toMatchObject({ kind: "time", clock: "milliseconds" });
    expect(infer("order date", ["20240304", "20231231"])).toMatchObject({ kind: "time", clock: "yyyymmdd" });
    expect(infer("Time", ["0", "172792"]).kind).toBe("number");
    expect(infer("amount", ["1709528400", "1709528460"]).kind).toBe("number");
  });

  it("knows every clock that machines count in", () => {
    expect(infer("time", ["1709251200000000000"])).toMatchObject({ kind: "time", clock: "nanoseconds" });
    expect(infer("ts", ["1709251200000000"])).toMatchObject({ kind: "time", clock: "microseconds" });
    expect(infer("date", ["45355", "45356.25"])).toMatchObject({ kind: "time", clock: "serial-days" });
    expect(infer("timestamp", ["20240304050607"])).toMatchObject({ kind: "time", clock: "yyyymmdd" });
    expect(infer("time", ["45355", "45356.25"]).kind).toBe("number");
    expect(infer("card", ["1709251200000000000"]).kind).toBe("category");
  });

  it("says the factor between units", () => {
    expect(infer("Power", ["760 W", "1.18 kW", "640 W"])).toMatchObject({
      kind: "number",
      why: { code: "kind.numbers-in-units", values: { sign: "W", others: ["kW × 1000"] } },
    });
  });

  it("takes dates in mixed formats as times and says so", () => {
    expect(infer("d", ["2024-03-04", "04.03.2024", "4 Mar 2024 05:06"])).toMatchObject({
      kind: "time",
      why: { code: "kind.mixed-times", values: { shapes: 3 } },
    });
    const spans = ["1.1.2024 00:00 - 1.1.2024 01:00", "1.1.2024 01:00 - 1.1.2024 02:00"];
    expect(infer("d", spans)).toMatchObject({ kind: "time", why: { code: "kind.time-spans" } });
    expect(infer("d", ["2024-03-04", "2024-03-05"])).toMatchObject({ kind: "time", why: { code: "kind.times" } });
  });

  it("reads lengths of time as seconds, and a column with marks of its own by them", () => {
    expect(infer("d", ["12m 30s", "45s"])).toMatchObject({ kind: "number", why: { code: "kind.durations" } });
    expect(infer("d", ["12,50", "1 234,56"])).toMatchObject({
      kind: "number",
      why: { code: "kind.numbers-other-mark", values: { decimal: "," } },
    });
  });

  it("tells categories from text", () => {
    expect(
      infer(
        "c",
        times(100, (i) => `level ${i % 7}`),
      ).kind,
    ).toBe("category");
    expect(
      infer(
        "c",
        times(100, (i) => `name ${i}`),
      ).kind,
    ).toBe("text");
    expect(
      infer(
        "c",
        times(10, () => "words ".repeat(20)),
      ).kind,
    ).toBe("text");
    expect(infer("c", ["true", "false"]).kind).toBe("category");
  });

  it("does not know what an empty column holds", () => {
    expect(infer("c", ["", "NA", " "])).toMatchObject({
      kind: "number",
      seen: false,
      why: { code: "kind.all-missing" },
    });
    expect(infer("c", [])).toMatchObject({ seen: false });
  });
});
