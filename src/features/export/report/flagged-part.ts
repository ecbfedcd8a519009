import { coreKindOf } from "../../../core/kinds/kinds";
import type { ReportBlock, ReportSection } from "../../../core/report/report";
import { MAX_THINGS, thingInWords } from "./thing-in-words";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

/** What was flagged, the strangest first, each with its reasons; of very much the first, and where the rest is. */
export function flaggedPart(material: ReportMaterial, words: ReportWords): ReportSection {
  const { t, count } = words;
  const { rows, result, exportName } = material;
  const context = coreKindOf(result.request.recipe.rowKind).noun;
  const title = t("page.flagged.title", { context });
  if (rows.total === 0) return { title, blocks: [{ is: "sentences", sentences: [t("page.flagged.none")] }] };
  const things = rows.things.slice(0, MAX_THINGS);
  const isAll = things.length === rows.total;
  const formatted = count(rows.total);
  const caption = isAll
    ? t("page.flagged.caption", { count: rows.total, formatted })
    : t("page.flagged.first", { shown: count(things.length), formatted });
  const blocks: ReportBlock[] = [
    ...(isAll ? [] : [{ is: "sentences", sentences: [t("page.flagged.more", { file: exportName })] } as const]),
    {
      is: "things",
      caption,
      head: {
        place: t("page.flagged.place"),
        score: t("page.flagged.score"),
        why: t("page.flagged.why"),
        cells: t("page.flagged.cells"),
        mark: t("page.flagged.mark"),
      },
      things: things.map((thing) => thingInWords(thing, material, words)),
    },
  ];
  return { title, blocks };
}
