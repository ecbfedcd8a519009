import { type FigureName, figureNames } from "../../core/evaluate/figures";
import { thresholdRuleOf } from "../../state/choices";
import { thresholdOf } from "../../state/threshold";
import { useSession } from "../../state/use-session";
import type { JudgedInstance } from "./use-judgement";

/** What marks on flagged rows alone can tell. */
const OF_FLAGGED: readonly FigureName[] = ["precision"];

/** The figures that can be given: of marks on flagged rows, those that ask nothing of the others. */
export function knownFigures(isLimited: boolean): readonly FigureName[] {
  return isLimited ? OF_FLAGGED : figureNames;
}

/** Of so many of the unflagged rows a verdict has to be known, before marks say what is missed. */
const ENOUGH = 0.95;

/** Whether nearly every row has a mark, whoever flags it, so that marks say of recall what a label would. */
export function useMarksCover(judged: readonly JudgedInstance[]): boolean {
  return useSession(({ marked, history }) =>
    judged.every(({ id, result }) => {
      const { count } = thresholdOf(result, thresholdRuleOf(history.present, id));
      const others = result.order.length - count;
      if (marked.byRow.size < ENOUGH * others) return false;
      let known = 0;
      for (let at = count; at < result.order.length; at++) {
        const verdict = marked.byRow.get(result.order[at] ?? -1)?.verdict;
        if (verdict && verdict !== "unsure") known += 1;
      }
      return known >= ENOUGH * others;
    }),
  );
}
