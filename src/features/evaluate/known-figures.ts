import { type FigureName, figureNames } from "../../core/evaluate/figures";
import { thresholdRuleOf } from "../../state/choices";
import { thresholdOf } from "../../state/threshold";
import { marksCover } from "../../state/marks-cover";
import { useSession } from "../../state/use-session";
import type { JudgedInstance } from "./use-judgement";

/** What marks on flagged rows alone can tell. */
const OF_FLAGGED: readonly FigureName[] = ["precision"];

/** The figures that can be given: of marks on flagged rows, those that ask nothing of the others. */
export function knownFigures(isLimited: boolean): readonly FigureName[] {
  return isLimited ? OF_FLAGGED : figureNames;
}

/** Whether nearly every row that is not flagged has a mark, whoever flags it, so that marks say of recall what a label would. */
export function useMarksCover(judged: readonly JudgedInstance[]): boolean {
  return useSession(({ marked, history }) =>
    judged.every(({ id, result }) => {
      const { count } = thresholdOf(result, thresholdRuleOf(history.present, id));
      return marksCover(marked, result.order.subarray(count));
    }),
  );
}
