import { learnsFromLabel } from "../core/detect/learns-from-label";
import type { Recipe } from "../core/prepare/recipe";
import { runKeyOf } from "../core/detect/run-key";
import { saidStrange } from "../core/project/label-truth";
import type { DatasetCard, RunRequest } from "../engine/protocol";
import { detectorCardOf } from "./catalogue";
import { type Choices, instanceOf } from "./choices";
import { countingSources, knownBySources } from "./known-truth";
import type { SessionState } from "./session-state";

/** The run that the choices ask for; null while there is no table that they speak of. */
export function runRequestOf(state: SessionState, id: string): RunRequest | null {
  const { dataset, history, marked } = state;
  const { present } = history;
  const { recipe, truth, seed, backend } = present;
  const instance = instanceOf(present, id);
  // While a table is read again, the choices may speak of other columns than are there.
  if (!dataset || !recipe || !instance || !speaksOf(present, dataset)) return null;
  const { detector, params } = instance;
  const told = saidStrange(truth, recipe);
  // Where no label is learned from, what a person says of it fits nothing again.
  const strange = learnsFromLabel(params) ? told : null;
  return {
    dataset: dataset.id,
    recipe: recipeOf(recipe, detector, told),
    detector,
    params,
    seed,
    backend,
    ...(strange && { strange }),
    ...(detectorCardOf(detector)?.taught && {
      taught: knownBySources(countingSources(state), marked, present) ?? { sources: [] },
    }),
  };
}

/**
 * The recipe as a detector gets it: what stands out for sure does so among all rows, so that only rankings learn from some;
 * where the label says from which, it is said which of its values mean strange.
 */
function recipeOf(recipe: Recipe, detector: string, strange: readonly string[] | null): Recipe {
  const { learn, ...others } = recipe;
  if (!learn) return recipe;
  const card = detectorCardOf(detector);
  if (card?.tests) return others;
  // Who is taught needs both kinds.
  if (card?.taught && (learn.kind === "label" || learn.kind === "without")) return others;
  return learn.kind === "label" && strange ? { ...recipe, learn: { ...learn, strange } } : recipe;
}

/** The key of what a request makes. */
export function keyOfRun(request: RunRequest): string {
  const detector = detectorCardOf(request.detector);
  const backend = detector?.family === "neural" ? request.backend : "none";
  return runKeyOf({ ...request, backend, version: detector?.version ?? 0 });
}

/** Whether the choices speak of the columns of this table, and not of those that it has when it is read in another way. */
export function speaksOf({ table }: Choices, dataset: DatasetCard): boolean {
  const columns = table?.columns;
  return (
    columns?.length === dataset.columns.length &&
    columns.every(({ name, kind }, at) => dataset.columns[at]?.name === name && dataset.columns[at].kind === kind)
  );
}
