import { describe, expect, it } from "vitest";
import { folderOf, sortIncoming, isHidden, looksLikeTable, soundsLikeImage, type Brought } from "./incoming";

const fileOf = (name: string, type = "") => new File(["x"], name, { type });
const file = (name: string, type = ""): Brought => ({ kind: "file", file: fileOf(name, type) });
const folder = (name: string, ...paths: readonly string[]): Brought => ({
  kind: "folder",
  name,
  files: paths.map((path) => ({ path, file: fileOf(path.split("/").at(-1) ?? "") })),
});
describe("what is brought", () => {
  it("is all files together, named after the only one", () => {
    const [csv, png] = [file("payments.csv"), file("001.png")];
    expect(sortIncoming([csv])).toMatchObject({
      kind: "files",
      name: "payments.csv",
      files: [{ path: "payments.csv" }],
    });
    expect(sortIncoming([csv, png])).toMatchObject({
      name: null,
      files: [{ path: "payments.csv" }, { path: "001.png" }],
    });
    expect(sortIncoming([])).toEqual({ kind: "nothing" });
  });

  it("keeps the folders that files lie in, the one that was brought included", () => {
    const set = folder("buttons", "README.txt", "train/good/001.png");
    expect(sortIncoming([set])).toMatchObject({
      name: "buttons",
      files: [{ path: "buttons/README.txt" }, { path: "buttons/train/good/001.png" }],
    });
    expect(sortIncoming([set, file("3.gif")])).toMatchObject({ name: null });
  });

  it("is refused where a folder holds nothing", () => {
    expect(sortIncoming([folder("new")])).toEqual({ kind: "refused", why: "empty-folder", name: "new" });
    expect(sortIncoming([folder("new"), file("a.csv")])).toMatchObject({ kind: "files", files: [{ path: "a.csv" }] });
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

describe("names", () => {
  it.each([
    ["noname", "image/webp", true],
    ["holiday.JPG", "", true],
    ["data.csv", "text/csv", false],
    ["report.pdf", "", false],
  ])("%s of type %j speak of an image: %j", (name, type, sounds) =>
    expect(soundsLikeImage({ name, type })).toBe(sounds),
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
