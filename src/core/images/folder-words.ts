import { wordsOf } from "../truth/strange-words";

const sets: Readonly<Record<string, ImageSet>> = {
  train: "train",
  training: "train",
  learn: "train",
  test: "test",
  testing: "test",
  val: "validation",
  valid: "validation",
  validation: "validation",
  dev: "validation",
};
const masks = new Set(["mask", "masks", "groundtruth", "gt", "segmentation", "segmentations"]);

const images = new Set(["image", "images", "img", "imgs", "picture", "pictures", "photo", "photos", "rgb"]);

export type ImageSet = "train" | "test" | "validation";

/** The part of a benchmark or a project that a folder of this name holds; null: none. */
export function setNamed(name: string): ImageSet | null {
  const [word, ...more] = wordsOf(name);
  return (word !== undefined && (more.length === 0 || more[0] === "set") && sets[word]) || null;
}

/** Whether a folder of this name holds masks: images that mark the defects of others. */
export function holdsMasks(name: string): boolean {
  return masks.has(wordsOf(name).join(""));
}

/** Whether a folder of this name holds images as opposed to their masks: "images" beside "masks". */
export function holdsImages(name: string): boolean {
  return images.has(wordsOf(name).join(""));
}
