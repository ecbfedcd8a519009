import { Failure } from "../../core/data/failure";
import { consensusOf } from "../../core/score/consensus";
import { rankScores, type Ranking } from "../../core/score/rank";
import { stabilityOf, type Stability } from "../../core/score/stability";
import { countAtOrAbove, thresholdValueOf, type Suggestion, type ThresholdRule } from "../../core/score/threshold";
import type { CallTools } from "../calls/host";
import { isRerun } from "./combine-runs";
import { fitRun } from "./fit-run";
import type { Kinds } from "../kinds/kinds";
import type { Pool } from "../pool/pool";
import { suggestionsFor } from "./ranking-parts";
import type { CombinedRun, FittedRun, StoredRun } from "../stored-run";

/** What is kept of a run with another seed: enough to apply any threshold rule to it. 12 bytes a row. */
interface Rerun extends Ranking {
  readonly suggestions: readonly Suggestion[];
}

/** By seed. They go with their run. */
const reruns = new WeakMap<StoredRun, Map<number, Rerun>>();

/** What runs are made by. */
interface By {
  readonly kinds: Kinds;
  readonly pool: Pool;
}

/** Makes a run once more with another seed and keeps how it ranks the rows; nothing to do for a seed that was made. */
export async function rerun(run: StoredRun, seed: number, by: By, tools: CallTools): Promise<void> {
  const made = reruns.get(run) ?? new Map<number, Rerun>();
  if (made.has(seed)) return;
  const scores = await scoresWith(run, seed, by, tools);
  const ranking = rankScores(scores);
  const { table, request, result } = run;
  const suggestions = suggestionsFor(scores, ranking.sorted, table, request.recipe, result.calibration);
  made.set(seed, { ...ranking, suggestions });
  reruns.set(run, made);
}

/** The run and its reruns, each flagged by `rule` on its own scores. Rejects with "unknown-run" when it has none. */
export function stabilityOfRun(run: StoredRun, rule: ThresholdRule): Stability {
  const others = reruns.get(run);
  if (!others) throw new Failure({ code: "unknown-run" });
  const flagged = [run.result, ...others.values()].map(({ order, sorted, suggestions }) =>
    order.subarray(0, countAtOrAbove(sorted, thresholdValueOf(sorted, rule, suggestions))),
  );
  return stabilityOf(flagged, run.table.dataset.rowCount);
}

/** Scores by row. Of a consensus the members that draw random numbers are made again, the others stay as they are. */
async function scoresWith(run: StoredRun, seed: number, by: By, tools: CallTools): Promise<Float64Array> {
  if (run.kind === "fitted") return refitted(run, seed, by, tools);
  const { members, weights, rule, table } = run;
  const rankings: Ranking[] = [];
  for (const [at, member] of members.entries())
    rankings.push(
      isRerun(member) ? rankScores(await refitted(member, seed, by, partOf(run, at, tools))) : member.result,
    );
  return consensusOf(
    rankings.map((ranking, at) => ({ ranking, weight: weights[at]! })),
    rule,
    table.dataset.rowCount,
  );
}

async function refitted(run: FittedRun, seed: number, by: By, tools: CallTools): Promise<Float64Array> {
  const { fit, score } = run.result.seconds;
  const all = Math.max(fit + score, Number.MIN_VALUE);
  const progress: CallTools["progress"] = ({ phase, done }) => {
    const before = phase === "score" ? fit : 0;
    const here = phase === "score" ? score : phase === "fit" ? fit : 0;
    // Metrics, training views and notes were shown by the run itself.
    tools.progress({ phase, done: (before + here * (done ?? 0)) / all });
  };
  const { scores } = await fitRun({ ...run.request, seed }, run.detector, run.table, by, {
    ...tools,
    progress,
    endsEarly: () => false,
  });
  return scores;
}

/** Tools for one member of a consensus: its progress is a part of the whole. */
function partOf({ members }: CombinedRun, at: number, tools: CallTools): CallTools {
  const costs = members.map((member) => {
    const { fit, score } = member.result.seconds;
    return isRerun(member) ? fit + score : 0;
  });
  const sum = (some: readonly number[]) => some.reduce((total, cost) => total + cost, 0);
  const all = Math.max(sum(costs), Number.MIN_VALUE);
  const before = sum(costs.slice(0, at));
  return {
    ...tools,
    progress: ({ phase, done }) => tools.progress({ phase, done: (before + costs[at]! * (done ?? 0)) / all }), // one cost each
  };
}
