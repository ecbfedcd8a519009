import userEvent, { PointerEventsCheckLevel, type UserEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { createInlineEngine } from "../engine/inline";
import type { CallName } from "../engine/protocol";
import type { Clock } from "../state/clock";
import { canCombine } from "../state/choices";
import { createSession, type Session } from "../state/session";
import { sourceOf } from "../state/source";
import { giveElementsASize } from "./give-elements-a-size";
import { prepareCharts } from "./charts-in-jsdom";
import { hurriedClock } from "./hand-clock";
import { onlyRanking } from "./only-ranking";
import { showScreen } from "./show-screen";
import { wholeCatalogue } from "./whole-catalogue";

interface RealSession {
  readonly session: Session;
  /** How often the engine got that call so far. */
  timesAsked(name: CallName): number;
}

interface Opening {
  readonly clock?: Clock;
  readonly findings?: boolean;
}

interface Person {
  readonly user: UserEvent;
}

/**
 * A session over the real engine, in which a table was opened and every detector that starts by itself is done. Unless
 * told, only those that rank are there.
 */
async function openReal(csv: string, { clock = hurriedClock, findings = false }: Opening = {}): Promise<RealSession> {
  const real = realSession(clock);
  await real.session.actions.open(sourceOf("payments.csv", new Blob([csv])));
  await runsDone(real.session);
  if (!findings) await onlyRanking(real.session);
  return real;
}

function realSession(clock: Clock): RealSession {
  const engine = createInlineEngine();
  const ask = vi.spyOn(engine, "ask");
  const start = vi.spyOn(engine, "start");
  const session = createSession({ engine, clock });
  const timesAsked = (name: CallName) =>
    [...ask.mock.calls, ...start.mock.calls].filter(([call]) => call === name).length;
  return { session, timesAsked };
}

/** The same with a screen over it, and a person before it. */
export async function renderReal(screen: ReactNode, csv: string, opening?: Opening): Promise<RealSession & Person> {
  return inFrontOf(screen, await openReal(csv, opening));
}

/** A screen over the real engine before anything was opened. */
export function renderStart(screen: ReactNode): Promise<RealSession & Person> {
  return inFrontOf(screen, realSession(hurriedClock));
}

async function inFrontOf(screen: ReactNode, real: RealSession): Promise<RealSession & Person> {
  await prepareCharts();
  giveElementsASize();
  showScreen(screen, real.session, wholeCatalogue());
  return { ...real, user: quickUser() };
}

/** A person who acts at once: whether the styles of all that is around something let it be clicked takes jsdom long. */
function quickUser(): UserEvent {
  return userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
}

/** Once every run that is wanted has ended. */
export function runsDone({ store }: Session): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { runs, history } = store.getState();
      const { picked } = history.present;
      const wanted = canCombine(picked) ? [...picked, "consensus"] : picked;
      const isOver = (id: string) => !runs[id]?.stale && ["done", "failed"].includes(runs[id]?.status ?? "");
      if (!wanted.every(isOver)) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}
