import { createStore } from "zustand/vanilla";
import type { ReportSettings } from "../core/report/report-settings";
import type { TruthSource } from "../core/truth/truth-sources";
import type { Axes, Engine, Source } from "../engine/protocol";
import { askOver } from "./ask";
import { createAutosave } from "./autosave";
import { thresholdRuleOf, type Choices } from "./choices";
import { pageClock, type Clock } from "./clock";
import { detectorActions } from "./detector-actions";
import { createFileReader } from "./file-reader";
import { createKeeper } from "./keeper";
import { lonePage, type PageKeeping } from "./page-keeping";
import { type GuardedStorage, pageStorage } from "./guarded-storage";
import { firstState } from "./first-state";
import { redone, undone } from "./history";
import { labelsOver } from "./labelled-file";
import { opensOnRanking } from "./opening";
import { isCalledDetector, modelActions } from "./model-actions";
import { readingActions } from "./reading-actions";
import { recipeActions } from "./recipe-actions";
import { createMarks } from "./marks";
import { ruleActions } from "./rules";
import { followThresholdRules } from "./threshold-rules";
import { drawSample, goOnWithSample } from "./unflagged-sample";
import { speaksOf } from "./run-request";
import { takeAlong } from "./take-along";
import { threadActions } from "./threads";
import { createRunScheduler } from "./run-scheduler";
import { sessionContextOver } from "./session-context";
import { scoredFiles } from "./scored-files";
import { settingsOffers } from "./settings-offer";
import { type SessionState } from "./session-state";
import type { Screen, ViewState } from "./view-state";

export interface SessionParts {
  readonly engine: Engine;
  /** Where choices are kept between visits; absent: for as long as the page is open. */
  readonly storage?: GuardedStorage;
  /** That of the page where none is given. */
  readonly clock?: Clock;
  /** What keeping work needs of the browser; absent: there is no other page. */
  readonly page?: PageKeeping;
  /** How many threads may be at runs at once unless a person says otherwise; absent: one. */
  readonly threads?: number;
}

