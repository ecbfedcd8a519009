import { createStore } from "zustand/vanilla";
import type { ColumnKind } from "../core/data/column";
import { CONSENSUS } from "../core/detect/run-key";
import type { Dialect } from "../core/data/dialect";
import { defaultsOf, type AnyParamValues } from "../core/detect/param-schema";
import type { Backend } from "../core/detect/detector";
import type { ColumnRecipe, Recipe } from "../core/prepare/recipe";
import type { ThresholdRule } from "../core/score/threshold";
import type { Shape } from "../core/series/shape";
import type { Axes, Engine } from "../engine/protocol";
import { detectorCardOf } from "./catalogue";
import { sessionContextOver } from "./session-context";
import {
  thresholdRuleOf,
  initialChoices,
  membersOf,
  type Choices,
  type ConsensusChoice,
  type StretchRule,
} from "./choices";
import { createFileReader } from "./file-reader";
import { historyOf, redone, undone } from "./history";
import {
  fingerprintOf,
  forgetAll,
  recallChoices,
  recentFiles,
  rememberChoices,
  type SettingsStorage,
} from "./remember";
import { choicesReadAs } from "./read-as";
import { createRunScheduler } from "./run-scheduler";
import { labelsOver } from "./labelled-file";
import { bytesOf, type Opened } from "./opened";
import { initialViewState, type ViewState, type Screen, type SessionState } from "./session-state";

export interface SessionParts {
  readonly engine: Engine;
  /** Where choices are kept between visits; null keeps nothing. */
  readonly storage: SettingsStorage | null;
  now?(): number;
}

const SAVE_AFTER_MS = 800;

