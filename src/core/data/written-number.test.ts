import { describe, expect, it } from "vitest";
import { writtenNumberOf } from "./written-number";

describe("writtenNumberOf", () => {
  it.each([
    ["12.5 °C", "12.5", "°C"],
    ["3.2kW", "3.2", "kW"],
    ["870 W", "870", "W"],
    ["45%", "45", "%"],
    ["$64.47", "64.47", "$"],
    ["-$7.25", "-7.25", "$"],
    ["$-7.25", "-7.25", "$"],
    ["EUR 12", "12", "EUR"],
    ["1.204,77 EUR", "1.204,77", "EUR"],
    ["R$ 5", "5", "R$"],
    ["1.234,56+", "1.234,56", ""],
    ["\\1,200", "1,200", "\\"],
    ["(1,230.00)", "-1,230.00", ""],
    ["($19.50)", "-19.50", "$"],
    ["12.00-", "-12.00", ""],
    ["−4 µg/l", "-4", "µg/l"],
    ['="12.5"', "12.5", ""],
    ["'12.5", "12.5", ""],
    ["120 MPN/100 mL", "120", "MPN/100 mL"],
    ["1.5e3 Pa", "1.5e3", "Pa"],
    [".5 m", ".5", "m"],
    [" $ (1,230.00)", "-1,230.00", "$"],
    ["(1.230,00 €)", "-1.230,00", "€"],
    ["(1.230,00) €", "-1.230,00", "€"],
    ["– 45.20", "-45.20", ""],
    ["$1.2M", "1.2", "M$"],
    ["3,2 Mio. €", "3,2", "Mio. €"],
    ["43.1％", "43.1", "%"],
    ["12.5 [V]", "12.5", "V"],
    ["12.5 [m]", "12.5", "m"],
    ["▲1,234", "-1,234", ""],
    ["66,712円", "66,712", "円"],
    ["3685.42万", "3685.42", "万"],
  ])("takes %j apart", (cell, number, unit) => {
    expect(writtenNumberOf(cell)).toEqual({ number, unit, limit: "", isNoted: false, known: true });
  });

  it.each([
    ["<0.05", "0.05", "<"],
    ["> 2419.6", "2419.6", ">"],
    ["≤3", "3", "<"],
    [">=3", "3", ">"],
    ["＜0.2", "0.2", "<"],
    ["0.2未満", "0.2", "<"],
  ])("takes %j as a limit", (cell, number, limit) => {
    expect(writtenNumberOf(cell)).toEqual({ number, unit: "", limit, isNoted: false, known: true });
  });

  it.each(["12.5*", "12.5 †", "12.5 [1]", "12.5 (p)", "12.5²", "12.5 ± 0.4", "12.5+/-.1"])(
    "leaves out the mark of a note in %j",
    (cell) => {
      expect(writtenNumberOf(cell)).toMatchObject({ number: "12.5", unit: "", isNoted: true });
    },
  );

  it("leaves a word behind a blank to the column", () => {
    expect(writtenNumberOf("12 items")).toMatchObject({ number: "12", unit: "items", known: false });
  });

  it.each([
    "",
    "abc",
    "A12",
    "12A4",
    "3rd",
    "9 AM",
    "4700-01",
    "12-14",
    "(555) 123-4567",
    "5h 30m",
    "10:30",
    "--5",
    "(-5)",
    "$5€",
    "100 Main Street 4",
    "$",
    "<",
    "v1.2",
    "1.2.3",
    "192.168.1.1",
    "0.5 0 3.25",
    "$ (1) €",
    "x (1)",
    "*",
  ])("leaves %j alone", (cell) => expect(writtenNumberOf(cell)).toBeNull());
});
