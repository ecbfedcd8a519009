import { CONSENSUS } from "../core/detect/run-key";
import { standsApart } from "../core/score/gap";
import type { ThresholdRule } from "../core/score/threshold";
import type { RunResult } from "../engine/protocol";
import { detectorCardOf } from "./catalogue";
import type { SessionState } from "./session-state";
import { findingsDetectorOf } from "./kinds/kinds";
import { flaggedRowsOf, thresholdOf, thresholdVerdictOf, type Threshold } from "./threshold";

/** Id of the instance whose findings stand above the ranking; null where a person took it away, or rows have none. */
export function findingsIdOf({ history: { present } }: SessionState): string | null {
  const id = present.recipe && findingsDetectorOf(present.recipe.rowKind);
  return id && present.picked.includes(id) ? id : null;
}

/** The ranking that says who is next after what stands out for sure. */
export interface Ranking {
  readonly id: string;
  readonly result: RunResult;
}

/** The consensus of what ranks the rows or, where there is none, what ranks them alone; null before there is one. */
export function rankingOf({ runs, history, dataset }: SessionState): Ranking | null {
  const { picked } = history.present;
  for (const id of [CONSENSUS, ...picked.filter((one) => !detectorCardOf(one)?.tests)]) {
    const result = runs[id]?.result;
    if (result && result.order.length > 0 && result.request.dataset === dataset?.id) return { id, result };
  }
  return null;
}

/** What stands out for sure: its scores, and from which on. */
interface Sure {
  readonly result: RunResult;
  readonly value: number;
}

/** The rows that a ranking flags by `rule` and that do not stand out for sure, the strangest first. */
export function borderlineRows(ranking: RunResult, rule: ThresholdRule, sure: Sure | null): Uint32Array {
  const rows = flaggedRowsOf(ranking, thresholdOf(ranking, rule));
  return sure === null ? rows : rows.filter((row) => !isAtLeast(sure.result.scores[row], sure.value));
}

const SUGGESTED: ThresholdRule = { kind: "suggested" };
/** Of the flagged rows, so many have to be flagged by most detectors for these to agree. */
const MIN_AGREEING_SHARE = 0.5;

/** What is needed of a detector that is done. */
interface Opinion {
  readonly detector: string;
  readonly result: RunResult;
  readonly threshold: Threshold;
}

/**
 * Whether it is clear where strange begins in a ranking: the usual rules agree, nothing lies for a good part of the way
 * below what is flagged, and most of it is flagged by at least half of the detectors that rank.
 */
export function isClearIn(result: RunResult, opinions: readonly Opinion[]): boolean {
  if (thresholdVerdictOf(result).kind !== "clear") return false;
  const suggested = thresholdOf(result, SUGGESTED);
  const ranking = opinions.filter(({ detector }) => !detectorCardOf(detector)?.tests);
  return standsApart(result.sorted, suggested.count) && agreeOn(flaggedRowsOf(result, suggested), ranking);
}

function agreeOn(rows: Uint32Array, opinions: readonly Opinion[]): boolean {
  const agreed = rows.filter((row) => {
    const flagging = opinions.filter(({ result, threshold }) => isAtLeast(result.scores[row], threshold.value));
    return 2 * flagging.length >= opinions.length;
  });
  return agreed.length >= MIN_AGREEING_SHARE * rows.length;
}

/** Rows that a recipe leaves out have no score, and are below everything. */
function isAtLeast(score = NaN, value: number): boolean {
  return score >= value;
}
