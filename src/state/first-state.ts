import { initialChoices } from "./choices";
import type { GuardedStorage } from "./guarded-storage";
import { historyOf } from "./history";
import { wantedIn } from "./keeper";
import { NO_MARKED_ROWS } from "./marked-rows";
import { recentFiles } from "./remember";
import type { SessionState } from "./session-state";
import { threadsIn } from "./threads";
import { initialViewState } from "./view-state";

/** What stands before a file is opened, with what was kept between visits. */
export function firstState(storage: GuardedStorage, threads: number): SessionState {
  return {
    reading: { stage: "none" },
    isRestarting: false,
    dataset: null,
    tableNumber: 0,
    history: historyOf(initialChoices()),
    marked: NO_MARKED_ROWS,
    runs: {},
    reruns: {},
    viewState: initialViewState,
    announcements: [],
    recents: recentFiles(storage),
    keeping: { wanted: wantedIn(storage), kept: null, own: "not-kept", refused: null },
    models: null,
    offer: null,
    scoring: null,
    threads: threadsIn(storage, threads),
  };
}
