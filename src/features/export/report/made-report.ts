import type { Report, ReportSection } from "../../../core/report/report";
import { type ReportPart, reportParts } from "../../../core/report/report-settings";
import { formatTime } from "../../../ui/format";
import { assumedPart } from "./assumed-part";
import { dataPart } from "./data-part";
import { decisionsPart } from "./decisions-part";
import { detectorsPart } from "./detectors-part";
import { distrustPart } from "./distrust-part";
import { evaluationPart } from "./evaluation-part";
import { flaggedPart } from "./flagged-part";
import type { ReportMaterial } from "./material";
import { questionPart } from "./question-part";
import { repeatPart } from "./repeat-part";
import type { ReportWords } from "./use-report-words";
import { scoresPart } from "./scores-part";
import { thresholdPart } from "./threshold-part";

const parts: Readonly<Record<ReportPart, (material: ReportMaterial, words: ReportWords) => ReportSection>> = {
  data: dataPart,
  assumed: assumedPart,
  detectors: detectorsPart,
  threshold: thresholdPart,
  scores: scoresPart,
  flagged: flaggedPart,
  evaluation: evaluationPart,
  distrust: distrustPart,
  decisions: decisionsPart,
  repeat: repeatPart,
};

/** A report in the person's language, of the parts that are wanted. */
export function madeReport(material: ReportMaterial, words: ReportWords): Report {
  const { t, language } = words;
  const { heading, remarks, without } = material.choices.report;
  // To the minute: nobody asks for seconds.
  const date = formatTime(Math.floor(material.now / 60_000) * 60_000, language);
  return {
    language,
    heading: heading.trim() || t("page.heading", { name: material.dataset.name }),
    made: t("page.made", { date }),
    remarks,
    contents: t("page.contents"),
    sections: [
      questionPart(material, words),
      ...reportParts.filter((part) => !without.includes(part)).map((part) => parts[part](material, words)),
    ],
  };
}
