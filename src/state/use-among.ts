import { useMemo } from "react";
import type { RowSet } from "../engine/protocol";
import { rowsByMark } from "./marked-rows";
import { flaggedRowsOf } from "./threshold";
import { usePanel } from "./use-panel";
import { useSession } from "./use-session";

/** The rows that marks, and another detector's flags, leave in the table; null: all. */
export function useAmong(): readonly RowSet[] | null {
  const markFilter = useSession((state) => state.viewState.markFilter);
  const flaggedBy = useSession((state) => state.viewState.flaggedBy);
  const marks = useSession((state) => (markFilter === null ? null : state.marked));
  const panel = usePanel();
  return useMemo(() => {
    const sets: RowSet[] = marks && markFilter ? [rowsByMark(marks, markFilter)] : [];
    const other = flaggedBy && panel.find(({ detector }) => detector === flaggedBy.id);
    // A copy: the ranking of a large table is not sent along.
    if (other) sets.push({ rows: flaggedRowsOf(other.result, other.threshold).slice(), stay: flaggedBy.stay });
    return sets.length > 0 ? sets : null;
  }, [marks, markFilter, flaggedBy, panel]);
}
