import { readingOf } from "../core/project/reading";
import { Failure } from "../core/data/failure";
import { failureInfoOf } from "../core/data/failure-info";
import type { DatasetCard, FixedSettings, Inspection, Job, ReadPlan, Source } from "../engine/protocol";
import { fetchCatalogue, isCatalogueHere } from "./catalogue";
import { takenBack } from "./kept-reading";
import { nothingOpen } from "./nothing-open";
import { type Brought, fixedIn, isTooLarge, nothingBrought, planOver } from "./brought";
import { openKept } from "./open-kept";
import { keptWork, openSession } from "./open-session";
import type { KeptPlace, ReaderHooks } from "./reader-hooks";
import { projectOf } from "./projects";
import type { SessionContext } from "./session-context";
import { lookAtGiven } from "./look-at-given";
import { type Seen, seenIn, whyUnread } from "./seen";
import type { SessionState } from "./session-state";
import type { SessionSettings } from "./settings-offer";
import { tableOnScreen } from "./table-on-screen";
import { unseenTables } from "./unseen-tables";

/**
 * Looks at a file, reads it, and reads it again when a person corrects a guess. The table before
 * stays on screen until the new one is there; the newest request wins.
 */
export function createFileReader(context: SessionContext, hooks: ReaderHooks) {
  let request = 0;
  let job: Job<DatasetCard> | null = null;
  /** What was brought for the file that is opened, also while it waits for the answer to "too large" or was not read. */
  let waiting: Brought = nothingBrought();
  /** What a person corrected of a file that has not been opened yet. */
  let corrections: FixedSettings = {};
  const unseen = unseenTables(context);
  const table = tableOnScreen(context, hooks, unseen);

  const set = (change: Partial<SessionState>) => context.store.setState(change);

  function begin(): number {
    job?.cancel();
    job = null;
    request += 1;
    return request;
  }

  /** Begins with other files than those on screen. */
  function start(source: Source): number {
    const mine = begin();
    corrections = {};
    waiting = nothingBrought();
    set({ reading: { stage: "looking", source } });
    return mine;
  }

  const isNewest = (mine: number) => mine === request;

  async function lookAndRead(source: Source, brought: Brought, mine: number): Promise<void> {
    const seen = await look(source, fixedIn(brought), mine);
    if (seen) await readOrAsk(seen, planOver(brought.project.reading, seen.inspection), mine, brought);
  }

  /** Looks at files; null where there is nothing to be read, or where something newer came. */
  async function look(source: Source, fixed: FixedSettings, mine: number, entry?: string): Promise<Seen | null> {
    try {
      const found = await context.engine.ask("inspect", { source, fixed, ...(entry !== undefined && { entry }) });
      if (mine !== request) return null;
      if (found.is === "table") return seenIn(source, found, table.shown()?.seen ?? null);
      if (found.is === "session") await openSession(context, source, mine, { ...kept, offered });
      else {
        putAside();
        hooks.labelled(source.name, found.entries);
      }
    } catch (error) {
      if (mine === request) fail(source, null, error);
    }
    return null;
  }

  /** Fetches what is known of the detectors; false where that failed, or where something newer came. */
  async function hasCatalogue(source: Source, mine: number): Promise<boolean> {
    const error = await fetchCatalogue().then(() => null, failureInfoOf);
    if (error && mine === request) set({ reading: { stage: "failed", source, inspection: null, failure: error } });
    return !error && mine === request;
  }

  function fail(source: Source, inspection: Inspection | null, error: unknown): void {
    const failure = whyUnread(error);
    // The worker lost the table on screen, and nothing else would bring it back before a person puts the failure aside.
    if (table.isLost() && !table.isOf(source)) {
      context.announce("bad", { ...failure, code: `failures.${failure.code}.title` });
      context.announce("bad", { code: "drop.not-opened", values: { name: source.name } });
      return void bringBack();
    }
    set({ reading: { stage: "failed", source, inspection, failure } });
    // Nothing brings the table on screen back by itself; another file that failed is put aside first.
    if (table.isOf(source)) set({ isRestarting: false });
  }

  /** Reads, but for what does not fit: a person says whether it is read all the same. */
  async function readOrAsk({ source, inspection, ...seen }: Seen, plan: ReadPlan, mine: number, fresh: Brought) {
    waiting = fresh;
    if (isTooLarge(inspection, plan)) set({ reading: { stage: "too-large", source, inspection } });
    else await read({ source, inspection, ...seen }, plan, mine, fresh);
  }

  async function read(seen: Seen, plan: ReadPlan, mine: number, fresh: Brought | null): Promise<void> {
    const { source, inspection } = seen;
    set({ reading: { stage: "reading", source, inspection, progress: null, startedAt: context.clock.now() } });
    job = context.engine.start("open", { source, plan }, (progress) => {
      const { reading } = context.store.getState();
      if (mine === request && reading.stage === "reading") set({ reading: { ...reading, progress } });
    });
    try {
      const dataset = await job.result;
      if (mine === request) {
        job = null;
        table.settleOn(seen, plan, dataset, fresh);
      } else unseen.add(dataset.id);
      if (!job) unseen.close();
    } catch (error) {
      if (mine !== request) return;
      job = null;
      unseen.close();
      const before = context.store.getState().dataset;
      if (failureInfoOf(error).code === "cancelled" && !before) set({ reading: { stage: "none" } });
      else fail(source, inspection, error);
    }
  }

  /** What is under way, or failed, is no longer on screen; the table before is. */
  function putAside(): void {
    const shown = table.shown();
    if (shown) set({ history: takenBack(context.store.getState().history, shown) });
    set({ reading: shown ? { stage: "open", ...shown.seen } : { stage: "none" } });
    if (table.isLost()) void bringBack();
  }

  /** Reads the table on screen once more for a worker that does not have it. */
  function bringBack(): Promise<void> {
    set({ isRestarting: true });
    return reread();
  }

  async function reread(): Promise<void> {
    const { plan, fixed } = context.choices();
    const shown = table.shown();
    if (!shown || !plan) return;
    const mine = begin();
    const seen = await look(shown.seen.source, { ...plan.settings, ...fixed }, mine);
    if (seen) await read(seen, plan, mine, null);
  }

  /** What opens work that was kept. */
  const kept = { isNewest, settleOn: table.settleOn, fail, unseen, read: lookAndRead };

  function offered(settings: SessionSettings): void {
    putAside();
    hooks.offered(settings);
  }

  return {
    unreadFile: table.unreadFile,
    /** Opens files with guessed settings, or with those kept from an earlier visit. */
    async open(given: Source, entry?: string): Promise<void> {
      const mine = start(given);
      if (!isCatalogueHere() && !(await hasCatalogue(given, mine))) return;
      const found = await lookAtGiven(given, entry, mine, { look, recall: hooks.recall, announce: context.announce });
      if (!found) return;
      const { seen, fresh } = found;
      await readOrAsk(seen, planOver(fresh.project.reading, seen.inspection), mine, fresh);
    },
    /** Opens work that was kept; `place` is let go again where it could not be. */
    async openKept(id: string, name: string, place: KeptPlace): Promise<void> {
      const named: Source = { name, files: [] };
      const mine = start(named);
      if (!isCatalogueHere() && !(await hasCatalogue(named, mine))) return place.release();
      await openKept({ named, mine, place, work: () => keptWork(context, id, hooks.newest) }, kept);
    },
    /** Answers "too large": a random sample of about `rows` rows, or every row (null). */
    async readAnyway(rows: number | null): Promise<void> {
      const { reading } = context.store.getState();
      if (reading.stage !== "too-large") return;
      const { reading: kept, seed } = waiting.project;
      const sample = rows === null ? null : { rows, of: reading.inspection.size.rows, seed };
      await read(reading, { ...planOver(kept, reading.inspection), sample }, begin(), waiting);
    },
    /** Reads what is open again, as the choices say by now. */
    async reread(): Promise<void> {
      const unread = table.unreadFile();
      const open = table.shown()?.seen.source.name;
      if (unread !== null && open !== undefined)
        context.announce("info", { code: "drop.gave-way", values: { name: unread, open } });
      await reread();
    },
    /** The worker is a new one, and has no table. */
    restarted(): void {
      table.lose();
      if (table.isLost()) void bringBack();
    },
    /** Guesses again with what a person fixed, then reads again: the open file, or the one that failed. */
    async correct(change: FixedSettings): Promise<void> {
      const { reading } = context.store.getState();
      if (reading.stage === "none") return;
      const isOpen = table.isOf(reading.source);
      const mine = begin();
      const fixed = { ...(isOpen ? context.choices().fixed : corrections), ...change };
      const seen = await look(reading.source, fixed, mine);
      if (!seen) return;
      const { inspection } = seen;
      if (!isOpen) {
        corrections = fixed;
        const kept = readingOf(inspection.plan, fixed, []);
        return readOrAsk(seen, inspection.plan, mine, { project: { ...waiting.project, reading: kept }, dropped: [] });
      }
      const { reading: kept } = projectOf(context.choices());
      // Kinds that a person chose stay with their columns; the rest is guessed anew.
      const plan = planOver(kept && { ...kept, dialect: {} }, inspection);
      const project = projectOf({ ...context.choices(), fixed, plan });
      if (isTooLarge(inspection, plan)) return readOrAsk(seen, plan, mine, { project, dropped: [] });
      context.choose({ fixed, plan });
      await read(seen, plan, mine, null);
    },
    isShown: table.isOf,
    /** Stops looking or reading, or puts a failure aside; the table before stays. */
    cancel(): void {
      const { reading } = context.store.getState();
      begin();
      // Called off, it would only begin anew: it is tried again when a person says so.
      if (table.isLost() && reading.stage === "reading" && table.isOf(reading.source))
        fail(reading.source, reading.inspection, new Failure({ code: "unknown-dataset" }));
      else putAside();
    },
    /** Back to the start page. */
    leave(): void {
      begin();
      table.leave();
      const { dataset } = context.store.getState();
      if (dataset) void context.engine.ask("close", { dataset: dataset.id }).catch(() => undefined);
      set(nothingOpen());
    },
  };
}
