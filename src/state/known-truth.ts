import { coreKindOf } from "../core/kinds/kinds";
import { labelColumnOf, saidStrange } from "../core/project/label-truth";
import type { TruthSource } from "../core/truth/truth-sources";
import type { KnownRequest } from "../engine/protocol";
import type { Choices } from "./choices";
import { decidedRows, type MarkedRows } from "./marked-rows";
import type { SessionState } from "./session-state";

/** The sources that the open table has. */
export function availableSources({ dataset, marked, history: { present } }: SessionState): readonly TruthSource[] {
  const hasMasks = dataset?.read.format === "images" && dataset.read.report.masks > 0;
  return [
    ...(labelColumnOf(present.recipe) === null ? [] : (["label"] as const)),
    ...(present.labelled ? (["windows"] as const) : []),
    ...(hasMasks ? (["masks"] as const) : []),
    ...(decidedRows(marked).rows.length > 0 ? (["marks"] as const) : []),
  ];
}

/** Those that count: as a person says; until then what the file or windows tell, and marks where nothing else does. */
export function countingSources(state: SessionState): readonly TruthSource[] {
  const available = availableSources(state);
  const { judgedBy } = state.history.present;
  const said = judgedBy?.filter((source) => available.includes(source)) ?? [];
  if (said.length > 0) return said;
  const told = available.filter((source) => source !== "marks");
  const usual = told.includes("windows") ? told.filter((source) => source !== "label") : told;
  return usual.length > 0 ? usual : available;
}

/** What is known of the rows of the open table by these sources, for the engine; null where nothing is. */
export function knownBySources(
  sources: readonly TruthSource[],
  marked: MarkedRows,
  { recipe, truth, labelled, stretches }: Pick<Choices, "recipe" | "truth" | "labelled" | "stretches">,
): KnownRequest | null {
  if (!recipe || sources.length === 0) return null;
  const strange = saidStrange(truth, recipe);
  return {
    sources,
    ...(strange && { strange }),
    ...(coreKindOf(recipe.rowKind).takesWindows && { series: { windows: labelled?.windows ?? null, ...stretches } }),
    ...(sources.includes("marks") && { marks: decidedRows(marked) }),
  };
}

/** Whether only marks count, and fewer rows have one than would tell what is missed. */
export function isOnlyMarked(sources: readonly TruthSource[]): boolean {
  return sources.length === 1 && sources[0] === "marks";
}
