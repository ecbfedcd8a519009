import { mostInOneBar, scorePicture } from "../../../charts/still/score-picture";
import type { ReportSection } from "../../../core/report/report";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

/** The picture of all scores. */
export function scoresPart(
  { result, threshold }: ReportMaterial,
  { t, count, number, language }: ReportWords,
): ReportSection {
  const drawing = scorePicture({
    sorted: result.sorted,
    threshold: threshold.value,
    language,
    words: {
      title: t("page.scores.words"),
      axis: t("page.scores.axis"),
      threshold: t("page.scores.threshold", { value: number(threshold.value) }),
      most: t("page.scores.most", { formatted: count(mostInOneBar(result.sorted)) }),
    },
  });
  return {
    title: t("page.scores.title"),
    blocks: [{ is: "picture", drawing, caption: t("page.scores.caption") }],
  };
}
