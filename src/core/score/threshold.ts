import type { Consequence } from "./consequence";
import { scoreAboveGap } from "./largest-gap";
import { robustSpreadOf, summaryOf } from "./summary";

/** How a person says where strange begins. All of them are the same line on the same scores. */
export type ThresholdRule =
  | { readonly kind: "suggested" }
  | { readonly kind: "named"; readonly name: SuggestionName }
  | { readonly kind: "fixed"; readonly value: number }
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "top-k"; readonly k: number }
  /** By what it brings: where that lies in one result, `of`, was found once and is found again for every other. */
  | { readonly kind: "by"; readonly by: Consequence; readonly value: number; readonly of: string };

export type SuggestionName =
  | "mean-2sd"
  | "mean-3sd"
  | "iqr-1.5"
  | "mad-3.5"
  | "top-5-percent"
  | "largest-gap"
  | "learned-3sd"
  | "marked"
  | "ruled"
  | "predicted"
  | "false-fifth"
  | "false-one"
  | "false-two"
  | "false-ten";

/** A named threshold with the rows that it flags (score >= value). */
export interface Suggestion {
  readonly name: SuggestionName;
  readonly value: number;
  readonly count: number;
}

/** Of these the median is suggested where the largest gap is among them: on labelled tables it comes closest to the best. */
const BESIDE_GAP: readonly SuggestionName[] = ["mean-2sd", "largest-gap", "top-5-percent"];
/** The most that the suggested threshold flags, as a share of the rows. */
const MAX_SUGGESTED_SHARE = 0.1;
/** The most that tie at the top and are flagged although no threshold that follows the data reaches them: a share, and rows. */
const MAX_UNREACHED_SHARE = 0.01;
const MAX_UNREACHED_ROWS = 2;
/** Where one of these is among the suggestions, it decides. */
const RULING: ReadonlySet<SuggestionName> = new Set(["ruled", "predicted", "learned-3sd", "marked", "false-fifth"]);
/** Fewer scores than this have no deviation worth trusting. */
const MIN_LEARNED_SCORES = 8;
const NO_SCORES = new Float64Array();

/** How many of the scores, sorted in descending order, are at or above `value`. */
export function countAtOrAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) >= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the scores, sorted in descending order, are above `value`. */
export function countAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) > value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is known beside the scores when thresholds are suggested. */
export interface SuggestWith {
  /** Scores of the rows that alone were learned from, because they are ordinary, in any order. */
  readonly learned?: Float64Array;
  /** Whether a gap among the highest scores means something; in a series neighbours share their scores. */
  readonly gap?: boolean;
}

/**
 * The five simple thresholds that people know, in a fixed order, for scores sorted in descending order: mean + 2
 * and 3 sd, Tukey's upper fence, a modified z of 3.5 (Iglewicz & Hoaglin 1993), and the top 5 %; the score above the
 * largest gap, where one means something; and, where only some rows were learned from, mean + 3 sd of their scores.
 */
export function suggestionsOf(
  sorted: Float64Array,
  { learned = NO_SCORES, gap = false }: SuggestWith = {},
): Suggestion[] {
  if (sorted.length === 0) return [];
  const summary = summaryOf(sorted);
  const threshold = (name: SuggestionName, value: number): Suggestion => ({
    name,
    value,
    count: countAtOrAbove(sorted, value),
  });
  const usual = [
    threshold("mean-2sd", summary.mean + 2 * summary.sd),
    threshold("mean-3sd", summary.mean + 3 * summary.sd),
    threshold("iqr-1.5", summary.q3 + 1.5 * (summary.q3 - summary.q1)),
    threshold("mad-3.5", summary.median + 3.5 * robustSpreadOf(summary)),
    threshold("top-5-percent", thresholdOfTop(sorted, Math.ceil(0.05 * sorted.length))),
  ];
  const aboveGap = gap ? scoreAboveGap(sorted) : null;
  if (aboveGap !== null) usual.push(threshold("largest-gap", aboveGap));
  const ordinary = learned.filter(Number.isFinite).sort().reverse();
  if (ordinary.length < MIN_LEARNED_SCORES) return usual;
  const { mean, sd } = summaryOf(ordinary);
  return [...usual, threshold("learned-3sd", mean + 3 * sd)];
}

/**
 * Where only ordinary rows were learned from, what they suggest: whoever checks a batch may find half of it strange.
 * Where marks were learned from, where they say that strange begins; where a detector was taught by what is known, what it
 * predicts.
 * Where the scores are evidence, what flags a fifth of a row by mistake, though that be none.
 * Else the median of the five suggestions, of three where the largest gap is one of them, moved so that it flags at least one row and at most 10 %. Rows that
 * tie are never split: a group that ties at the top is flagged whole, even above 10 %, while it is a
 * minority; where half of the rows or more tie there, or more than a hundredth (and more than two) where the median lies
 * above all scores, nothing stands out and nothing is flagged.
 */
