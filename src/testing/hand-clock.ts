import { pageClock, type Clock } from "../state/clock";

export interface HandClock extends Clock {
  /** Lets so many milliseconds go by and does what is due by then, in order of time. */
  pass(ms: number): void;
}

/** A clock that stands still until a test lets time go by. */
export function handClock(): HandClock {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly job: () => void }>();
  return {
    now: () => now,
    after(ms, job) {
      const one = { at: now + ms, job };
      waiting.add(one);
      return () => waiting.delete(one);
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const [due] = [...waiting].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (!due) break;
        waiting.delete(due);
        now = due.at;
        due.job();
      }
      now = end;
    },
  };
}

/** The clock of the page, on which nothing has to rest. */
export const hurriedClock: Clock = { ...pageClock, after: (_, job) => pageClock.after(0, job) };
