import type { Ranking } from "./rank";
import { robustSpreadOf, type ScoreSummary, summaryOf } from "./summary";
import { countAbove, countAtOrAbove } from "./threshold";

/**
 * How the members' scores become one. "mean" and "max" use only their ranks, as -log(1 - rank), which keeps the order
 * of ranks and spreads its top. "mean" averages over all members (in a plain mean of ranks, the many that find nothing
 * outvote the one that does); "max" takes the member that finds the row strangest. "scaled" averages how far each member
 * puts the row from its usual score: ranks have a top even where nothing is strange, distances need not.
 */
export type ConsensusRule = "mean" | "max" | "scaled";

/** Every rule, in the order of the choice. */
export const consensusRules: readonly ConsensusRule[] = ["mean", "max", "scaled"];

/**
 * Where the highest score lies above the usual one by no more than this share of its size, nothing stands out: what
 * differs is the grain of the detector itself, as over the phases of a perfect wave.
 */
const MAX_GRAIN_SHARE = 0.1;

/** One detector's ranking of the rows and how much it counts: any weight >= 0. */
export interface Member {
  readonly ranking: Ranking;
  readonly weight: number;
  /** Other scores, descending, among which its own are ranked, such as those of rows that were learned from; absent: its own. */
  readonly among?: Float64Array;
}

/**
 * Rank of each row as a share of the scored rows, between 0 and 1, 1 being the strangest; rows that tie get the
 * mean of their ranks. 1 - rank is the share of rows at least as strange, counted as k / (n + 1) so that it is
 * never 0. NaN for rows that the ranking leaves out.
 */
export function rankSharesOf({ order, sorted }: Ranking, rowCount: number): Float64Array {
  const shares = new Float64Array(rowCount).fill(NaN);
  const count = order.length;
  for (let from = 0; from < count;) {
    let to = from + 1;
    while (to < count && sorted[to] === sorted[from]) to++;
    const share = shareAt(from, to, count);
    for (let place = from; place < to; place++) shares[order[place]!] = share;
    from = to;
  }
  return shares;
}

/** Rank of one score among scores sorted in descending order, as `rankSharesOf` gives it to its row. */
export function rankShareOf(sorted: Float64Array, score: number): number {
  return shareAt(countAbove(sorted, score), countAtOrAbove(sorted, score), sorted.length);
}

/** -log(1 - rank): how much of a surprise a rank is, in natural units; finite for every rank of `rankSharesOf`. */
export function surpriseOf(rank: number): number {
  return -Math.log1p(-rank);
}

/**
 * The member score: what one member says of a row, on the scale that the rule combines, from its score and all of its
 * scores in descending order (`sorted`). By ranks: the surprise. "scaled": asinh(z) of the modified z-score (Iglewicz &
 * Hoaglin 1993), which is about z for ordinary rows and log(2 z) for strange ones (Johnson 1949), so that one member's
 * huge numbers do not drown the others; below 0 for scores below the usual one, and 0 for all where they differ by
 * their grain only.
 */
export function memberScore(sorted: Float64Array, rule: ConsensusRule): (score: number) => number {
  return rule === "scaled" ? scaledMemberScore(sorted) : (score) => surpriseOf(rankShareOf(sorted, score));
}

/**
 * One score per row from several rankings. "mean" and "scaled": the weighted mean of the member scores; the mean of
 * surprises orders rows as Fisher's combination of p-values does (Fisher 1925; with weights Good 1955). "max": the
 * highest member score, each scaled by its weight over the largest weight. NaN where a member that counts has no score.
 * Weights that are all 0 count alike.
 */
export function consensusOf(members: readonly Member[], rule: ConsensusRule, rowCount: number): Float64Array {
  const weights = scaledWeights(
    members.map(({ weight }) => weight),
    rule,
  );
  const scores = new Float64Array(rowCount).fill(members.length > 0 ? 0 : NaN);
  members.forEach(({ ranking, among }, at) => {
    const weight = weights[at]!;
    if (weight === 0) return;
    const memberScores = among
      ? memberScoresAmong(ranking, among, rule, rowCount)
      : rowMemberScores(ranking, rule, rowCount);
    for (let row = 0; row < rowCount; row++) {
      const weighted = weight * memberScores[row]!;
      // Math.max and + both keep NaN.
      scores[row] = rule === "max" ? Math.max(scores[row]!, weighted) : scores[row]! + weighted;
    }
  });
  return scores;
}