/** One person's work on one file: the store that screens read, and everything they can do. */
export function createSession({
  engine,
  storage = pageStorage(),
  clock = pageClock,
  page = lonePage,
  threads = 1,
}: SessionParts) {
  const store = createStore<SessionState>(() => firstState(storage, threads));
  const context = sessionContextOver(engine, store, clock);
  const scheduler = createRunScheduler(context);
  const threading = threadActions(context, storage, () => scheduler.reconcile("now"));
  const autosave = createAutosave(context, storage);
  const opening = opensOnRanking(context);
  followThresholdRules(context);
  const keeper = createKeeper(context, storage, page);

  const marks = createMarks(context, storage);
  store.subscribe((state, before) => {
    // What was learned from marks follows them at once.
    if (state.marked.byRow !== before.marked.byRow && state.dataset === before.dataset) scheduler.reconcile("now");
  });
  const labels = labelsOver(context);
  const offers = settingsOffers(context, chooseForRuns);
  const reader = createFileReader(context, {
    recall: (source) => offers.waiting() ?? autosave.recall(source),
    offered: offers.offerSession,
    newest: keeper.newest,
    opened(source, is) {
      if (is.newFile && !is.kept) offers.opened();
      if (!is.sameTable || is.kept) scheduler.reset();
      if (is.kept) scheduler.bring(is.kept.results);
      if (is.newFile) opening.opened(is.kept?.results ?? null);
      scheduler.reconcile("now");
      const { as = null, sample = null } = is.kept ?? {};
      if (sample !== null) autosave.name(source, sample);
      autosave.follow(source);
      keeper.follow(source, autosave.sampleOf(source), as);
    },
    labelled: labels.takeWindows,
  });

  const stopListening = engine.onRestart(() => {
    const unread = reader.unreadFile();
    if (unread !== null) context.announce("bad", { code: "drop.unread", values: { name: unread } });
    else context.announce("bad", { code: "failures.worker-died.title" });
    scheduler.forgetAll();
    threading.tell();
    reader.restarted();
  });

  /** Changes that decide which runs are wanted. */
  function chooseForRuns(change: Partial<Choices>, tag?: string): void {
    context.choose(change, tag);
    scheduler.reconcile(tag === undefined ? "now" : "at-rest");
  }

  function travel(step: typeof undone<Choices>): void {
    const before = context.choices();
    store.setState(({ history }) => ({ history: step(history) }));
    const after = context.choices();
    const { dataset } = store.getState();
    // A step that was made while the file was read in another way speaks of the columns from before.
    if (after.plan !== before.plan || (dataset && !speaksOf(after, dataset))) void reader.reread();
    else scheduler.reconcile("now");
  }

  const models = modelActions(context, chooseForRuns);

  const actions = {
    /** Opens files; `sample` is the id of a built-in one, so that it can be opened again later. */
    open(source: Source, sample?: string): Promise<void> {
      const [only] = source.files;
      // What it is, its content decides: a file of another kind that is called so is told to be no kept detector.
      if (source.files.length === 1 && only && isCalledDetector(only.path))
        return models.takeModel(only.blob, source.name);
      if (sample !== undefined) autosave.name(source, sample);
      return reader.open(source);
    },
    /** Opens another file of the archive that the open one came out of. */
    async openInside(path: string): Promise<void> {
      const { reading } = store.getState();
      if (reading.stage === "open" && reading.archive) await reader.open(reading.archive.given, path);
    },
    readAnyway: reader.readAnyway,
    cancelReading: reader.cancel,
    /** Tries the file that failed once more: from the start, or with the plan of the open table if it is that one's. */
    retryReading(): Promise<void> {
      const { reading, dataset } = store.getState();
      if (reading.stage === "none") return Promise.resolve();
      return dataset && reader.isShown(reading.source) ? reader.reread() : reader.open(reading.source);
    },
    /** Opens work that was kept. Where another page has it open, what is done here is kept as a second one. */
    async continueWith(id: string, name: string): Promise<void> {
      const release = await keeper.claim(id);
      if (!release) context.announce("info", { code: "keep.other-tab", values: { name } });
      await reader.openKept(id, name, { id: release ? id : null, release: release ?? (() => undefined) });
    },
    /** Looks for what is kept on this machine. */
    lookForKept: keeper.look,
    /** Says whether files are kept on this machine. */
    keepFiles: keeper.want,
    /** Forgets one piece of work, or all where the id is null. */
    forgetKept: keeper.forget,
    leave(): void {
      autosave.leave();
      keeper.leave();
      scheduler.reset();
      reader.leave();
    },
    forgetRecents: autosave.forget,

    ...readingActions(context, reader),
    ...recipeActions(context, chooseForRuns),
    ...labels,
    mark: marks.mark,
    judge: marks.judge,
    ...ruleActions(context, chooseForRuns),
    /** Says what stands in a report. */
    setReport: (change: Partial<ReportSettings>) =>
      context.choose({ report: { ...context.choices().report, ...change } }, `report:${Object.keys(change).join()}`),
    judgeBy: (judgedBy: readonly TruthSource[] | null) => context.choose({ judgedBy }),
    drawSample: (rows: number) => drawSample(context, rows),
    goOnWithSample: () => goOnWithSample(context),
    noteOn: marks.noteOn,
    endNote: marks.endNote,
    mergeMarks: marks.merge,
    markedBy: marks.name,
    setMarkedBy: marks.setName,
    ...detectorActions(context, chooseForRuns),
    ...models,
    ...scoredFiles(context),
    ...takeAlong(context, keeper),
    offerLink: offers.offerLink,
    takeOffer: offers.takeOffer,
    declineOffer: offers.declineOffer,
    setThreads: threading.setThreads,
    cancelRun: (detector: string) => scheduler.cancel(detector),
    /** Ends a training and takes what was learned so far. */
    endRunEarly: (detector: string) => scheduler.endEarly(detector),
    /** Makes the result on screen again with other seeds, to see which flags hold. */
    askReruns: () => scheduler.askReruns(),
    stopReruns: () => scheduler.stopReruns(),
    retryRun: (detector: string) => scheduler.retry(detector),

    /** Ends a drag, so that the next one is undone by itself. */
    settle: () => context.settle(),
    setAxes: (axes: Axes | null) => context.choose({ axes }),

    hover: (row: number | null) => context.notice({ hoveredRow: row }),
    select: (row: number | null) =>
      context.notice({ selectedRow: row, unaskedRow: null, picked: new Set(), justMarked: null, noting: null }),
    goTo: (screen: Screen) => context.notice({ screen }),
    notice: (change: Partial<ViewState>) => context.notice(change),

    undo: () => travel(undone),
    redo: () => travel(redone),
    announce: context.announce,
    dismiss(id: number): void {
      store.setState(({ announcements }) => ({ announcements: announcements.filter((one) => one.id !== id) }));
    },
  };

  return {
    store,
    actions,
    clock,
    /** Asks the engine; the small questions are answered while a run works. */
    ask: askOver(engine, store),
    /** Starts what takes its time. */
    start: engine.start,
    thresholdRuleOf: (detector: string) => thresholdRuleOf(context.choices(), detector),
    /** What is kept between visits: also what screens keep beside the choices. */
    storage,
    /** Keeps at once what would be kept soon; the page may be about to end. */
    flush(): void {
      autosave.flush();
      keeper.flush();
    },
    dispose(): void {
      autosave.flush();
      stopListening();
      opening.stop();
      scheduler.reset();
      engine.dispose();
    },
  };
}

export type Session = ReturnType<typeof createSession>;
export type Actions = Session["actions"];
