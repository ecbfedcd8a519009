import { rowsLearned } from "../../core/learn/rows-learned";
import type { StoredRun } from "../stored-run";
import { labelledBy } from "./labelled";

/**
 * The scored rows by which a run is judged, ascending: those that were learned from say little of how well others are told
 * apart. Where no ordinary row would be left beside them, all.
 */
export function rowsToJudge({ table, request, result }: StoredRun, strange: readonly string[] | null): Uint32Array {
  const all = result.order.slice().sort();
  const learned = rowsLearned(table.dataset, request.recipe);
  if (!learned) return all;
  const isLearned = new Set(learned);
  const others = all.filter((row) => !isLearned.has(row));
  const labelled = labelledBy(table.dataset, request.recipe, strange);
  return labelled && !others.some((row) => labelled.of(row) === 0) ? all : others;
}
