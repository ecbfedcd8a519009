import type { Dialect, ReadPlan, Sniff } from "../core/data/dialect";
import type { DatasetCard, Job, ImageSource, Progress, Source } from "../engine/protocol";
import type { SessionContext } from "./session-context";
import { initialChoices } from "./choices";
import { failureInfoOf } from "../core/data/failure-info";
import type { Note } from "../core/data/note";
import { planFor } from "../core/project/reading";
import type { Project } from "../core/project/project";
import { historyOf } from "./history";
import { isImages, type Opened } from "./opened";
import { choicesFor, initialProject, projectOf } from "./projects";
import { startingSetOf } from "./read-as";
import { initialViewState, type ViewState, type SessionState } from "./session-state";

/** What is chosen for a file before it is read. */
interface Brought {
  readonly project: Project;
  /** What of the kept settings could not be used. */
  readonly dropped: readonly Note[];
}

interface Hooks {
  /** What was kept from an earlier visit to this file. */
  recall(source: Opened): Brought | null;
  /** A table was opened and stands in the store; the same one as before when only the worker is new. */
  opened(source: Opened, is: { readonly newFile: boolean; readonly sameTable: boolean }): void;
}

/** What is read, and how: a table by a plan, images as they are. */
type Task =
  | { readonly source: Source; readonly sniff: Sniff; readonly plan: ReadPlan }
  | { readonly source: ImageSource; readonly sniff: null; readonly plan: null };

/**
 * Looks at a file, reads it, and reads it again when a person corrects a guess. The table before
 * stays on screen until the new one is there; the newest request wins.
 */
