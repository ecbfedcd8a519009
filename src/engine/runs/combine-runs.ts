import { illegalParameter } from "../../core/data/illegal-parameter";
import { CONSENSUS, consensusKeyOf } from "../../core/detect/run-key";
import { instanceId } from "../../core/project/instance";
import { consensusOf, type ConsensusRule } from "../../core/score/consensus";
import { createCheckpoint } from "../yield-to-events";
import type { CallTools } from "../calls/host";
import type { CombineRequest, RunRequest } from "../protocol";
import { rankingPartsOf } from "./ranking-parts";
import type { CombinedRun, FittedRun, StoredRun } from "../stored-run";
import { stopwatch } from "../stopwatch";
import type { Table } from "../tables";

/**
 * The consensus of runs of one table and one recipe. Nothing is fitted: the members' scores are ranked as they are.
 * Rejects with "illegal-parameter" when fewer than two runs are given, when they are not of this table and of one
 * recipe, when one is a consensus itself, and when there is not one weight >= 0 for each.
 * @param among scores of the rows that a kept model learned from, descending, by which these are scaled
 */
export async function combineRuns(
  { runs, weights, rule }: CombineRequest,
  table: Table,
  given: readonly StoredRun[],
  tools: CallTools,
  among: Float64Array | null = null,
): Promise<CombinedRun> {
  const members = given.map((run) => memberOf(run, table));
  const [first] = members;
  if (!first || members.length < 2) throw illegalParameter("few-runs");
  // Findings learn from all rows, whatever the others learn from.
  const seenBy = ({ request: { recipe } }: FittedRun) => JSON.stringify({ ...recipe, learn: undefined });
  if (members.some((member) => seenBy(member) !== seenBy(first))) throw illegalParameter("other-recipe");
  if (weights.length !== members.length || weights.some((weight) => !(weight >= 0 && weight < Infinity)))
    throw illegalParameter("weights");

  const seconds = stopwatch();
  const checkpoint = createCheckpoint(tools, () => "rank");
  await checkpoint(0);
  const scores = consensusOf(
    members.map(({ result, among: own }, at) => ({
      ranking: result,
      weight: weights[at]!,
      ...(own && { among: own }),
    })),
    rule,
    table.dataset.rowCount,
  );
  await checkpoint(0.5);
  const ranked = rankingPartsOf(scores, table, first.request.recipe, null, among ?? undefined);
  const request = requestOf(members, first, weights, rule);
  const result = {
    key: consensusKeyOf(runs, weights, rule),
    request,
    ...ranked,
    features: first.result.features,
    seconds: { prepare: 0, fit: 0, score: seconds() },
    notes: [],
    metrics: [],
    trainingViews: [],
    endedEarly: false,
    chance: members.some(isRerun),
    calibration: null,
  };
  return { kind: "combined", request, table, members, weights, rule, result };
}

/** Whether a member is made again for a consensus with another seed: a training that was ended early would be another. */
export function isRerun({ result }: FittedRun): boolean {
  return result.chance && !result.endedEarly;
}

/** As if the consensus were a detector: its parameters are the rule and the weights. */
function requestOf(
  members: readonly FittedRun[],
  first: FittedRun,
  weights: readonly number[],
  rule: ConsensusRule,
): RunRequest {
  const ids = members.map(({ detector }) => detector.id);
  const byMember = ids.map((id, at): [string, number] => {
    const earlier = ids.slice(0, at).filter((one) => one === id).length;
    return [`weight of ${instanceId(id, earlier + 1)}`, weights[at]!];
  });
  return { ...first.request, detector: CONSENSUS, params: { rule, ...Object.fromEntries(byMember) } };
}

function memberOf(run: StoredRun, table: Table): FittedRun {
  if (run.table.id !== table.id) throw illegalParameter("other-table");
  if (run.kind === "combined") throw illegalParameter("nested-consensus");
  return run;
}