/** One person's work on one file: the store that screens read, and everything they can do. */
export function createSession({ engine, storage, now = () => Date.now() }: SessionParts) {
  const store = createStore<SessionState>(() => ({
    reading: { stage: "none" },
    dataset: null,
    history: historyOf(initialChoices()),
    runs: {},
    reruns: {},
    viewState: initialViewState,
    announcements: [],
    recents: storage ? recentFiles(storage) : [],
  }));
  const context = sessionContextOver(engine, store, now);
  const scheduler = createRunScheduler(context);
  const sampleOf = new WeakMap<Opened, string>();
  let saving: ReturnType<typeof setTimeout> | null = null;

  const reader = createFileReader(context, {
    recall: (source) => (storage ? recallChoices(storage, fingerprintOf(source), initialChoices()) : null),
    opened(source, is) {
      if (!is.sameTable) scheduler.reset();
      scheduler.reconcile("now");
      if (is.newFile) save(source);
    },
  });

  function save(source: Opened): void {
    const { dataset } = store.getState();
    if (!storage || !dataset) return;
    const recent = {
      fingerprint: fingerprintOf(source),
      name: source.name,
      bytes: bytesOf(source),
      sample: sampleOf.get(source) ?? null,
      savedAt: now(),
      rows: dataset.rowCount,
      columns: dataset.columns.length,
      ...(dataset.images && { images: true }),
    };
    rememberChoices(storage, recent, context.choices());
    store.setState({ recents: recentFiles(storage) });
  }

  store.subscribe((state, before) => {
    if (state.history.present === before.history.present || state.reading.stage !== "open") return;
    const { source } = state.reading;
    if (saving) clearTimeout(saving);
    saving = setTimeout(() => save(source), SAVE_AFTER_MS);
  });

  const stopListening = engine.onRestart(() => {
    context.announce("bad", { code: "failures.worker-died.title" });
    scheduler.forgetAll();
    void reader.reread();
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
    if (after.plan !== before.plan) void reader.reread();
    else scheduler.reconcile("now");
  }

  function changeRecipe(change: (recipe: Recipe) => Recipe, tag?: string): void {
    const { recipe } = context.choices();
    if (recipe) chooseForRuns({ recipe: change(recipe) }, tag);
  }

  const actions = {
    /** Opens a file or images; `sample` is the id of a built-in one, so that it can be opened again later. */
    open(source: Opened, sample?: string): Promise<void> {
      if (sample !== undefined) sampleOf.set(source, sample);
      return reader.open(source);
    },
    readAnyway: reader.readAnyway,
    cancelReading: reader.cancel,
    /** Tries the file that failed once more: from the start, or with the plan of the open table if it is that one's. */
    retryReading(): Promise<void> {
      const { reading, dataset } = store.getState();
      if (reading.stage === "none") return Promise.resolve();
      return dataset && reader.isShown(reading.source) ? reader.reread() : reader.open(reading.source);
    },
    leave(): void {
      scheduler.reset();
      reader.leave();
    },
    forgetRecents(): void {
      if (storage) forgetAll(storage);
      store.setState({ recents: [] });
    },

    /** Corrects one guess about the file, guesses the rest again and reads it again. */
    correctDialect: (change: Partial<Dialect>) => reader.correct(change),
    /** Overrules the kind of a column; the file is read again. */
    setKind(column: number, kind: ColumnKind): void {
      const { plan } = context.choices();
      if (!plan) return;
      context.choose({ plan: { ...plan, kinds: { ...plan.kinds, [column]: kind } } });
      void reader.reread();
    },
    /** Changes the recipe of some columns in one undoable step. */
    setColumns(columns: readonly number[], change: Partial<ColumnRecipe>, tag?: string): void {
      const touched = new Set(columns);
      changeRecipe(
        (recipe) => ({
          ...recipe,
          columns: recipe.columns.map((column, index) => (touched.has(index) ? { ...column, ...change } : column)),
        }),
        tag,
      );
    },
    setRecipe(change: Partial<Omit<Recipe, "columns">>, tag?: string): void {
      changeRecipe((recipe) => ({ ...recipe, ...change }), tag);
    },
    resetRecipe(): void {
      const { dataset } = store.getState();
      const { shape = null } = dataset?.recipe ?? {};
      if (dataset) chooseForRuns({ ...choicesReadAs(dataset, context.choices(), shape), recipe: dataset.recipe });
    },
    /** Reads the rows as steps of series, as events, or each for itself (null), with detectors that fit: one undoable step. */
    readAs(shape: Shape | null): void {
      const { dataset } = store.getState();
      if (!dataset) return;
      context.notice({ selectedRow: null, boxed: null, stops: null });
      chooseForRuns(choicesReadAs(dataset, context.choices(), shape));
    },
    ...labelsOver(context),
    /** Changes how flagged steps become stretches; nothing is fitted again. */
    setStretchRule(change: Partial<StretchRule>): void {
      context.choose({ stretches: { ...context.choices().stretches, ...change } }, "stretches");
    },

    /** Adds a detector to those that run, and shows it. */
    pick(detector: string): void {
      const { picked } = context.choices();
      if (!picked.includes(detector)) chooseForRuns({ picked: [...picked, detector], shown: detector });
    },
    /** Adds detectors in one undoable step; what is on screen stays. */
    pickAll(detectors: readonly string[]): void {
      const { picked } = context.choices();
      const fresh = detectors.filter((detector) => !picked.includes(detector));
      if (fresh.length > 0) chooseForRuns({ picked: [...picked, ...fresh] });
    },
    unpick(detector: string): void {
      const { picked, shown } = context.choices();
      const rest = picked.filter((id) => id !== detector);
      const [first] = rest;
      if (first === undefined) return;
      const isLeft = shown === detector || (shown === CONSENSUS && rest.length < 2);
      chooseForRuns({ picked: rest, shown: isLeft ? first : shown });
    },
    /** Changes how the picked detectors become one score. */
    setConsensus(change: Partial<ConsensusChoice>, tag?: string): void {
      chooseForRuns({ consensus: { ...context.choices().consensus, ...change } }, tag);
    },
    /** Says whether a detector counts in the consensus. */
    setMember(detector: string, counts: boolean): void {
      const others = membersOf(context.choices()).filter((id) => id !== detector);
      actions.setConsensus({ members: counts ? [...others, detector] : others });
    },
    setWeight(detector: string, weight: number): void {
      const { weights } = context.choices().consensus;
      actions.setConsensus({ weights: { ...weights, [detector]: weight } }, `weight:${detector}`);
    },
    /** Shows the scores of a detector, or of the consensus. */
    show(detector: string): void {
      context.choose({ shown: detector }, "shown");
      context.notice({ selectedRow: store.getState().viewState.selectedRow, boxed: null });
    },
    /** Sets parameters of a detector; it runs again once the control rests. */
    setParams(detector: string, change: AnyParamValues): void {
      const { params } = context.choices();
      chooseForRuns(
        { params: { ...params, [detector]: { ...params[detector], ...change } } },
        `params:${detector}:${Object.keys(change).join()}`,
      );
    },
    resetParams(detector: string): void {
      const found = detectorCardOf(detector);
      if (found) chooseForRuns({ params: { ...context.choices().params, [detector]: defaultsOf(found.params) } });
    },
    setSeed: (seed: number) => chooseForRuns({ seed }, "seed"),
    setBackend: (backend: "auto" | Backend) => chooseForRuns({ backend }),
    cancelRun: (detector: string) => scheduler.cancel(detector),
    /** Ends a training and takes what was learned so far. */
    endRunEarly: (detector: string) => scheduler.endEarly(detector),
    /** Makes the result on screen again with other seeds, to see which flags hold. */
    askReruns: () => scheduler.askReruns(),
    stopReruns: () => scheduler.stopReruns(),
    retryRun: (detector: string) => scheduler.retry(detector),

    /** Moves the threshold of a detector; nothing is fitted again. */
    setThreshold(detector: string, rule: ThresholdRule): void {
      const { thresholds } = context.choices();
      context.choose({ thresholds: { ...thresholds, [detector]: rule } }, `threshold:${detector}`);
    },
    /** Ends a drag, so that the next one is undone by itself. */
    settle: () => context.settle(),
    setAxes: (axes: Axes | null) => context.choose({ axes }),

    hover: (row: number | null) => context.notice({ hoveredRow: row }),
    select: (row: number | null) => context.notice({ selectedRow: row }),
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
    /** The small questions, answered while a run works. */
    ask: {
      preview: engine.preview.bind(engine),
      page: engine.page.bind(engine),
      view: engine.view.bind(engine),
      explain: engine.explain.bind(engine),
      fidelity: engine.fidelity.bind(engine),
      nearest: engine.nearest.bind(engine),
      evaluate: engine.evaluate.bind(engine),
      vus: engine.vus.bind(engine),
      agree: engine.agree.bind(engine),
      split: engine.split.bind(engine),
      project: engine.project.bind(engine),
      seriesOverview: engine.seriesOverview.bind(engine),
      seriesDetail: engine.seriesDetail.bind(engine),
      autocorrelation: engine.autocorrelation.bind(engine),
      stepOf: engine.stepOf.bind(engine),
      stretches: engine.stretches.bind(engine),
      exportStretches: engine.exportStretches.bind(engine),
      eventSequences: engine.eventSequences.bind(engine),
      eventScores: engine.eventScores.bind(engine),
      exportCsv: engine.exportCsv.bind(engine),
      thumbnails: engine.thumbnails.bind(engine),
      seen: engine.seen.bind(engine),
      image: engine.image.bind(engine),
      imageDetail: engine.imageDetail.bind(engine),
      heatMaps: engine.heatMaps.bind(engine),
      evaluateMaps: engine.evaluateMaps.bind(engine),
      supplyNetwork: engine.supplyNetwork.bind(engine),
      exportImages: engine.exportImages.bind(engine),
    },
    thresholdRuleOf: (detector: string) => thresholdRuleOf(context.choices(), detector),
    dispose(): void {
      if (saving) clearTimeout(saving);
      stopListening();
      scheduler.reset();
      engine.dispose();
    },
  };
}

export type Session = ReturnType<typeof createSession>;
export type Actions = Session["actions"];
