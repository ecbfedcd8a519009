import { coreKindOf } from "../../../core/kinds/kinds";
import type { ReportSection } from "../../../core/report/report";
import { joinSentences } from "../../../ui/format";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

/** What was asked, and the answer in one line. */
export function questionPart({ dataset, result, threshold, rows }: ReportMaterial, words: ReportWords): ReportSection {
  const { t, count, share, language } = words;
  const context = coreKindOf(result.request.recipe.rowKind).noun;
  const all = result.sorted.length;
  const answer = t("page.question.answer", {
    context,
    count: threshold.count,
    formatted: count(threshold.count),
    rows: count(all),
    share: share(all === 0 ? 0 : threshold.count / all),
  });
  const isTogether = rows.total !== threshold.count;
  const together = t("page.question.together", { context, count: rows.total, formatted: count(rows.total) });
  return {
    title: t("page.question.title"),
    blocks: [
      {
        is: "sentences",
        sentences: [
          t("page.question.asked", { context, name: dataset.name }),
          joinSentences([answer, ...(isTogether ? [together] : [])], language),
        ],
      },
    ],
  };
}
