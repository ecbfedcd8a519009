const ordinary = new Set(
  (
    "good goods normal normals ok okay okey fine healthy regular nominal ordinary clean intact pass passed reference " +
    "golden negative negatives benign undamaged flawless perfect gut io inlier inliers none legit legitimate genuine " +
    "harmless safe usual typical " +
    "良品 良 合格 合格品 正常 正常品 양품 정상 합격"
  ).split(" "),
);
/** "no_defect", "defect-free", "not damaged". */
const strange = new Set(
  (
    "defect defects defective anomaly anomalies anomalous damage damaged fault faults faulty crack cracks abnormal " +
    "outlier outliers attack attacks intrusion intrusions fraud frauds fraudulent malicious malignant malware bad broken " +
    "fail fails failed failure failures error errors suspicious strange unusual nok ng"
  ).split(" "),
);
const denies = new Set(["no", "non", "not", "free", "without"]);

/** Whether a name speaks of ordinary rows or images: "good", "OK", "no_defects", "defect-free", "normal.". */
export function soundsOrdinary(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => strange.has(word))) return words.some((word) => denies.has(word));
  return !words.some(turns) && words.some((word) => ordinary.has(word));
}

/** Whether it speaks of strange ones: "attack", "Failure", "not ok". */
export function soundsStrange(name: string): boolean {
  const words = wordsOf(name);
  if (words.some((word) => strange.has(word))) return !words.some((word) => denies.has(word));
  return words.some(turns) && words.some((word) => ordinary.has(word));
}

/** "not ok", "no good", "ab normal". */
function turns(word: string): boolean {
  return word === "not" || word === "no" || word === "non" || word === "ab";
}

/** The words of a name, in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
}
