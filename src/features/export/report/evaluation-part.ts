import type { FigureName } from "../../../core/evaluate/figures";
import type { Figure } from "../../../core/evaluate/interval";
import { isByTruth } from "../../../core/score/consequence";
import { coreKindOf } from "../../../core/kinds/kinds";
import type { ReportSection } from "../../../core/report/report";
import { BETA, FIRST_ROWS } from "./judged-by";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

const TOLD_FIGURES: readonly FigureName[] = [
  "precision",
  "recall",
  "f1",
  "average-precision",
  "roc-auc",
  "precision-at-k",
];
/** What marks on flagged rows alone can tell. */
const TOLD_OF_FLAGGED: readonly FigureName[] = ["precision"];

/** How the detectors fare by what is known to be strange, each figure with its interval. */
export function evaluationPart({ judged, result, threshold }: ReportMaterial, words: ReportWords): ReportSection {
  const { t, count, share, number } = words;
  const title = t("page.evaluation.title");
  if (!judged) return { title, blocks: [{ is: "sentences", sentences: [t("page.evaluation.none")] }] };
  const { judgement, names, isPartial } = judged;
  const figures = isPartial ? TOLD_OF_FLAGGED : TOLD_FIGURES;
  const context = coreKindOf(result.request.recipe.rowKind).noun;
  const { rule } = threshold;
  const values = { beta: number(BETA), k: count(Math.min(FIRST_ROWS, judgement.rows)) };
  return {
    title,
    blocks: [
      {
        is: "sentences",
        sentences: [
          t("evaluate:facts", {
            context,
            positives: count(judgement.positives),
            rows: count(judgement.rows),
            share: share(judgement.positives / judgement.rows),
          }),
          t(`evaluate:unit.${judgement.unit}`, { units: count(judgement.units) }),
          ...(isPartial ? [t("evaluate:only-flagged")] : []),
          ...(rule.kind === "by" && isByTruth(rule.by) ? [t("page.evaluation.optimistic")] : []),
        ],
      },
      {
        is: "table",
        caption: t("page.evaluation.caption"),
        columns: [
          { name: t("evaluate:detector") },
          ...figures.map((name) => ({ name: t(`evaluate:figure.${name}.name`, values), isNumber: true })),
        ],
        rows: judgement.detectors.map((one, at) => [
          names[at] ?? "",
          ...figures.map((name) => figureIn(one.figures[name], words)),
        ]),
      },
    ],
  };
}

function figureIn({ value, low, high }: Figure, { t, decimals }: ReportWords): string {
  if (Number.isNaN(value)) return "–";
  if (Number.isNaN(low)) return decimals(value);
  return `${decimals(value)} (${t("evaluate:interval", { low: decimals(low), high: decimals(high) })})`;
}
