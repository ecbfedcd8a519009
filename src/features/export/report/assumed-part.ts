import { labelColumnOf } from "../../../core/project/label-truth";
import type { Fact, ReportSection } from "../../../core/report/report";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

const MAX_COLUMNS = 60;

/** What the rows and the columns were taken for, and by whom. */
export function assumedPart(material: ReportMaterial, words: ReportWords): ReportSection {
  const { t, say, count } = words;
  const { dataset, result } = material;
  const { recipe } = result.request;
  const rows = dataset.columns.slice(0, MAX_COLUMNS).map(({ name, kind, role, roleWhy }, at) => {
    const own = recipe.columns[at]?.role ?? role;
    const why = own === role ? say(roleWhy) : t("page.assumed.chosen");
    return [name, t(`prepare:kind.${kind}`), t(`prepare:role.${own}`), why];
  });
  const rest = dataset.columns.length - rows.length;
  return {
    title: t("page.assumed.title"),
    blocks: [
      { is: "facts", facts: factsOf(material, words) },
      {
        is: "table",
        caption: t("page.assumed.columns"),
        columns: [
          { name: t("page.assumed.column") },
          { name: t("page.assumed.is") },
          { name: t("page.assumed.role") },
          { name: t("page.assumed.why") },
        ],
        rows,
      },
      ...(rest > 0
        ? [{ is: "sentences", sentences: [t("page.assumed.more", { count: rest, formatted: count(rest) })] } as const]
        : []),
    ],
  };
}

function factsOf({ dataset, result }: ReportMaterial, { t, say }: ReportWords): Fact[] {
  const { recipe } = result.request;
  const isAsGuessed = recipe.rowKind.kind === dataset.recipe.rowKind.kind;
  const label = dataset.columns[labelColumnOf(recipe) ?? -1]?.name ?? "";
  const group = dataset.columns[recipe.columns.findIndex(({ role }) => role === "group")]?.name;
  const way = recipe.learn?.kind ?? "all";
  return [
    {
      name: t("page.assumed.kind"),
      value: isAsGuessed ? say(dataset.rowKindWhy) : t("page.assumed.chosen"),
    },
    { name: t("page.assumed.learn"), value: t(`prepare:learn.way.${way}`, { column: label }) },
    ...(recipe.withinGroup && group !== undefined
      ? [{ name: t("page.assumed.within"), value: t("page.assumed.within-each", { column: group }) }]
      : []),
  ];
}
