import { choicesJournal } from "./choices-journal";

/** What keeping work needs of the browser: tests give their own. */
export interface PageKeeping {
  /** Takes a piece of work for this page: how to let go of it, or null where another page has it. */
  claim(id: string): Promise<(() => void) | null>;
  /** Asks the browser not to throw away what is kept when it needs room. Nothing waits for the answer. */
  persist(): void;
  /** What was chosen last, by piece of work, beside what the worker keeps. */
  readonly journal: ReturnType<typeof choicesJournal>;
}

/** That of the browser. Without locks (a page on plain http) pages do not know of each other. */
export const browserKeeping: PageKeeping = {
  journal: choicesJournal(),
  claim(id) {
    if (!("locks" in navigator)) return Promise.resolve(() => undefined);
    return new Promise((resolve) => {
      navigator.locks
        .request(`anomaly-explorer work ${id}`, { ifAvailable: true }, (lock) => {
          if (!lock) return resolve(null);
          return new Promise<void>((release) => resolve(release));
        })
        .catch(() => resolve(() => undefined));
    });
  },
  persist() {
    // Some browsers ask the person, and answer only then.
    if ("storage" in navigator && "persist" in navigator.storage) void navigator.storage.persist().catch(() => false);
  },
};

/** The only page there is. */
export const lonePage: PageKeeping = {
  claim: () => Promise.resolve(() => undefined),
  persist: () => undefined,
  journal: { note: () => undefined, noted: () => Promise.resolve(null), forget: () => undefined },
};
