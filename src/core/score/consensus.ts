import type { Ranking } from "./rank";
import { countAbove, countAtOrAbove } from "./threshold";

/**
 * How the members' ranks become one score. Both are told as -log(1 - rank), which leaves the order of ranks as it
 * is and spreads its top: "mean" asks all members (the plain mean of ranks lets the many who see nothing outvote
 * the one who does), "max" believes whoever finds the row strangest.
 */
export type ConsensusRule = "mean" | "max";

/** Every rule, in the order of the choice. */
export const consensusRules: readonly ConsensusRule[] = ["mean", "max"];

/** One detector's ranking of the rows and how much it counts: any weight >= 0. */
export interface Member {
  readonly ranking: Ranking;
  readonly weight: number;
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
 * One score per row from several rankings. "mean": the weighted mean of the members' surprises, which orders rows
 * as Fisher's combination of p-values does (Fisher 1925; with weights Good 1955). "max": the largest surprise, each
 * scaled by its weight over the largest weight. NaN where a member that counts has no score. Weights that are all 0
 * count alike.
 */
export function consensusOf(members: readonly Member[], rule: ConsensusRule, rowCount: number): Float64Array {
  const weights = scaledWeights(
    members.map(({ weight }) => weight),
    rule,
  );
  const scores = new Float64Array(rowCount).fill(members.length > 0 ? 0 : NaN);
  members.forEach(({ ranking }, at) => {
    const weight = weights[at]!;
    if (weight === 0) return;
    const ranks = rankSharesOf(ranking, rowCount);
    for (let row = 0; row < rowCount; row++) {
      const voice = weight * surpriseOf(ranks[row]!);
      // Math.max and + both keep NaN.
      scores[row] = rule === "mean" ? scores[row]! + voice : Math.max(scores[row]!, voice);
    }
  });
  return scores;
}

/**
 * What each member adds to a row's consensus, given the row's rank with each of them: the parts sum up to the
 * score. By "max" all of it comes from the members that find the row strangest.
 */
export function voicesOf(ranks: readonly number[], given: readonly number[], rule: ConsensusRule): number[] {
  const weights = scaledWeights(given, rule);
  const voices = ranks.map((rank, at) => (weights[at] ? weights[at] * surpriseOf(rank) : 0));
  if (rule === "mean") return voices;
  const loudest = Math.max(...voices);
  const equals = voices.filter((voice) => voice === loudest).length;
  return voices.map((voice) => (voice === loudest ? voice / equals : 0));
}

/** Weights as the rule uses them: summing up to 1 for a mean, the largest 1 for a maximum. */
function scaledWeights(weights: readonly number[], rule: ConsensusRule): number[] {
  const safe = weights.map((weight) => (Number.isFinite(weight) && weight > 0 ? weight : 0));
  const used = safe.some((weight) => weight > 0) ? safe : safe.map(() => 1);
  // Divided by the largest first: the sum of huge weights would be infinite.
  const most = Math.max(...used);
  const relative = used.map((weight) => weight / most);
  const sum = relative.reduce((total, weight) => total + weight, 0);
  return rule === "mean" ? relative.map((weight) => weight / sum) : relative;
}

function shareAt(above: number, atOrAbove: number, count: number): number {
  return 1 - (above + 1 + Math.max(atOrAbove, above + 1)) / 2 / (count + 1);
}
