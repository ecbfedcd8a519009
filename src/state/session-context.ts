import type { StoreApi } from "zustand/vanilla";
import type { Engine } from "../engine/protocol";
import type { Clock } from "./clock";
import { changed, settled } from "./history";
import type { Choices } from "./choices";
import type { Announcement, SessionState } from "./session-state";
import type { ViewState } from "./view-state";

/** What the parts of a session share: the store, the engine, and the few ways to write. */
export interface SessionContext {
  readonly engine: Engine;
  readonly store: StoreApi<SessionState>;
  readonly clock: Clock;
  choices(): Choices;
  /** One undoable step; steps with the same tag are merged until `settle`. */
  choose(change: Partial<Choices>, tag?: string): void;
  settle(): void;
  notice(change: Partial<ViewState>): void;
  announce(tone: Announcement["tone"], note: Announcement["note"]): void;
}

/** The shared ways to write to a session's store. */
export function sessionContextOver(engine: Engine, store: StoreApi<SessionState>, clock: Clock): SessionContext {
  let announced = 0;
  const choices = () => store.getState().history.present;
  return {
    engine,
    store,
    clock,
    choices,
    choose(change, tag) {
      store.setState(({ history }) => ({ history: changed(history, { ...history.present, ...change }, tag ?? null) }));
    },
    settle() {
      store.setState(({ history }) => ({ history: settled(history) }));
    },
    notice(change) {
      store.setState(({ viewState }) => ({ viewState: { ...viewState, ...change } }));
    },
    announce(tone, note) {
      announced += 1;
      const announcement = { id: announced, tone, note };
      store.setState(({ announcements }) => ({ announcements: [...announcements.slice(-4), announcement] }));
    },
  };
}
