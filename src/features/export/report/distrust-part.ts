import { stabilityVerdict } from "../../../core/score/stability";
import type { ReportSection } from "../../../core/report/report";
import { isClearIn } from "../../../state/borderline";
import { detectorCardOf, namedInstance } from "../../../state/catalogue";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

/** Reasons to doubt what the report says. */
export function distrustPart(material: ReportMaterial, words: ReportWords): ReportSection {
  const { t, say } = words;
  const { result, panel, detector, leaks, dataset } = material;
  const own = panel.find((one) => one.detector === detector);
  const said = [...new Set([...result.notes, ...(own?.result.notes ?? [])].map(say))];
  return {
    title: t("page.distrust.title"),
    blocks: [
      {
        is: "list",
        items: [
          t("page.distrust.not-probability"),
          ...ofScores(material, words),
          ...ofSeeds(material, words),
          ...leaks.map(({ columns, why }) =>
            t("page.distrust.leak", {
              column: words.names(columns.map((at) => dataset.columns[at]?.name ?? "")),
              why: say(why),
            }),
          ),
          ...said,
          ...blindness(material, words),
        ],
      },
    ],
  };
}

function ofScores({ result, dataset, isStale, panel }: ReportMaterial, { t, count }: ReportWords): string[] {
  const { sampled, calibration } = result;
  const unscored = sampled ? 0 : dataset.rowCount - result.order.length;
  return [
    ...(isStale ? [t("page.distrust.stale")] : []),
    ...(sampled ? [t("page.distrust.sampled", { rows: count(sampled.rows), of: count(sampled.of) })] : []),
    ...(unscored > 0 ? [t("page.distrust.unscored", { count: unscored, formatted: count(unscored) })] : []),
    ...(!calibration && !isClearIn(result, panel) ? [t("page.distrust.no-gap")] : []),
    ...(panel.length === 1 ? [t("page.distrust.alone")] : []),
  ];
}

function ofSeeds({ result, stability }: ReportMaterial, { t, count, share }: ReportWords): string[] {
  if (result.endedEarly) return [t("page.distrust.early")];
  if (!result.chance) return [];
  if (!stability) return [t("page.distrust.no-reruns")];
  const verdict = stabilityVerdict(stability);
  const values = { runs: count(stability.runs), share: share(stability.overlap ?? 1) };
  return [`${t("stability:title")}: ${t(`stability:said.${verdict}`, values)}`];
}

/** Of the detector that is told of; of several together, of each. */
function blindness({ panel, detector }: ReportMaterial, { t, nameOf, ofDetector }: ReportWords): string[] {
  const own = panel.filter((one) => one.detector === detector);
  return (own.length > 0 ? own : panel).flatMap((one) => {
    const card = detectorCardOf(one.detector);
    if (!card) return [];
    const what = ofDetector(card, "blindTo", card.blindTo);
    return [t("page.distrust.blind", { label: nameOf(namedInstance(one.detector)), what })];
  });
}
