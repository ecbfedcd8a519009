import { sourceRowOf } from "../../../core/data/dataset";
import type { ReportBlock, ReportSection } from "../../../core/report/report";
import { formatTime } from "../../../ui/format";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

const MAX_DECISIONS = 300;

/** Who said what of which row, and when; and what was said of all rows that some filters let through. */
export function decisionsPart({ marked, choices, dataset }: ReportMaterial, words: ReportWords): ReportSection {
  const { t, count, language } = words;
  const all = [...marked.byRow].sort(([, one], [, other]) => other.at - one.at);
  const told = all.slice(0, MAX_DECISIONS);
  const rest = all.length - told.length;
  const rules = choices.rules.map(({ says, where }) =>
    t(`judge:rules.says.${says}`, { where: words.filters(where.filters) }),
  );
  const blocks: ReportBlock[] = [];
  if (rules.length > 0)
    blocks.push({ is: "sentences", sentences: [t("page.decisions.rules")] }, { is: "list", items: rules });
  if (told.length === 0) blocks.push({ is: "sentences", sentences: [t("page.decisions.none")] });
  else
    blocks.push({
      is: "table",
      caption: t("page.decisions.caption"),
      columns: [
        { name: t("page.decisions.when") },
        { name: t("page.decisions.who") },
        { name: t("page.decisions.row"), isNumber: true },
        { name: t("page.decisions.what") },
        { name: t("page.decisions.note") },
      ],
      rows: told.map(([row, { at, by, verdict, note, tags }]) => [
        at > 0 ? formatTime(at, language) : "–",
        by === "" ? t("page.decisions.nobody") : by,
        count(sourceRowOf(dataset, row)),
        t(`judge:${verdict}`),
        [note, ...tags].filter((word) => word !== "").join(" · "),
      ]),
    });
  if (rest > 0)
    blocks.push({ is: "sentences", sentences: [t("page.decisions.more", { count: rest, formatted: count(rest) })] });
  return { title: t("page.decisions.title"), blocks };
}
