import { describe, expect, it } from "vitest";
import { kindOf } from "./file-kind";
import { folderOf, incomingOf, isHidden, looksLikeTable, type Brought } from "./incoming";

const fileOf = (name: string, type = "") => new File(["x"], name, { type });
const file = (name: string, type = ""): Brought => ({ kind: "file", file: fileOf(name, type) });
const folder = (name: string, ...paths: readonly string[]): Brought => ({
  kind: "folder",
  name,
  files: paths.map((path) => ({ path, file: fileOf(path.split("/").at(-1) ?? "") })),
});
/** The paths of the images that would be opened. */
function pathsOf(...brought: readonly Brought[]): readonly string[] {
  const incoming = incomingOf(brought);
  return incoming.kind === "images" ? incoming.files.map(({ path }) => path) : [];
}

describe("what files bring", () => {
  it("is decided by the first that can be opened, and the others are counted", () => {
    const csv = file("payments.csv");
    expect(incomingOf([file("report.pdf"), csv, file("001.png"), file("second.csv")])).toMatchObject({
      kind: "file",
      others: 3,
    });
    expect(incomingOf([file("001.png"), csv, file("002.JPG")])).toMatchObject({ kind: "images", others: 1 });
    expect(incomingOf([file("all.zip"), csv])).toMatchObject({ kind: "images", name: "all.zip", others: 1 });
  });

  it("is all images together, named after the only one", () => {
    expect(pathsOf(file("001.png"), file("noname", "image/webp"))).toEqual(["001.png", "noname"]);
    expect(incomingOf([file("001.png"), file("2.bmp")])).toMatchObject({ name: null });
    expect(incomingOf([file("001.png")])).toMatchObject({ name: "001.png" });
  });

  it("is refused by the kind of the first when nothing can be opened", () => {
    expect(incomingOf([file("sheet.xlsx"), file("report.pdf")])).toEqual({
      kind: "refused",
      why: "workbook",
      name: "sheet.xlsx",
    });
    expect(incomingOf([])).toEqual({ kind: "nothing" });
  });
});

describe("what folders bring", () => {
  it("keeps the paths below the only folder, and lets the reader tell what is no image", () => {
    const set = folder("buttons", "README.txt", "train/good/001.png", "labels.csv");
    expect(incomingOf([set])).toMatchObject({ kind: "images", name: "buttons", others: 0 });
    expect(pathsOf(set)).toEqual(["README.txt", "train/good/001.png", "labels.csv"]);
  });

  it("keeps the names of several folders, leaving aside those without an image", () => {
    const several = [folder("train", "good/1.png"), folder("test", "2.png"), folder("notes", "a.md"), file("3.gif")];
    expect(pathsOf(...several)).toEqual(["train/good/1.png", "test/2.png", "3.gif"]);
    expect(incomingOf(several)).toMatchObject({ name: null, others: 1 });
  });

  it("opens the table of a folder without images, or its archive, but no file that only may be one", () => {
    expect(incomingOf([folder("export", "LICENSE", "data/rows.csv.gz")])).toMatchObject({ kind: "file", others: 1 });
    expect(incomingOf([folder("export", "set.zip")])).toMatchObject({ kind: "images", name: "set.zip" });
    expect(incomingOf([folder("code", "LICENSE", "main.c")])).toMatchObject({ why: "folder", name: "code" });
  });

  it("says what is wrong with one that is empty, or full of foreign images", () => {
    expect(incomingOf([folder("new")])).toEqual({ kind: "refused", why: "empty-folder", name: "new" });
    expect(incomingOf([folder("scans", "1.tif", "2.tif")])).toMatchObject({ why: "image-format" });
    expect(incomingOf([folder("new"), file("a.csv")])).toMatchObject({ kind: "file", others: 0 });
  });
});

it("finds the folder that was chosen in the paths of its files", () => {
  const within = (path: string) => Object.defineProperty(fileOf(path), "webkitRelativePath", { value: path });
  expect(folderOf([within("set/train/1.png"), within("set/.DS_Store"), within("set/__MACOSX/._1.png")])).toMatchObject({
    kind: "folder",
    name: "set",
    files: [{ path: "train/1.png" }],
  });
});

describe("kinds by name and type", () => {
  it.each([
    ["sheet.xlsx", "", "workbook"],
    ["all.zip", "", "zip"],
    ["all.7z", "", "archive"],
    ["all.rar", "", "archive"],
    ["report.pdf", "", "document"],
    ["clip.MP4", "", "video"],
    ["noname", "image/png", "image"],
    ["holiday.JPG", "", "image"],
    ["plot.svg", "image/svg+xml", "image-format"],
    ["scan.tiff", "image/tiff", "image-format"],
  ])("%s", (name, type, kind) => expect(kindOf({ name, type })).toBe(kind));

  it.each(["data.csv", "data.csv.gz", "log", "x.constructor", "measurements.dat"])("%s may be a table", (name) =>
    expect(kindOf({ name, type: "" })).toBe("table"),
  );

  it("knows what systems leave behind", () => {
    for (const path of [".DS_Store", "a/.git/config", "__MACOSX/a.png", "a/Thumbs.db", "desktop.ini"])
      expect(isHidden(path), path).toBe(true);
    for (const path of ["a.png", "train/good/1.png", "my.Thumbs.dbx/1.png", "a__MACOSX.png"])
      expect(isHidden(path), path).toBe(false);
  });
});

it("takes two lines for a table, in any style of line end", () => {
  for (const text of ["a\nb", "a\r\nb", "a\rb", "\n\na,b\n1,2\n"]) expect(looksLikeTable(text)).toBe(true);
  for (const text of ["", "a,b", "a,b\n", "\n\n", "\na,b\n  \n"]) expect(looksLikeTable(text)).toBe(false);
});
