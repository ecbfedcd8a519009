import { Failure } from "../../core/data/failure";
import { narrowedTo } from "../../core/data/files-of";
import { columnMapOf, type MappedColumn, sureMapOf } from "../../core/models/column-map";
import type { KeptModel } from "../../core/models/kept-model";
import { recipeByModel } from "../../core/models/recipe-by-model";
import type { Recipe } from "../../core/prepare/recipe";
import { scoreOutOf100 } from "../../core/score/score-scale";
import { countAtOrAbove } from "../../core/score/threshold";
import { lookAt } from "../../io/read/look-at";
import type { CallTools } from "../calls/host";
import type { ScoredFile } from "../calls/models";
import type { Parts } from "../parts";
import { quiet } from "../preparing";
import type { DatasetCard, ReadPlan, RunResult, Source } from "../protocol";
import { checkModel } from "./check-model";
import { periodOf } from "./period-of";

/** The same file may be on screen: what is let go of must not be that one. */
const ID_PREFIX = "scored ";

/** Reads a file, scores it by a kept model without learning anything, and lets go of it again. */
export async function scoredFile(model: KeptModel, given: Source, parts: Parts, tools: CallTools): Promise<ScoredFile> {
  const { source, plan } = await seen(given);
  const opened: string[] = [];
  const open = async (as: ReadPlan): Promise<DatasetCard> => {
    const card = await parts.tables.open(source, as, tools, ID_PREFIX);
    opened.push(card.id);
    return card;
  };
  try {
    let card = await open(plan);
    let map = sureMapOf(columnMapOf(model.settings, card.columns));
    const kinds = kindsOf(map, card);
    if (Object.keys(kinds).length > 0) {
      card = await open({ ...plan, kinds: { ...plan.kinds, ...kinds } });
      map = sureMapOf(columnMapOf(model.settings, card.columns));
    }
    if (map.length > 0 && map.every(({ to }) => to === null))
      throw new Failure({ code: "model-fits-nothing", values: { name: model.name } });
    const { recipe } = recipeByModel(model, map, card);
    const result = await runBy(model, card, recipe, parts, quiet(tools));
    const run = parts.runs.get(result.key);
    const [first] = result.order;
    const { dataset } = run.table;
    return {
      rows: card.rowCount,
      unscored: card.rowCount - result.sorted.length,
      flagged: countAtOrAbove(result.sorted, model.threshold.value),
      strangest:
        first === undefined
          ? null
          : {
              row: dataset.sourceRows?.[first] ?? first,
              score100: scoreOutOf100(result.scores[first]!, result.scale), // it has one
            },
      period: periodOf(dataset, recipe, result.order),
      check: checkModel(model, run),
      renamed: map.flatMap(({ name, to }) => (to !== null && to !== name ? [{ name, to }] : [])),
    };
  } finally {
    for (const id of opened) {
      parts.runs.forgetTable(id);
      parts.kinds.forgetTable(id);
      parts.tables.close(id);
    }
  }
}

async function seen(given: Source): Promise<{ readonly source: Source; readonly plan: ReadPlan }> {
  const found = await lookAt(given);
  if (found.is !== "table")
    throw new Failure({ code: "no-table", values: { name: given.name, files: given.files.length } });
  const { inspection, inside, takes } = found;
  const { size, plan } = inspection;
  if (size.memory > size.budget) throw new Failure({ code: "out-of-memory" });
  return { source: inside?.source ?? narrowedTo(given, takes), plan };
}

/** Columns that are read as another kind than where the model learned: one month of a code may look like a number. */
function kindsOf(map: readonly MappedColumn[], { columns }: DatasetCard): ReadPlan["kinds"] {
  const other = map.flatMap(({ to, kind }): [number, MappedColumn["kind"]][] => {
    const at = columns.findIndex(({ name }) => name === to);
    return at >= 0 && columns[at]?.kind !== kind ? [[at, kind]] : [];
  });
  return Object.fromEntries(other);
}

async function runBy(
  { members, rule, seed }: KeptModel,
  { id: dataset }: DatasetCard,
  recipe: Recipe,
  { runs }: Parts,
  tools: CallTools,
): Promise<RunResult> {
  const results: RunResult[] = [];
  for (const { detector, params } of members)
    results.push(await runs.make({ dataset, recipe, detector, params, seed, backend: "auto" }, tools));
  const [only] = results;
  if (rule === null && only) return only;
  const combined = {
    dataset,
    runs: results.map(({ key }) => key),
    weights: members.map(({ weight }) => weight),
    rule: rule ?? "mean",
  };
  return runs.combine(combined, tools);
}
