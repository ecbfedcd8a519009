import { coreKindOf } from "../../core/kinds/kinds";
import type { KeptModel } from "../../core/models/kept-model";
import { consensusOf } from "../../core/score/consensus";
import type { CallTools, Handlers } from "../calls/host";
import type { WhatIf, WhatIfCalls, WhatIfRequest } from "../calls/what-if";
import type { Parts } from "../parts";
import { preparing, quiet } from "../preparing";
import { fitRun } from "../runs/fit-run";
import type { CombinedRun, FittedRun } from "../stored-run";
import { changedDataset, type ChangedCells } from "./changed-table";
import { keptModelOf } from "./keep-model";

/** What each run learned, as if it had been kept: made when a row of it is first changed. */
const learned = new WeakMap<FittedRun, KeptModel>();
/** A result that its members do not make by themselves, as one guided by marks, differs by more than rounding. */
const MAX_ROUNDING = 1e-6;
let changes = 0;

/** How the call about rows that were another is done. */
export function whatIfCalls(parts: Parts): Handlers<WhatIfCalls> {
  return { whatIf: (request, tools) => whatIf(request, parts, tools) };
}

/**
 * What a row would score with other cells: the changed row is scored by what was learned, as a row of another file is by a
 * kept model, so that it holds for every detector. Null where the row has no score, or where more than scores made it.
 */
async function whatIf({ run: key, row, cells }: WhatIfRequest, parts: Parts, tools: CallTools): Promise<WhatIf | null> {
  const run = parts.runs.get(key);
  const before = run.result.scores[row] ?? NaN;
  if (Number.isNaN(before)) return null;
  if (run.kind === "fitted") return { before, after: await scoreOfChanged(run, row, cells, parts, tools) };
  const own = run.members.map(({ result }) => result.scores[row] ?? NaN);
  if (!(Math.abs(consensusFrom(run, own) - before) <= MAX_ROUNDING * Math.max(1, Math.abs(before)))) return null;
  const scores: number[] = [];
  for (const member of run.members) scores.push(await scoreOfChanged(member, row, cells, parts, tools));
  return { before, after: consensusFrom(run, scores) };
}

/** One row's consensus of what its members say of it. */
function consensusFrom({ members, weights, rule }: CombinedRun, scores: readonly number[]): number {
  const ranked = members.map(({ result, among }, at) => ({
    ranking: { order: Uint32Array.of(0), sorted: Float64Array.of(scores[at]!) }, // one for each member
    weight: weights[at]!, // one for each member
    among: among ?? result.sorted,
  }));
  return consensusOf(ranked, rule, 1)[0]!; // one row
}

async function scoreOfChanged(
  run: FittedRun,
  row: number,
  cells: ChangedCells,
  parts: Parts,
  tools: CallTools,
): Promise<number> {
  const { recipe } = run.request;
  const { models, kinds } = parts;
  const isOfItself = recipe.columns.every(({ dateParts }) => !dateParts.includes("gap"));
  const alone = coreKindOf(recipe.rowKind).preparesColumns && run.detector.accepts === "matrix" && isOfItself;
  const id = `${run.table.id} changed ${(changes += 1)}`;
  const table = { ...run.table, id, dataset: changedDataset(run.table.dataset, row, cells, alone) };
  const model = recipe.learn?.kind === "model" ? null : await learnedBy(run, parts, tools);
  if (model) models.hold({ ...model, id });
  const request = {
    ...run.request,
    ...(model && { recipe: { ...recipe, learn: { kind: "model" as const, model: id } } }),
  };
  try {
    const { scores } = await fitRun(request, run.detector, table, kinds, quiet(tools), {
      learned: { model: run.model },
    });
    return scores[alone ? 0 : row] ?? NaN;
  } finally {
    models.letGo(id);
    kinds.forgetTable(id);
  }
}

async function learnedBy(run: FittedRun, { kinds }: Parts, tools: CallTools): Promise<KeptModel> {
  const known = learned.get(run);
  if (known) return known;
  const { key } = run.result;
  const wanted = { id: key, name: "", madeAt: 0, run: key, threshold: { value: 0, rule: "" } };
  const members = [{ id: run.detector.id, run: key, weight: 1 }];
  const model = await keptModelOf({ ...wanted, members }, { get: () => run }, kinds, preparing(tools));
  learned.set(run, model);
  return model;
}