/**
 * What each member adds to a row's consensus, by the member scores of the row: the parts sum up to the score. By "max"
 * all of it comes from the members that find the row strangest.
 */
export function partsOf(memberScores: readonly number[], given: readonly number[], rule: ConsensusRule): number[] {
  const weights = scaledWeights(given, rule);
  const parts = memberScores.map((score, at) => (weights[at] ? weights[at] * score : 0));
  if (rule !== "max") return parts;
  const highest = Math.max(...parts);
  const equals = parts.filter((part) => part === highest).length;
  return parts.map((part) => (part === highest ? part / equals : 0));
}

/** How much each member's reasons count for a row, >= 0: what it adds, or its weight where none finds it strange. */
export function explanationWeights(
  memberScores: readonly number[],
  given: readonly number[],
  rule: ConsensusRule,
): number[] {
  const parts = partsOf(memberScores, given, rule);
  return parts.some((part) => part > 0) ? parts.map((part) => Math.max(0, part)) : scaledWeights(given, rule);
}

function rowMemberScores(ranking: Ranking, rule: ConsensusRule, rowCount: number): Float64Array {
  if (rule !== "scaled") return rankSharesOf(ranking, rowCount).map(surpriseOf);
  const memberScores = new Float64Array(rowCount).fill(NaN);
  const scoreAt = scaledMemberScore(ranking.sorted);
  ranking.order.forEach((row, place) => {
    memberScores[row] = scoreAt(ranking.sorted[place]!); // one score for each place
  });
  return memberScores;
}

/** Ranks have a top: above the highest of the others, how far above it a score lies is added, so that strangers do not tie. */
function memberScoresAmong(ranking: Ranking, among: Float64Array, rule: ConsensusRule, rowCount: number): Float64Array {
  const memberScores = new Float64Array(rowCount).fill(NaN);
  const scoreAt = memberScore(among, rule);
  const top = among[0] ?? 0;
  const spread = robustSpreadOf(summaryOf(among));
  ranking.order.forEach((row, place) => {
    const score = ranking.sorted[place]!; // one score for each place
    const above = rule !== "scaled" && score > top ? Math.asinh((score - top) / spread) : 0;
    memberScores[row] = scoreAt(score) + above;
  });
  return memberScores;
}

function scaledMemberScore(sorted: Float64Array): (score: number) => number {
  const summary = summaryOf(sorted);
  const isApart = tellsApart(summary);
  const spread = robustSpreadOf(summary);
  return (score) => (isApart ? Math.asinh((score - summary.median) / spread) : 0 * score); // NaN stays NaN
}

/** Whether the highest of some scores lies above the usual one by more than their grain. */
export function tellsApart({ median, min, max }: ScoreSummary): boolean {
  return max - median > MAX_GRAIN_SHARE * Math.max(Math.abs(max), Math.abs(min));
}

/** Weights as the rule uses them: summing up to 1 for a mean, the largest 1 for a maximum. */
export function scaledWeights(weights: readonly number[], rule: ConsensusRule): number[] {
  const safe = weights.map((weight) => (Number.isFinite(weight) && weight > 0 ? weight : 0));
  const used = safe.some((weight) => weight > 0) ? safe : safe.map(() => 1);
  // Divided by the largest first: the sum of huge weights would be infinite.
  const most = Math.max(...used);
  const relative = used.map((weight) => weight / most);
  const sum = relative.reduce((total, weight) => total + weight, 0);
  return rule === "max" ? relative : relative.map((weight) => weight / sum);
}

function shareAt(above: number, atOrAbove: number, count: number): number {
  return 1 - (above + 1 + Math.max(atOrAbove, above + 1)) / 2 / (count + 1);
}
