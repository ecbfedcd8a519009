import { describe, expect, it } from "vitest";
import { incomingOf, looksLikeTable, refusalOf } from "./incoming";

interface FakeItem {
  readonly file?: File;
  readonly isFolder?: boolean;
}

/** As a browser hands it over; Node has no DataTransfer of its own. */
function transferOf(items: readonly FakeItem[], text = ""): DataTransfer {
  const fake = {
    items: items.map(({ file, isFolder = false }) => ({
      kind: file ? "file" : "string",
      getAsFile: () => file ?? null,
      webkitGetAsEntry: () => ({ isDirectory: isFolder }),
    })),
    getData: () => text,
  };
  return fake as unknown as DataTransfer;
}

const csv = new File(["a,b\n1,2"], "payments.csv", { type: "text/csv" });
const photo = new File(["x"], "holiday.JPG", { type: "image/jpeg" });

describe("what a drop brings", () => {
  it("is the first file that may be a table, and how many others there were", () => {
    const incoming = incomingOf(transferOf([{ file: photo }, { file: csv }, { file: csv }]));
    expect(incoming).toEqual({ kind: "file", file: csv, others: 2 });
  });

  it("is refused by kind when no file may be one", () => {
    expect(incomingOf(transferOf([{ file: photo }]))).toEqual({ kind: "refused", why: "picture", name: "holiday.JPG" });
    const folder = new File([], "data.csv");
    expect(incomingOf(transferOf([{ file: folder, isFolder: true }]))).toMatchObject({ why: "folder" });
  });

  it("is text when it holds two lines", () => {
    expect(incomingOf(transferOf([{}], "a\tb\n1\t2"))).toEqual({ kind: "text", text: "a\tb\n1\t2" });
    expect(incomingOf(transferOf([{}], "https://example.org"))).toMatchObject({ kind: "refused", why: "no-table" });
    expect(incomingOf(transferOf([{}], "  \n "))).toEqual({ kind: "nothing" });
  });
});

describe("names that cannot be tables", () => {
  it.each([
    ["sheet.xlsx", "", "workbook"],
    ["all.zip", "", "archive"],
    ["report.pdf", "", "document"],
    ["noname", "image/png", "picture"],
    ["plot.svg", "image/svg+xml", "picture"],
  ])("%s", (name, type, why) => expect(refusalOf({ name, type })).toBe(why));

  it.each(["data.csv", "data.csv.gz", "log", "x.constructor", "measurements.dat"])("%s is worth a look", (name) =>
    expect(refusalOf({ name, type: "" })).toBeNull(),
  );
});

it("takes two lines for a table, in any style of line end", () => {
  for (const text of ["a\nb", "a\r\nb", "a\rb", "\n\na,b\n1,2\n"]) expect(looksLikeTable(text)).toBe(true);
  for (const text of ["", "a,b", "a,b\n", "\n\n", "\na,b\n  \n"]) expect(looksLikeTable(text)).toBe(false);
});
