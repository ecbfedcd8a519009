import { filterTest } from "../data/column-filter";
import type { Dataset } from "../data/dataset";
import { Failure } from "../data/failure";
import type { PartInKind } from "../kinds/core-kind";
import { coreKindOf, partInKind } from "../kinds/kinds";
import { ignoredRows, withoutIgnored } from "../prepare/ignored-periods";
import type { Recipe } from "../prepare/recipe";
import { labelledIn } from "../truth/labelled-in";
import { LEAST_ROWS_LEARNED, type LearnRule } from "./learn-rule";

/**
 * The rows of a table that detectors learn from by a recipe, ascending; null: all, as where the rule speaks of a label that
 * is not there. Throws `Failure` "too-few-learned" where it leaves fewer than anything can be learned of.
 */
export function rowsLearned(dataset: Dataset, recipe: Recipe): Uint32Array | null {
  const { learn, rowKind, columns } = recipe;
  const ofKind = coreKindOf(rowKind).learnedRows(dataset, rowKind);
  if (ofKind || !learn) return ofKind;
  const named = rowsBy(learn, dataset, { rowKind, columns });
  if (!named || named.length >= dataset.rowCount) return null;
  const rows = withoutIgnored(named, ignoredRows(dataset, recipe));
  if (rows.length < Math.min(LEAST_ROWS_LEARNED, dataset.rowCount))
    throw new Failure({ code: "too-few-learned", values: { rows: rows.length, least: LEAST_ROWS_LEARNED } });
  return rows;
}

type Read = Pick<Recipe, "rowKind" | "columns">;

/** What a column is for that tells what came first. */
const ORDERS: ReadonlySet<PartInKind | null> = new Set<PartInKind>(["time", "order"]);

function rowsBy(rule: LearnRule, dataset: Dataset, recipe: Read): Uint32Array | null {
  switch (rule.kind) {
    case "label":
      return ordinaryRows(dataset, recipe, rule.strange ?? null);
    case "first":
      return firstRows(dataset, recipe, rule.rows);
    case "model":
      return null;
    case "rows":
      return Uint32Array.from(rule.rows.filter((row) => row < dataset.rowCount));
    case "without": {
      const left = new Set(rule.rows);
      return allRows(dataset).filter((row) => !left.has(row));
    }
    case "filter": {
      const tests = rule.filters.map((filter) => filterTest(dataset, filter));
      return allRows(dataset).filter((row) => tests.every((test) => test(row)));
    }
    default:
      return rule satisfies never;
  }
}

function ordinaryRows(dataset: Dataset, { columns }: Read, said: readonly string[] | null): Uint32Array | null {
  const label = dataset.columns[columns.findIndex(({ role }) => role === "label")];
  const labelled = label && labelledIn(label, said);
  return labelled ? allRows(dataset).filter((row) => labelled.of(row) === 0) : null;
}

/** The first so many rows, of those that have a time; of one moment in the order of the file. */
function firstRows(dataset: Dataset, recipe: Read, count: number): Uint32Array {
  const time = dataset.columns.find(({ kind }, at) => ORDERS.has(partInKind(recipe, at, kind)));
  const rows = allRows(dataset);
  if (time?.kind !== "time" && time?.kind !== "number") return rows.subarray(0, count);
  const { values } = time;
  const timed = rows.filter((row) => Number.isFinite(values[row]));
  return timed
    .sort((a, b) => values[a]! - values[b]! || a - b) // rows of the table
    .subarray(0, count)
    .slice()
    .sort();
}

/** All rows of a table. */
export function allRows({ rowCount }: Pick<Dataset, "rowCount">): Uint32Array {
  return Uint32Array.from({ length: rowCount }, (_, row) => row);
}
