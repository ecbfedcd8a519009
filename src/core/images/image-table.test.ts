import { describe, expect, it } from "vitest";
import { guessImagesKind } from "./guess-images-kind";
import { learnedRows } from "./learned-rows";
import { sortPaths } from "./image-paths";
import { imageTable } from "./image-table";

function tableOf(...paths: string[]) {
  const { images } = sortPaths(paths);
  return imageTable(images.map(({ place }) => ({ place, width: 10, height: 20, bytes: 5 })));
}

function learned(table: ReturnType<typeof tableOf>, rowCount: number) {
  const rows = learnedRows({ name: "", rowCount, columns: table.columns, sourceRows: null }, table.learnFrom);
  return rows && [...rows];
}

describe("the table of images", () => {
  it("labels what is to be checked and learns from the ordinary ones of the training set", () => {
    const table = tableOf("test/bad/1.png", "test/good/1.png", "train/good/1.png", "train/good/2.png");
    expect(table.roles.map(({ role }) => role)).toEqual([
      "ignore",
      "ignore",
      "ignore",
      "label",
      "ignore",
      "ignore",
      "ignore",
    ]);
    expect(table.learnFrom).toEqual({ kind: "folders", folders: ["train/good"] });
    expect(learned(table, 4)).toEqual([2, 3]);
    expect(table.folders.map(({ count, isOrdinary }) => [count, isOrdinary])).toEqual([
      [1, false],
      [1, true],
      [2, true],
    ]);
  });

  it("learns from folders that sound ordinary where no training set is", () => {
    expect(tableOf("ok/1.png", "scratch/1.png").learnFrom).toEqual({ kind: "folders", folders: ["ok"] });
  });

  it("learns from a training set of no name, else from all", () => {
    expect(tableOf("train/1.png", "test/2.png").learnFrom).toEqual({ kind: "folders", folders: ["train"] });
    expect(tableOf("1.png", "2.png").learnFrom).toEqual({ kind: "all" });
    expect(learned(tableOf("1.png"), 1)).toBeNull();
  });

  it("takes folders of which none sounds ordinary for classes", () => {
    expect(tableOf("cat/1.png", "dog/1.png").roles[3]?.role).toBe("class");
    expect(tableOf("cat/1.png", "2.png").roles[3]?.role).toBe("ignore");
  });
});

describe("how images are seen at first", () => {
  const shapeOf = (...sides: [number, number][]) =>
    guessImagesKind(
      sides.map(([width, height]) => ({ width, height })),
      false,
      { kind: "all" },
    );

  it("leaves tiny images as they are", () => {
    expect(shapeOf([28, 28], [28, 28]).size).toBe(28);
    expect(shapeOf([5, 5]).size).toBe(28);
    expect(shapeOf([300, 200], [300, 200])).toMatchObject({ size: 64, fit: "stretch" });
  });

  it("pads images of different outlines", () => {
    expect(shapeOf([300, 100], [100, 300]).fit).toBe("pad");
    expect(shapeOf([300, 250], [250, 300]).fit).toBe("stretch");
    expect(shapeOf().size).toBe(64);
  });
});
