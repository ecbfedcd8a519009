const ordinary = new Set(
  (
    "good goods normal normals ok okay okey fine healthy regular nominal ordinary clean intact pass passed reference " +
    "golden negative negatives benign undamaged flawless perfect gut io inlier inliers " +
    "良品 良 合格 合格品 正常 正常品 양품 정상 합격"
  ).split(" "),
);
/** "no_defect", "defect-free", "not damaged". */
const faults =
  /^(defect|defects|defective|anomaly|anomalies|anomalous|damage|damaged|fault|faults|faulty|crack|cracks)$/;

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

/** Whether the name of a folder speaks of ordinary images: "good", "OK", "no_defects", "defect-free". */
export function soundsOrdinary(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => faults.test(word)))
    return words.some(
      (word) => word === "no" || word === "non" || word === "not" || word === "free" || word === "without",
    );
  if (words.some((word) => word === "not" || word === "no" || word === "non" || word === "ab")) return false;
  return words.some((word) => ordinary.has(word));
}

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

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
}
