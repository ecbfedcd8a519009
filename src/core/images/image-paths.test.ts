import { expect, it } from "vitest";
import { sortPaths } from "./image-paths";

it("reads sets and labels from folders, without what all have in common", () => {
  const { images } = sortPaths(["parts/test/bad/10.png", "parts/test/bad/2.png", "parts/train/good/1.png"]);
  expect(images.map(({ file, place }) => [file, place.folder, place.set, place.label])).toEqual([
    [1, "test/bad", "test", "bad"],
    [0, "test/bad", "test", "bad"],
    [2, "train/good", "train", "good"],
  ]);
});

it("keeps a folder that all share when it is a set or speaks of ordinary images", () => {
  expect(sortPaths(["x/good/1.png", "x/good/2.png"]).images[0]?.place).toMatchObject({
    folder: "good",
    label: "good",
  });
  expect(sortPaths(["a.png"]).images[0]?.place).toEqual({ path: "a.png", folder: ".", set: null, label: null });
});

it("gives masks to the image of their name that is not called ordinary", () => {
  const paths = ["train/good/000.jpg", "test/good/000.jpg", "test/bad/000.jpg", "masks/000.png", "masks/777.png"];
  const { images, masks, loose } = sortPaths(paths);
  expect(images.map(({ file }) => file)).toEqual([2, 1, 0]);
  expect([...masks]).toEqual([[0, 3]]);
  expect(loose).toEqual([4]);
});

it("follows the folders below ground_truth, and a name with _mask", () => {
  const paths = ["test/hole/000.png", "test/cut/000.png", "ground_truth/cut/000_mask.png", "train/good/000.png"];
  const { images, masks } = sortPaths(paths);
  expect([...masks].map(([image, mask]) => [images[image]?.place.folder, mask])).toEqual([["test/cut", 2]]);
});

it("takes images in a folder called masks for images where there is nothing else", () => {
  expect(sortPaths(["masks/1.png", "masks/2.png"]).images).toHaveLength(2);
  expect(sortPaths([]).images).toEqual([]);
});

it("takes the class, not the folder of its images, where each class has images beside masks", () => {
  const paths = ["set/bolt/images/1.png", "set/bolt/masks/1.png", "set/nut/images/1.png", "set/nut/masks/1.png"];
  const { images, masks, loose } = sortPaths(paths);
  expect(images.map(({ place }) => place.label)).toEqual(["bolt", "nut"]);
  expect([...masks].map(([image, mask]) => [images[image]!.file, mask])).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(loose).toEqual([]);
  expect(sortPaths(["a/images/1.png", "a/drawings/2.png"]).images.map(({ place }) => place.label)).toEqual([
    "drawings",
    "images",
  ]);
});
