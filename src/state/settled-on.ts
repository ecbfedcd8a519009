import type { DatasetCard } from "../engine/protocol";
import type { Choices } from "./choices";
import { historyOf } from "./history";
import { standAlike, viewOf } from "./kept-reading";
import type { Seen } from "./seen";
import type { SessionState } from "./session-state";

interface Settled {
  readonly seen: Seen;
  readonly dataset: DatasetCard;
  readonly choices: Choices;
  /** It is another file, rather than the one on screen read otherwise. */
  readonly isNewFile: boolean;
}

/** What a table that was read puts on screen in the place of what is there. */
export function settledOn(before: SessionState, { seen, dataset, choices, isNewFile }: Settled): Partial<SessionState> {
  const { dataset: old, tableNumber, viewState, history } = before;
  const standsAlike = !isNewFile && old !== null && standAlike(old, dataset);
  return {
    reading: { stage: "open", ...seen },
    isRestarting: false,
    dataset,
    tableNumber: tableNumber + (standsAlike ? 0 : 1),
    viewState: viewOf(dataset, isNewFile ? null : viewState, old?.id === dataset.id),
    // A new file starts a new history; a correction of this one can be undone.
    history: isNewFile ? historyOf(choices) : { ...history, present: choices },
  };
}
