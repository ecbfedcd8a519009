import { useEffect, useRef } from "react";
import { shownResultOf, shownThresholdOf } from "../state/threshold";
import { useKindScreens } from "../state/use-kind-screens";
import { useActions, useSession } from "../state/use-session";

/** Selects the strangest row of a table once something of it is flagged, unless a person was faster. */
export function useFirstExplained(): void {
  const { explainsFirst } = useKindScreens();
  const { select } = useActions();
  const table = useSession((state) => state.dataset?.id ?? null);
  const isFree = useSession((state) => state.viewState.selectedRow === null);
  const strangest = useSession((state) => {
    const [row] = shownResultOf(state)?.order ?? [];
    return (shownThresholdOf(state)?.count ?? 0) > 0 ? row : undefined;
  });
  const explained = useRef<string | null>(null);
  useEffect(() => {
    if (!explainsFirst || table === null || strangest === undefined || explained.current === table) return;
    explained.current = table;
    if (isFree) select(strangest);
  }, [explainsFirst, table, strangest, isFree, select]);
}
