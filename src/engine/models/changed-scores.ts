import { coreKindOf } from "../../core/kinds/kinds";
import type { KeptModel } from "../../core/models/kept-model";
import { consensusOf } from "../../core/score/consensus";
import type { CallTools } from "../calls/host";
import type { Parts } from "../parts";
import { preparing, quiet } from "../preparing";
import { fitRun } from "../runs/fit-run";
import type { CombinedRun, FittedRun, StoredRun } from "../stored-run";
import { changedDataset, changedRows, type ChangedCells } from "./changed-table";
import { keptModelOf } from "./keep-model";

/** What each run learned, as if it had been kept: made when a row of it is first changed. */
const learned = new WeakMap<FittedRun, KeptModel>();
/** A result that its members do not make by themselves, as one guided by marks, differs by more than rounding. */
const MAX_ROUNDING = 1e-6;
let changes = 0;

/** Scores of a row with other cells. */
export interface ChangedScores {
  /** Whether every detector judges a row alone, so that many changes are scored in one go. */
  readonly alone: boolean;
  /** What the row scores with each of these changes. */
  of(many: readonly ChangedCells[]): Promise<Float64Array>;
}

/**
 * How a row scores with other cells, by what was learned. Null where the row has no score, or where more than scores made
 * it, as marks and rules do.
 */
export function changedScores(run: StoredRun, row: number, parts: Parts, tools: CallTools): ChangedScores | null {
  const before = run.result.scores[row] ?? NaN;
  if (Number.isNaN(before)) return null;
  if (run.kind === "fitted")
    return { alone: judgesAlone(run), of: (many) => scoresOfChanged(run, row, many, parts, tools) };
  const own = run.members.map(({ result }) => Float64Array.of(result.scores[row] ?? NaN));
  const together = consensusFrom(run, own)[0]!; // of one row
  if (!(Math.abs(together - before) <= MAX_ROUNDING * Math.max(1, Math.abs(before)))) return null;
  return {
    alone: run.members.every(judgesAlone),
    async of(many) {
      const scores: Float64Array[] = [];
      for (const member of run.members) scores.push(await scoresOfChanged(member, row, many, parts, tools));
      return consensusFrom(run, scores);
    },
  };
}

function judgesAlone({ request, detector }: FittedRun): boolean {
  const { rowKind, columns } = request.recipe;
  const isOfItself = columns.every(({ dateParts }) => !dateParts.includes("gap"));
  return coreKindOf(rowKind).preparesColumns && detector.accepts === "matrix" && isOfItself;
}

/** The consensus of what its members say of a row, by change. */
function consensusFrom({ members, weights, rule }: CombinedRun, scores: readonly Float64Array[]): Float64Array {
  return Float64Array.from(scores[0] ?? [], (_, change) => {
    const ranked = members.map(({ result, among }, at) => ({
      ranking: { order: Uint32Array.of(0), sorted: Float64Array.of(scores[at]![change]!) }, // one for each member and change
      weight: weights[at]!, // one for each member
      among: among ?? result.sorted,
    }));
    return consensusOf(ranked, rule, 1)[0]!; // one row
  });
}

async function scoresOfChanged(
  run: FittedRun,
  row: number,
  many: readonly ChangedCells[],
  parts: Parts,
  tools: CallTools,
): Promise<Float64Array> {
  const { dataset } = run.table;
  if (judgesAlone(run)) return scoresIn(run, changedRows(dataset, row, many), parts, tools);
  const scores = new Float64Array(many.length);
  for (const [at, cells] of many.entries())
    scores[at] = (await scoresIn(run, changedDataset(dataset, row, cells), parts, tools))[row] ?? NaN;
  return scores;
}

/** What a run says of the rows of another table, by what it learned. */
async function scoresIn(
  run: FittedRun,
  dataset: FittedRun["table"]["dataset"],
  parts: Parts,
  tools: CallTools,
): Promise<Float64Array> {
  const { models, kinds } = parts;
  const { recipe } = run.request;
  const id = `${run.table.id} changed ${(changes += 1)}`;
  const table = { ...run.table, id, dataset };
  const model = recipe.learn?.kind === "model" ? null : await learnedBy(run, parts, tools);
  if (model) models.hold({ ...model, id });
  const request = {
    ...run.request,
    ...(model && { recipe: { ...recipe, learn: { kind: "model" as const, model: id } } }),
  };
  try {
    const { scores } = await fitRun(request, run.detector, table, parts, quiet(tools), {
      learned: { model: run.model },
    });
    return scores;
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
