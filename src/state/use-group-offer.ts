import { useMemo } from "react";
import { coreKindOf } from "../core/kinds/kinds";
import type { OfferedGroup } from "../engine/protocol";
import type { SessionState } from "./session-state";
import { flaggedRowsOf, shownResultOf, shownThresholdOf } from "./threshold";
import { useCall } from "./use-call";
import { useActions, useSession } from "./use-session";

/** The group that rows had better be compared within; null where there is none, it was declined, or one is chosen. */
export function useGroupOffer(): OfferedGroup | null {
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useSession((state) => state.history.present.recipe);
  const isDeclined = useSession((state) => state.viewState.groupAnswer?.said === "no");
  const among = useMemo(() => {
    const columns = recipe?.columns ?? [];
    const isOpen =
      recipe && coreKindOf(recipe.rowKind).preparesColumns && columns.every(({ role }) => role !== "group");
    return isOpen ? columns.flatMap(({ role }, at) => (role === "feature" ? [at] : [])) : null;
  }, [recipe]);
  return useCall("offeredGroup", dataset === null || among === null || isDeclined ? null : { dataset, among }).answer;
}

/** Takes the group in one undoable step, and remembers what was flagged before. */
export function useTakeGroup(): (column: number) => void {
  const { setColumns, notice } = useActions();
  const shown = useSession((state) => state.history.present.shown);
  const result = useSession(shownResultOf);
  const threshold = useSession(shownThresholdOf);
  return (column) => {
    // A copy: the rows of a large table are not held for the few that are flagged.
    const flagged = result && threshold ? flaggedRowsOf(result, threshold).slice() : new Uint32Array();
    notice({ groupAnswer: { said: "yes", column, shown, run: result?.key ?? "", flagged } });
    setColumns([column], { role: "group" });
  };
}

/** What came of the group that was taken. */
export interface GroupEffect {
  readonly column: number;
  /** Flags before, those of them that are gone, and new ones; null until the rows are scored anew. */
  readonly flags: { readonly before: number; readonly gone: number; readonly came: number } | null;
}

/** What came of the group that was taken, as long as it is the group and the same detector is on screen; else null. */
export function useGroupEffect(): GroupEffect | null {
  const answer = useSession((state) => state.viewState.groupAnswer);
  const column = useSession(takenIn);
  const shown = useSession((state) => state.history.present.shown);
  const run = useSession((state) => state.runs[state.history.present.shown]);
  const threshold = useSession(shownThresholdOf);
  return useMemo(() => {
    if (answer?.said !== "yes" || column === null || answer.shown !== shown || answer.run === "") return null;
    if (run?.status === "failed" || run?.status === "cancelled") return null;
    if (!run?.result || run.stale || run.result.key === answer.run || !threshold) return { column, flags: null };
    const after = new Set(flaggedRowsOf(run.result, threshold));
    const stayed = answer.flagged.filter((row) => after.has(row)).length;
    const before = answer.flagged.length;
    return { column, flags: { before, gone: before - stayed, came: after.size - stayed } };
  }, [answer, column, shown, run, threshold]);
}

/** The column that was taken as the group and still is. */
function takenIn({ viewState: { groupAnswer }, history: { present } }: SessionState): number | null {
  if (groupAnswer?.said !== "yes" || !present.recipe?.withinGroup) return null;
  return present.recipe.columns[groupAnswer.column]?.role === "group" ? groupAnswer.column : null;
}
