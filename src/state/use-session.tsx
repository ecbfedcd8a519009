import { createContext, useContext, type ReactNode } from "react";
import { useStore } from "zustand";
import type { GuardedStorage } from "./guarded-storage";
import type { Actions, Session } from "./session";
import type { SessionState } from "./session-state";
import { ClockContext } from "./use-query";

const SessionContext = createContext<Session | null>(null);

/** Gives the screens below it their session. */
export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return (
    <SessionContext value={session}>
      <ClockContext value={session.clock}>{children}</ClockContext>
    </SessionContext>
  );
}

function useSessionObject(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no SessionProvider above this component");
  return session;
}

/** A part of the session; the component renders again only when that part changes. */
export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useSessionObject().store, select);
}

/** Everything a person can do; the object never changes. */
export function useActions(): Actions {
  return useSessionObject().actions;
}

/** Asks the engine once, at the press of a button; a question that keeps changing is one for `useCall`. */
export function useAsk(): Session["ask"] {
  return useSessionObject().ask;
}

/** Starts what takes its time, and can be cancelled. */
export function useStart(): Session["start"] {
  return useSessionObject().start;
}

/** What is kept between visits. */
export function useStorage(): GuardedStorage {
  return useSessionObject().storage;
}

/** The store itself, for handlers that read the newest state without rendering on every change. */
export function useSessionStore(): Session["store"] {
  return useSessionObject().store;
}
