import { useWords } from "../../ui/use-words";

/** What is said of a model in the folder that is handed over. */
export interface ToldOfModel {
  readonly detector: string;
  readonly detectors: readonly string[];
  readonly file: string;
  readonly rows: string;
  readonly threshold: string;
  readonly day: string;
}

const SPARK = `def batches(frames):
    from score import score
    for frame in frames:
        yield score(frame)

scored = table.mapInPandas(batches, schema=table.schema.add("score", "double").add("percentile", "double").add("anomaly score (0-100)", "double").add("flagged", "long"))`;

const RAY = `from score import score
scored = ray.data.read_csv("big.csv").map_batches(score, batch_format="pandas", batch_size=50_000)`;

/** Detectors that keep rows to compare with. */
const WITH_ROWS: ReadonlySet<string> = new Set(["knn", "lof", "unsuspicious-neighbours", "one-class-svm"]);

/** The README of what is handed over, in the person's language. */
export function useReadme(): (told: ToldOfModel) => string {
  const { t } = useWords("handing");
  return ({ detectors, ...told }) => {
    const file = (name: string, what: string) => `- \`${name}\`: ${what}`;
    const code = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;
    return [
      `# ${told.detector}`,
      t("readme.intro", told),
      `## ${t("readme.files")}`,
      [
        file("model.onnx", t("readme.file.model")),
        file("score.py", t("readme.file.score")),
        file("score_dask.py", t("readme.file.dask")),
        file("train.py", t("readme.file.train")),
        file("model.json, reference.npy", t("readme.file.numbers")),
        file("test.csv, test-scores.csv", t("readme.file.test")),
      ].join("\n"),
      `## ${t("readme.start")}`,
      t("readme.needs"),
      code(
        "sh",
        "pip install numpy pandas onnxruntime\npython score.py --check\npython score.py new.csv --out scored.csv",
      ),
      t("readme.check"),
      t("readme.columns"),
      ...(detectors.some((id) => WITH_ROWS.has(id)) ? [t("readme.rows")] : []),
      ...(detectors.includes("lof") ? [t("readme.ties")] : []),
      `## ${t("readme.engines")}`,
      t("readme.engine-rule"),
      code("sh", 'python score_dask.py "big*.csv" scored --workers 4'),
      t("readme.spark"),
      code("python", SPARK),
      t("readme.ray"),
      code("python", RAY),
      "",
    ].join("\n\n");
  };
}
