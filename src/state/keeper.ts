import { failureInfoOf } from "../core/data/failure-info";
import type { Kept, KeepRequest, OpenedWork, Source } from "../engine/protocol";
import type { GuardedStorage } from "./guarded-storage";
import type { KeptPlace } from "./reader-hooks";
import type { PageKeeping } from "./page-keeping";
import { fingerprintOf } from "./remember";
import type { SessionContext } from "./session-context";
import type { Keeping } from "./session-state";
import { workNow } from "./work-now";

const WANTED_KEY = "anomaly-explorer:keep-files";
const SAVE_AFTER_MS = 100;
/** Of a file that other pages have open, so many more are tried as one of its own. */
const MAX_COPIES = 20;

/** What a person said about files that are kept: null until they said anything. */
export function wantedIn(storage: GuardedStorage): boolean | null {
  const said = storage.getItem(WANTED_KEY);
  return said === "yes" ? true : said === "no" ? false : null;
}

/**
 * Keeps the whole work on this machine where a person wants that: soon after each change, one save at a time and the newest
 * state next. A piece of work belongs to one page: another page that opens the same keeps what it does as a second one.
 */
export function createKeeper(context: SessionContext, storage: GuardedStorage, page: PageKeeping) {
  const { store, clock, engine } = context;
  /** What is on screen: where it came from, and the work that it is kept as. */
  let own: { source: Source; sample: string | null; id: string | null; isApart: boolean; release: () => void } | null =
    null;
  let callOff = () => {};
  let saving: Promise<void> | null = null;
  let isDirty = false;
  /** Changes rest before they are saved, counted from the first of them: training tells of itself without a pause. */
  let isWaiting = false;
  /** What was kept last, as it was asked for. */
  let last: KeepRequest | null = null;
  const told = new Set<string>();

  const set = (change: Partial<Keeping>) => store.setState(({ keeping }) => ({ keeping: { ...keeping, ...change } }));
  const isWanted = () => store.getState().keeping.wanted === true;

  function requestNow(id: string, sample: string | null): KeepRequest | null {
    const now = workNow(store.getState());
    return now && { id, sample, savedAt: clock.now(), ...now };
  }

  /** A place of its own for work that has none yet; `isApart`: not that of what is kept already. */
  async function placeFor(source: Source, isApart: boolean): Promise<{ id: string; release: () => void } | null> {
    const first = fingerprintOf(source);
    const { works } = isApart ? await engine.ask("kept", null) : { works: [] };
    const taken = new Set(works.map(({ id }) => id));
    for (let copy = 1; copy <= MAX_COPIES + taken.size; copy++) {
      const id = copy === 1 ? first : `${first}-${copy}`;
      if (taken.has(id)) continue;
      const release = await page.claim(id);
      if (release) return { id, release };
    }
    return null;
  }

  async function saveOnce(): Promise<void> {
    const mine = own;
    if (!mine || !isWanted()) return;
    if (mine.id === null) {
      const place = await placeFor(mine.source, mine.isApart);
      if (!place) return;
      if (own !== mine) return place.release();
      Object.assign(mine, place);
    }
    await saveAtOnce();
  }

  /** Asks for it before anything else can be asked, such as to close the table. */
  async function saveAtOnce(): Promise<void> {
    const mine = own;
    const request = mine?.id == null ? null : requestNow(mine.id, mine.sample);
    if (!request || !isWanted()) return;
    if (isKept(request)) return set({ own: isWaiting || isDirty ? "saving" : "kept" });
    set({ own: "saving" });
    try {
      const { refused } = await engine.ask("keep", request);
      last = refused ? null : request;
      // Unless something changed meanwhile, which is saved next.
      if (own === mine) set({ own: isWaiting || isDirty ? "saving" : "kept", refused });
      if (refused) tell(refused.code);
    } catch (error) {
      const failure = failureInfoOf(error);
      // A worker that is replaced has the table again soon, which is a change; then it is saved.
      const isPassing = ["worker-died", "unknown-dataset", "cancelled", "given-up"].includes(failure.code);
      if (own === mine) set({ own: "not-kept", refused: isPassing ? null : failure });
      if (!isPassing) tell(failure.code);
    }
  }

  /** A run that is a little further changes nothing that is kept. */
  function isKept(request: KeepRequest): boolean {
    return last !== null && JSON.stringify({ ...request, savedAt: last.savedAt }) === JSON.stringify(last);
  }

  function tell(code: KeptTrouble): void {
    if (told.has(code)) return;
    told.add(code);
    context.announce("bad", { code: `failures.${code}.title` });
  }

  function save(): void {
    callOff();
    callOff = () => {};
    isWaiting = false;
    isDirty = true;
    if (saving) tellChoices();
    saving ??= (async () => {
      while (isDirty) {
        isDirty = false;
        await saveOnce();
      }
    })().finally(() => {
      saving = null;
    });
  }

  /** A save that is under way writes what was chosen since with it. */
  function tellChoices(): void {
    const request = own?.id == null ? null : requestNow(own.id, own.sample);
    if (!request || !isWanted()) return;
    const { id, savedAt, project, dataset } = request;
    engine.ask("keepChoices", { id, savedAt, project, dataset }).catch(() => undefined);
  }

  /** Notes at once what was chosen, whatever the worker is busy with. */
  function noteChoices(): void {
    const request = own?.id == null ? null : requestNow(own.id, own.sample);
    if (!request || !isWanted()) return;
    const { id, savedAt, project, dataset } = request;
    page.journal.note(id, { savedAt, project, dataset });
  }

  function later(): void {
    if (!own || !isWanted()) return;
    // What is on screen is another state than the one that is kept.
    set({ own: "saving" });
    if (isWaiting) return;
    isWaiting = true;
    callOff = clock.after(SAVE_AFTER_MS, save);
  }

  /** @param ending what is still being written: until then the work is this page's */
  function letGo(ending: Promise<unknown>): void {
    const before = own;
    own = null;
    last = null;
    set({ own: "not-kept", refused: null });
    void Promise.all([ending, saving]).then(() => before?.release());
  }

  store.subscribe((state, before) => {
    const isChanged =
      state.dataset !== before.dataset ||
      state.reading !== before.reading ||
      state.history.present !== before.history.present ||
      state.runs !== before.runs;
    if (isChanged) later();
    if (state.history.present !== before.history.present) noteChoices();
  });

  const ask = async (asked: Promise<Kept>) => {
    const kept = await asked.catch(() => null);
    if (kept) set({ kept });
  };

  return {
    /** A file is on screen from now on; `as`: the work that it was kept as. */
    follow(source: Source, sample: string | null, as: KeptPlace | null): void {
      if (own?.source === source && !as) return later();
      if (own) letGo(Promise.resolve());
      const isApart = as !== null && as.id === null;
      own = { source, sample, id: as?.id ?? null, isApart, release: as ? () => as.release() : () => undefined };
      later();
    },
    /** Saves what would be saved soon: the page may be about to end. */
    flush: (): void => void saveAtOnce(),
    leave(): void {
      if (!own) return;
      callOff();
      isWaiting = false;
      letGo(saveAtOnce().then(look));
    },
    /** Says whether files are kept from now on. What was kept before stays until it is deleted. */
    want(wanted: boolean): void {
      storage.setItem(WANTED_KEY, wanted ? "yes" : "no");
      set({ wanted });
      last = null;
      if (!wanted) return;
      page.persist();
      save();
    },
    claim: (id: string) => page.claim(id),
    /** The built-in sample that is on screen. */
    sample: (): string | null => own?.sample ?? null,
    look,
    /** The work with what was chosen after it was written, where the page noted that. */
    async newest(id: string, work: OpenedWork): Promise<OpenedWork> {
      const noted = await page.journal.noted(id);
      const isOfIt = noted && noted.savedAt > work.savedAt && (!work.table || work.table.card.id === noted.dataset);
      return isOfIt ? { ...work, savedAt: noted.savedAt, project: jsonOf(noted.project) ?? work.project } : work;
    },
    forget(id: string | null): Promise<void> {
      last = null;
      page.journal.forget(id);
      return ask(engine.ask("forgetKept", { id }));
    },
  };

  function look(): Promise<void> {
    return ask(engine.ask("kept", null));
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type KeptTrouble = ReturnType<typeof failureInfoOf>["code"];
