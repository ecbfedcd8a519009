import { useEffect, useRef } from "react";
import { shownResultOf, shownThresholdOf } from "../state/threshold";
import { useKindScreens } from "../state/use-kind-screens";
import { isUnasked } from "../state/view-state";
import { useActions, useSession } from "../state/use-session";

/**
 * Selects the strangest row of a table once something of it is flagged, unless a person was faster. Until a person selects
 * a row it stays the strangest of what is on screen: that of a first look may rank far below once all rows are scored, and
 * the table would stand where it is and not at its top.
 */
export function useFirstExplained(): void {
  const { explainsFirst } = useKindScreens();
  const { notice } = useActions();
  const table = useSession((state) => state.dataset?.id ?? null);
  const isFree = useSession(({ viewState: { selectedRow } }) => selectedRow === null);
  const isOwn = useSession(({ viewState }) => isUnasked(viewState));
  const strangest = useSession((state) => {
    const [row] = shownResultOf(state)?.order ?? [];
    return (shownThresholdOf(state)?.count ?? 0) > 0 ? row : undefined;
  });
  const explained = useRef<string | null>(null);
  useEffect(() => {
    if (!explainsFirst || table === null || strangest === undefined) return;
    const isFirst = explained.current !== table;
    explained.current = table;
    if (isOwn || (isFirst && isFree)) notice({ selectedRow: strangest, unaskedRow: strangest });
  }, [explainsFirst, table, strangest, isFree, isOwn, notice]);
}
