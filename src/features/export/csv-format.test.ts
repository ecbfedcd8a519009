import { describe, expect, it } from "vitest";
import { formatForLocale, keptFormat } from "./csv-format";
import { exportNameOf } from "./file-name";

describe("the format of an export", () => {
  it("follows the decimal sign of the language", () => {
    expect(formatForLocale("en-GB")).toEqual({ separator: ",", decimal: ".", bom: false });
    for (const locale of ["it", "de-AT", "nb"])
      expect(formatForLocale(locale)).toEqual({ separator: ";", decimal: ",", bom: true });
  });

  it("is kept only when it is one", () => {
    const format = { separator: "\t", decimal: ",", bom: false } as const;
    expect(keptFormat({ ...format })).toEqual(format);
    const broken = [undefined, "", null, [], { separator: "x", decimal: ".", bom: true }, { separator: "," }];
    for (const kept of broken) expect(keptFormat(kept)).toBeNull();
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
