import { contributionsToSay } from "../../../core/explain/said-reasons";
import type { ReportedThing, ToldCell } from "../../../core/report/report";
import { scoreOutOf100 } from "../../../core/score/score-scale";
import type { ThingInReport } from "../../../engine/protocol";
import { asSentence } from "../../../ui/format";
import type { ReportMaterial } from "./material";
import { pictureOf } from "./picture-of";
import type { ReportWords } from "./use-report-words";

/** So many are told one by one: more are for a spreadsheet. */
export const MAX_THINGS = 200;
/** Cells told of each: a page is no spreadsheet. */
const MAX_CELLS = 10;

/** What stands out, said in the person's language. */
export function thingInWords(thing: ThingInReport, material: ReportMaterial, words: ReportWords): ReportedThing {
  const { result, dataset } = material;
  const path = dataset.read.format === "images" ? thing.cells[0] : null;
  return {
    place: typeof path === "string" ? path : words.placeOf(thing),
    score: words.number(scoreOutOf100(thing.score, result.scale), 3),
    reasons: reasonsOf(thing, words),
    cells: cellsOf(thing, material, words),
    mark: markOf(thing, material, words),
    picture: pictureOf(thing, material, words),
  };
}

function reasonsOf({ explanation }: ThingInReport, { t, say }: ReportWords): readonly string[] {
  const close = (reasons: string) => t("inspect:why.sentence", { reasons });
  if (explanation?.finding) return [asSentence(say(explanation.finding), close)];
  const said = explanation ? contributionsToSay(explanation).map(({ note }) => say(note)) : [];
  return said.length > 0 ? said.map((one) => asSentence(one, close)) : [t("page.flagged.no-reason")];
}

/** The cells that are among the reasons first, then what names the row, then the others in their order. */
function cellsOf(thing: ThingInReport, { dataset, result }: ReportMaterial, words: ReportWords): readonly ToldCell[] {
  const { t, count, formatCell, usualOf } = words;
  const { columns: recipe } = result.request.recipe;
  const isOfImages = dataset.read.format === "images";
  const reasons = new Map(
    (thing.explanation ? contributionsToSay(thing.explanation) : []).map((one) => [one.column, one] as const),
  );
  const rank = (at: number) => {
    if (reasons.has(at)) return 0;
    const role = recipe[at]?.role;
    if (role === "id" || role === "label" || dataset.columns[at]?.kind === "time") return 1;
    return role === "ignore" ? 3 : 2;
  };
  const order = dataset.columns.map((_, at) => at).sort((a, b) => rank(a) - rank(b) || a - b);
  const shown = (isOfImages ? order.slice(1) : order).slice(0, MAX_CELLS);
  const told = shown.flatMap((at): ToldCell[] => {
    const column = dataset.columns[at];
    if (!column) return [];
    const reason = reasons.get(at);
    const isName = recipe[at]?.role === "id";
    return [
      {
        name: column.name,
        value: formatCell(thing.cells[at], column.kind, isName),
        isReason: reason !== undefined,
        usual: reason ? usualOf(reason, column.kind) : "",
      },
    ];
  });
  const rest = order.length - shown.length - (isOfImages ? 1 : 0);
  if (rest <= 0) return told;
  const more = { name: t("page.flagged.cells-more", { count: rest, formatted: count(rest) }), value: "" };
  return [...told, { ...more, isReason: false, usual: "" }];
}

function markOf({ row }: ThingInReport, { marked }: ReportMaterial, { t }: ReportWords): string {
  const mark = marked.byRow.get(row);
  if (!mark) return "";
  return [t(`judge:${mark.verdict}`), mark.by, mark.note, ...mark.tags].filter((word) => word !== "").join(" · ");
}