export function createFileReader(context: SessionContext, hooks: Hooks) {
  let request = 0;
  let job: Job<DatasetCard> | null = null;
  /** The file of the table on screen; a newer one may be read, or have failed, meanwhile. */
  let shown: Pick<Task, "source" | "sniff"> | null = null;
  /** What was brought for a file that waits for the answer to "too large". */
  let waiting: Brought = nothingBrought();
  /** What a person corrected of a file that has not been opened yet. */
  let corrections: Partial<Dialect> = {};
  /** Tables of the engine that nobody looks at. One that is being read may turn out to be among them, of equal content. */
  const unseen = new Set<string>();

  const set = (change: Partial<SessionState>) => context.store.setState(change);

  function begin(): number {
    job?.cancel();
    job = null;
    request += 1;
    return request;
  }

  async function look(source: Source, fixed: Partial<Dialect>, mine: number): Promise<Sniff | null> {
    try {
      const sniff = await context.engine.ask("sniff", { source, fixed });
      return mine === request ? sniff : null;
    } catch (error) {
      if (mine === request) set({ reading: { stage: "failed", source, sniff: null, failure: failureInfoOf(error) } });
      return null;
    }
  }

  async function read(task: Task, mine: number, fresh: Brought | null): Promise<void> {
    const { source, sniff } = task;
    set({ reading: { stage: "reading", source, sniff, progress: null, startedAt: context.clock.now() } });
    job = start(task, (progress) => {
      const { reading } = context.store.getState();
      if (mine === request && reading.stage === "reading") set({ reading: { ...reading, progress } });
    });
    try {
      const dataset = await job.result;
      if (mine === request) {
        job = null;
        settleOn(task, dataset, fresh);
      } else unseen.add(dataset.id);
      closeUnseen();
    } catch (error) {
      if (mine !== request) return;
      job = null;
      closeUnseen();
      const failure = failureInfoOf(error);
      const before = context.store.getState().dataset;
      if (failure.code === "cancelled" && !before) set({ reading: { stage: "none" } });
      else set({ reading: { stage: "failed", source, sniff, failure } });
    }
  }

  function start({ source, plan }: Task, onProgress: (progress: Progress) => void): Job<DatasetCard> {
    return plan
      ? context.engine.start("open", { source, plan }, onProgress)
      : context.engine.start("openImages", { source }, onProgress);
  }

  function settleOn({ source, sniff, plan }: Task, dataset: DatasetCard, fresh: Brought | null): void {
    const before = context.store.getState().dataset;
    const choices = context.choices();
    const isUsual =
      !fresh &&
      before !== null &&
      choices.recipe !== null &&
      choices.picked.join() === startingSetOf(before, choices.recipe).join();
    const project = fresh?.project ?? projectOf(choices);
    const { choices: next, notes } = choicesFor(project, { dataset, plan, isReread: !fresh, isUsual });
    for (const note of [...(fresh?.dropped ?? []), ...notes]) context.announce("info", note);
    shown = { source, sniff };
    // Strange images are seen beside ordinary ones; of rows there are too many.
    const viewState: ViewState = { ...initialViewState, tableRows: dataset.images ? "all" : "flagged" };
    set({
      reading: { stage: "open", ...shown },
      dataset,
      viewState: fresh ? viewState : { ...viewState, screen: context.store.getState().viewState.screen },
      // A new file starts a new history; a correction of this one can be undone.
      history: fresh ? historyOf(next) : { ...context.store.getState().history, present: next },
    });
    if (before) unseen.add(before.id);
    hooks.opened(source, { newFile: fresh !== null, sameTable: before?.id === dataset.id });
  }

  /** Lets go of what nobody looks at, once nothing is being read. */
  function closeUnseen(): void {
    if (job) return;
    unseen.delete(context.store.getState().dataset?.id ?? "");
    for (const id of unseen) void context.engine.ask("close", { dataset: id }).catch(() => undefined);
    unseen.clear();
  }

  return {
    /** Opens a file with guessed settings, or with those kept from an earlier visit. */
    async open(source: Opened): Promise<void> {
      const mine = begin();
      corrections = {};
      const fresh = hooks.recall(source) ?? nothingBrought();
      const { reading } = fresh.project;
      if (isImages(source)) return read({ source, sniff: null, plan: null }, mine, fresh);
      set({ reading: { stage: "looking", source } });
      const sniff = await look(source, reading?.fixed ?? {}, mine);
      if (!sniff) return;
      const plan = reading ? planFor(reading, sniff.dialect, sniff.columns) : guessedPlan(sniff);
      if (sniff.size.memory > sniff.size.budget && !plan.sample) {
        waiting = fresh;
        set({ reading: { stage: "too-large", source, sniff } });
        return;
      }
      await read({ source, sniff, plan }, mine, fresh);
    },
    /** Answers "too large": a random sample of about `rows` rows, or every row (null). */
    async readAnyway(rows: number | null): Promise<void> {
      const { reading } = context.store.getState();
      if (reading.stage !== "too-large") return;
      const { source, sniff } = reading;
      const { reading: kept, seed } = waiting.project;
      const sample = rows === null ? null : { rows, of: sniff.size.rows, seed };
      const plan = kept ? planFor(kept, sniff.dialect, sniff.columns) : guessedPlan(sniff);
      await read({ source, sniff, plan: { ...plan, sample } }, begin(), waiting);
    },
    /** Reads what is open again: because the plan of the choices changed, or because the worker is new. */
    async reread(): Promise<void> {
      if (!shown) return;
      const { source } = shown;
      if (isImages(source)) return read({ source, sniff: null, plan: null }, begin(), null);
      const { plan, fixed } = context.choices();
      if (!plan) return;
      const mine = begin();
      const sniff = await look(source, { ...plan.dialect, ...fixed }, mine);
      if (sniff) await read({ source, sniff, plan }, mine, null);
    },
    /** Guesses again with what a person fixed, then reads again: the open file, or the one that failed. */
    async correct(change: Partial<Dialect>): Promise<void> {
      const { reading } = context.store.getState();
      if (reading.stage === "none" || isImages(reading.source)) return;
      const { source } = reading;
      const isOpen = shown?.source === source;
      const mine = begin();
      const fixed = { ...(isOpen ? context.choices().fixed : corrections), ...change };
      const sniff = await look(source, fixed, mine);
      if (!sniff) return;
      if (!isOpen) {
        corrections = fixed;
        const plan = guessedPlan(sniff);
        const project = { ...initialProject(), reading: { dialect: plan.dialect, fixed, kinds: [], sample: null } };
        return read({ source, sniff, plan }, mine, { project, dropped: [] });
      }
      const { reading: kept } = projectOf(context.choices());
      const plan = kept
        ? planFor({ ...kept, dialect: sniff.dialect }, sniff.dialect, sniff.columns)
        : guessedPlan(sniff);
      context.choose({ fixed, plan });
      await read({ source, sniff, plan }, mine, null);
    },
    /** Whether the table on screen was read from this file. */
    isShown: (source: Opened): boolean => shown?.source === source,
    /** Stops looking or reading, or puts a failure aside; the table before stays. */
    cancel(): void {
      begin();
      set({ reading: shown ? { stage: "open", ...shown } : { stage: "none" } });
    },
    /** Back to the start page. */
    leave(): void {
      begin();
      shown = null;
      const { dataset } = context.store.getState();
      if (dataset) void context.engine.ask("close", { dataset: dataset.id }).catch(() => undefined);
      set({
        reading: { stage: "none" },
        dataset: null,
        runs: {},
        viewState: initialViewState,
        history: historyOf(initialChoices()),
      });
    },
  };
}

function nothingBrought(): Brought {
  return { project: initialProject(), dropped: [] };
}

function guessedPlan({ dialect }: Sniff): ReadPlan {
  return { dialect, kinds: {}, sample: null };
}
