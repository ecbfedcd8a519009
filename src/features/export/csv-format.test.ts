import { describe, expect, it } from "vitest";
import type { Dialect } from "../../core/data/dialect";
import { chosenFormat, formatForLocale, formatOfFile, keptChoice } from "./csv-format";
import { exportNameOf } from "./file-name";

const german: Dialect = {
  compression: "none",
  encoding: "windows-1252",
  delimiter: ";",
  quote: "'",
  escape: "",
  header: { first: 1, count: 1 },
  decimal: ",",
  thousands: ".",
  missing: [],
  missingIn: "values",
  dateOrder: "day-first",
};

describe("the format of an export", () => {
  it("follows the decimal sign of the language where the source is no text", () => {
    const plain = { quote: '"', guard: true };
    expect(formatForLocale("en-GB")).toEqual({ ...plain, separator: ",", decimal: ".", bom: false });
    for (const locale of ["it", "de-AT", "nb"])
      expect(formatForLocale(locale)).toEqual({ ...plain, separator: ";", decimal: ",", bom: true });
    expect(formatOfFile(null, "it")).toEqual(formatForLocale("it"));
    // What browsers make of systems without a language.
    for (const none of ["C", "", "en-US@posix"]) expect(() => formatForLocale(none)).not.toThrow();
  });

  it("follows the file where it is one", () => {
    const followed = { separator: ";", decimal: ",", quote: "'", bom: false, guard: true };
    expect(formatOfFile(german, "en")).toEqual(followed);
    expect(formatOfFile({ ...german, delimiter: "|" }, "en").separator).toBe("|");
    expect(formatOfFile({ ...german, delimiter: ", " }, "en").separator).toBe(",");
    expect(formatOfFile({ ...german, delimiter: " " }, "en").separator).toBe("\t");
    expect(formatOfFile({ ...german, quote: "" }, "en").quote).toBe('"');
    expect(formatOfFile({ ...german, escape: "\\" }, "en").escape).toBe("\\");
  });

  it("is what a person chose, where that is lawful", () => {
    const ofFile = formatOfFile(german, "en");
    const earlier = { separator: "\t", decimal: ".", bom: true };
    expect(chosenFormat(ofFile, keptChoice(earlier))).toEqual({ ...ofFile, ...earlier });
    const asInFile = { separator: "as-in-file", decimal: "as-in-file", guard: false };
    expect(chosenFormat(ofFile, keptChoice(asInFile))).toEqual({ ...ofFile, guard: false });
    const broken = [undefined, "", null, [], { separator: "x", decimal: 1, bom: "yes" }];
    for (const kept of broken) expect(keptChoice(kept)).toEqual({});
  });
});

it("names the file after its source", () => {
  expect(exportNameOf("payments.csv", "flagged")).toBe("payments-flagged.csv");
  expect(exportNameOf("card-payments.csv.gz", "all")).toBe("card-payments-scored.csv");
  expect(exportNameOf("2024.09 report.TSV", "flagged")).toBe("2024.09 report-flagged.csv");
  expect(exportNameOf("../a:b\u0000.csv", "flagged")).toBe(".._a_b_-flagged.csv");
  expect(exportNameOf(".csv", "flagged")).toBe("table-flagged.csv");
  expect(exportNameOf("buttons.zip", "flagged", "zip")).toBe("buttons-flagged.zip");
});
