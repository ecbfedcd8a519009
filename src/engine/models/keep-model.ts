import { Failure } from "../../core/data/failure";
import { rowsLearned } from "../../core/learn/rows-learned";
import { columnReferenceOf, evenlyDrawn } from "../../core/models/column-reference";
import { type KeptModel, MODEL_VERSION, type ModelBasis, type ModelMember } from "../../core/models/kept-model";
import { rowsBeforeOf } from "../../core/models/rows-before";
import { coreKindOf } from "../../core/kinds/kinds";
import { recipeSettingsOf } from "../../core/project/recipe-settings";
import type { Recipe } from "../../core/prepare/recipe";
import { rankScores } from "../../core/score/rank";
import type { KeepModelRequest } from "../calls/models";
import type { Kinds } from "../kinds/kinds";
import type { Runs } from "../runs/runs";
import type { FittedRun, StoredRun } from "../stored-run";
import type { Checkpoint } from "../yield-to-events";
import { periodOf } from "./period-of";

/** Scores that are remembered of what was learned from: enough for any rank. */
const MAX_SCORES = 100_000;

/** What some runs learned, as plain data. */
export async function keptModelOf(
  { id, name, madeAt, run: shown, members, threshold }: KeepModelRequest,
  runs: Pick<Runs, "get">,
  kinds: Kinds,
  checkpoint: Checkpoint,
): Promise<KeptModel> {
  const run = runs.get(shown);
  const { table, request } = run;
  const { recipe, seed, backend } = request;
  const fitted = members.map((member) => ({ ...member, run: fittedIn(runs.get(member.run)) }));
  const rows = learnedOf(run);
  const outline = { columns: table.dataset.columns.map(({ name: called, kind }) => ({ name: called, kind })) };
  const basis = await basisOf(
    fitted.map((one) => one.run),
    kinds,
    checkpoint,
  );
  const compared = table.dataset.columns.flatMap((column, at) =>
    recipe.columns[at]?.role === "feature" ? [{ column, before: columnReferenceOf(column, rows) }] : [],
  );
  return {
    version: MODEL_VERSION,
    id,
    name,
    madeAt,
    seed,
    backend,
    noun: coreKindOf(recipe.rowKind).noun,
    learnedFrom: {
      file: table.dataset.name,
      rows: rows.length,
      of: table.dataset.rowCount,
      period: periodOf(table.dataset, recipe, rows),
    },
    columns: outline.columns,
    settings: recipeSettingsOf(ofAllRows(recipe), { ...outline, recipe: table.told.recipe }),
    basis,
    members: fitted.map(({ id: instance, run: one, weight }): ModelMember => ({
      id: instance,
      detector: one.detector.id,
      version: one.detector.version,
      params: one.request.params,
      weight,
      model: one.model,
      reference: referenceOf(one, rows),
    })),
    rule: run.kind === "combined" ? run.rule : null,
    threshold,
    reference: referenceOf(run, rows),
    columnsBefore: compared.map(({ before }) => before),
    rowsBefore: rowsBeforeOf(
      compared.map(({ column, before }) => ({ column, levels: before.levels })),
      rows,
    ),
  };
}

/** What was learned from is told apart: another file is not read by it. */
function ofAllRows(recipe: Recipe): Recipe {
  return { columns: recipe.columns, oneHotLimit: recipe.oneHotLimit, withinGroup: recipe.withinGroup, rowKind: recipe.rowKind }; // prettier-ignore
}

function fittedIn(run: StoredRun): FittedRun {
  if (run.kind === "fitted") return run;
  throw new Failure({ code: "unknown-run" });
}

/** The scored rows that were learned from. */
function learnedOf({ table, request, result }: StoredRun): Uint32Array {
  const learned = rowsLearned(table.dataset, request.recipe);
  const rows = learned ?? result.order.slice().sort();
  return rows.filter((row) => Number.isFinite(result.scores[row]));
}

function referenceOf({ result }: StoredRun, rows: Uint32Array): Float64Array {
  const { sorted } = rankScores(Float64Array.from(rows, (row) => result.scores[row]!)); // a row of the table
  return evenlyDrawn(sorted, MAX_SCORES);
}

async function basisOf(runs: readonly FittedRun[], kinds: Kinds, checkpoint: Checkpoint): Promise<ModelBasis> {
  const found: ModelBasis[] = [];
  for (const run of runs) found.push(await kinds.of(run.request.recipe).basis(run, checkpoint));
  const recipes = new Map(found.flatMap((one) => one.recipes.map((recipe) => [recipe.preference, recipe] as const)));
  return {
    recipes: [...recipes.values()],
    series: found.find(({ series }) => series)?.series ?? null,
    units: found.find(({ units }) => units)?.units ?? null,
  };
}