export function suggestedThresholdOf(
  sorted: Float64Array,
  suggestions: readonly Suggestion[] = suggestionsOf(sorted),
): number {
  if (sorted.length === 0) return Number.POSITIVE_INFINITY;
  const known = suggestions.find(({ name }) => RULING.has(name));
  if (known) return known.value;
  const top = sorted[0] ?? 0;
  const tiedAtTop = countAtOrAbove(sorted, top);
  const crowd = Math.max(2, Math.ceil(sorted.length / 2));
  if (tiedAtTop >= crowd) return aboveAll(sorted);
  const byGap = suggestions.some(({ name }) => name === "largest-gap");
  const counted = byGap ? suggestions.filter(({ name }) => BESIDE_GAP.includes(name)) : suggestions;
  const values = counted.map(({ value }) => value).sort((a, b) => a - b);
  const middle = values[values.length >> 1] ?? top;
  const mostUnreached = Math.max(MAX_UNREACHED_ROWS, Math.floor(MAX_UNREACHED_SHARE * sorted.length));
  if (middle > top && tiedAtTop > mostUnreached) return aboveAll(sorted);
  const median = Math.min(middle, top);
  const most = Math.max(tiedAtTop, Math.floor(MAX_SUGGESTED_SHARE * sorted.length));
  if (countAtOrAbove(sorted, median) <= most) return median;
  const firstTooMany = sorted[most] ?? top;
  return sorted[countAbove(sorted, firstTooMany) - 1] ?? top;
}

/**
 * The threshold that a rule makes on scores sorted in descending order. A row is flagged when its score >= threshold.
 * With the `suggestions` at hand it costs a few binary searches, whatever the rule.
 */
export function thresholdValueOf(
  sorted: Float64Array,
  rule: ThresholdRule,
  suggestions: readonly Suggestion[] = suggestionsOf(sorted),
): number {
  switch (rule.kind) {
    case "suggested":
      return suggestedThresholdOf(sorted, suggestions);
    case "named":
      return suggestions.find(({ name }) => name === rule.name)?.value ?? Number.POSITIVE_INFINITY;
    case "fixed":
    case "by":
      return rule.value;
    case "share":
      return thresholdOfTop(sorted, Math.round(rule.share * sorted.length));
    case "top-k":
      return thresholdOfTop(sorted, Math.round(rule.k));
    default:
      return rule satisfies never;
  }
}

/**
 * The threshold that flags so many rows more (or fewer, where negative) of those whose scores are sorted in descending
 * order. Rows that tie come and go together, so that it always moves while there is somewhere to go: up to every row, and
 * down to none.
 */
export function thresholdMovedBy(sorted: Float64Array, value: number, rows: number): number {
  const count = countAtOrAbove(sorted, value);
  const wanted = Math.min(sorted.length, Math.max(0, count + rows));
  // Nowhere to go: what is chosen stays as it is, and is no step of the history.
  if (wanted === count) return value;
  const moved = thresholdOfTop(sorted, wanted);
  if (wanted > count || countAtOrAbove(sorted, moved) < count) return moved;
  // The last of those that were to stay ties with the first of those that were to go.
  return thresholdOfTop(sorted, countAbove(sorted, moved));
}

/** Whether the thresholds that follow the data agree, with the smallest and largest count among them. */
export interface Verdict {
  readonly kind: "clear" | "undecided" | "learned" | "calibrated";
  readonly low: number;
  readonly high: number;
}

/**
 * "clear" when the four usual thresholds that follow the data (all but the top 5 %, which flags 5 % of anything) flag
 * at least one row each, at most 10 % of the `count` rows, and the widest at most 1.5 times the narrowest.
 * "learned" where ordinary rows, which alone were learned from, suggest the threshold; "calibrated" where the scores
 * themselves say how many rows are flagged by mistake.
 */
export function verdictOf(suggestions: readonly Suggestion[], count: number): Verdict {
  const learned = suggestions.find(({ name }) => name === "learned-3sd");
  if (learned) return { kind: "learned", low: learned.count, high: learned.count };
  const sure = suggestions.find(({ name }) => name === "false-fifth");
  if (sure) return { kind: "calibrated", low: sure.count, high: sure.count };
  const usual = suggestions.filter(({ name }) => name !== "top-5-percent" && name !== "largest-gap");
  const counts = usual.map(({ count }) => count);
  if (counts.length === 0) return { kind: "undecided", low: 0, high: 0 };
  const low = Math.min(...counts);
  const high = Math.max(...counts);
  const agree = low > 0 && high <= Math.max(1, MAX_SUGGESTED_SHARE * count) && high <= 1.5 * low;
  return { kind: agree ? "clear" : "undecided", low, high };
}

/** The threshold that flags the first `k` rows and those that tie with the last of them; none for k <= 0. */
function thresholdOfTop(sorted: Float64Array, k: number): number {
  if (sorted.length === 0) return Number.POSITIVE_INFINITY;
  return k >= 1 ? (sorted[Math.min(k, sorted.length) - 1] ?? 0) : aboveAll(sorted);
}

function aboveAll(sorted: Float64Array): number {
  const top = sorted[0] ?? 0;
  return top + Math.max(Math.abs(top) * Number.EPSILON, Number.MIN_VALUE);
}
