import { initialChoices } from "./choices";
import { historyOf } from "./history";
import { type SessionState } from "./session-state";
import { initialViewState } from "./view-state";

/** The state without a file: the start page. */
export function nothingOpen(): Partial<SessionState> {
  return {
    reading: { stage: "none" },
    isRestarting: false,
    dataset: null,
    runs: {},
    viewState: initialViewState,
    history: historyOf(initialChoices()),
  };
}
