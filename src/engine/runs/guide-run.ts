import { GUIDED, guidedKeyOf } from "../../core/detect/run-key";
import { guidedScores } from "../../core/marks/guided";
import { rankSharesOf, surpriseOf } from "../../core/score/consensus";
import { lowerBound } from "../../core/math/sort";
import { countAtOrAbove } from "../../core/score/threshold";
import type { CallTools } from "../calls/host";
import type { Kinds } from "../kinds/kinds";
import { preparing } from "../preparing";
import type { GuideRequest } from "../protocol";
import { stopwatch } from "../stopwatch";
import type { CombinedRun } from "../stored-run";
import { createCheckpoint } from "../yield-to-events";
import { rankingPartsOf } from "./ranking-parts";

/** Fewer marks than this say little of where strange begins. */
const MIN_MARKS = 5;

/**
 * A consensus corrected by what a person said of rows: a run like any other. Rows whose verdict is open are left out
 * before. Nothing is fitted again; it takes time in proportion to rows times marks.
 */
export async function guideRun(
  { marks, ...request }: GuideRequest,
  consensus: CombinedRun,
  kinds: Kinds,
  tools: CallTools,
): Promise<CombinedRun> {
  const { table, members, result: combined } = consensus;
  const { recipe } = consensus.request;
  const seconds = stopwatch();
  const checkpoint = createCheckpoint(tools, () => "rank");
  const { samples, sampleAt } = await kinds.of(recipe).mapPoints(consensus, preparing(tools));
  // A row without a score has no sample.
  const rows = combined.order.filter((row) => sampleAt(row) >= 0).sort();
  const byRow = members.map(({ result }) => rankSharesOf(result, table.dataset.rowCount));
  const { scores: guided } = await guidedScores(
    {
      consensus: Float64Array.from(rows, (row) => combined.scores[row]!),
      members: byRow.map((shares) => Float64Array.from(rows, (row) => surpriseOf(shares[row]!))),
      samples,
      sampleOf: Uint32Array.from(rows, sampleAt),
      taught: [...marks.rows].flatMap((row, mark) => {
        const at = lowerBound(rows, row);
        return rows[at] === row ? [{ at, strange: marks.strange[mark] === 1 }] : [];
      }),
    },
    () => checkpoint(null),
  );
  const scores = new Float64Array(table.dataset.rowCount).fill(NaN);
  rows.forEach((row, at) => (scores[row] = guided[at]!)); // a score for each of them
  const told = { ...consensus.request, detector: GUIDED };
  const ranking = rankingPartsOf(scores, table, recipe, null);
  const byMarks = { name: "marked" as const, value: 0, count: countAtOrAbove(ranking.sorted, 0) };
  const result = {
    ...combined,
    key: guidedKeyOf(request.runs, request.weights, request.rule, marks),
    request: told,
    ...ranking,
    suggestions: marks.rows.length < MIN_MARKS ? ranking.suggestions : [...ranking.suggestions, byMarks],
    seconds: { prepare: 0, fit: 0, score: seconds() },
    // Reruns would be those of the consensus.
    chance: false,
  };
  return { ...consensus, request: told, result };
}
