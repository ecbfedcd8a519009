import type { FailureInfo } from "../core/data/failure";
import { GUIDED, isCombination, RULED } from "../core/detect/run-key";
import { withTrainingView } from "../core/detect/training-view";
import type { LearningJob, RunResult } from "../engine/protocol";
import type { SessionContext } from "./session-context";
import { consensusOf, guidedOf, ruledOf } from "./combinations";
import { createCombinedRun } from "./combined-run";
import { createRerunScheduler } from "./rerun-scheduler";
import { nextRun, type OneRun } from "./next-run";
import { createResultCache } from "./result-cache";
import { failureInfoOf } from "../core/data/failure-info";
import { unknownRun, type RunState } from "./session-state";
import { keyOfRun, runRequestOf } from "./run-request";

/** A run under way. */
interface Running extends OneRun {
  readonly job: LearningJob<RunResult>;
}

/** A slider at rest this long is meant. */
const REST_MS = 300;

/**
 * Keeps the runs in step with the choices: what is wanted and cached is shown at once, what is
 * wanted and missing is run, as many side by side as there are threads, the shown detector first; a run that nobody
 * wants any more is cancelled. Only what depends on a change runs again, because only its key changes.
 */
export function createRunScheduler(context: SessionContext) {
  const cache = createResultCache(context, (key) => {
    reruns.forget(key);
    forget(key);
  });
  /** Keys that a person cancelled (null) or that failed: not tried again until asked for. */
  const refused = new Map<string, FailureInfo | null>();
  const running = new Set<Running>();
  const consensus = createCombinedRun(context, consensusOf(context));
  const guided = createCombinedRun(context, guidedOf(context));
  const ruled = createCombinedRun(context, ruledOf(context));
  const combined = [consensus, guided, ruled];
  const combinedAs = (id: string) => (id === GUIDED ? guided : id === RULED ? ruled : consensus);
  const reruns = createRerunScheduler(context, () => pump());
  let callOff = () => {};
  /** Counts tables: what was asked for an earlier one lands nowhere. */
  let era = 0;

  const runningOf = (detector: string) => [...running].find((one) => one.detector === detector);
  const requestOf = (id: string) => runRequestOf(context.store.getState(), id);

  function write(detector: string, change: Partial<RunState>): void {
    context.store.setState(({ runs }) => ({
      runs: { ...runs, [detector]: { ...(runs[detector] ?? unknownRun), ...change } },
    }));
  }

  /** The worker keeps it no longer; one that is new has nothing to forget. */
  function forget(key: string): void {
    void context.engine.ask("forget", { run: key }).catch(() => undefined);
  }

  /** A result that is there already, for an instance that wants it: another one may have asked for the same. */
  function take(id: string, result: RunResult): void {
    const { key, metrics, trainingViews, notes } = result;
    write(id, { status: "done", wanted: key, result, stale: false, failure: null, metrics, trainingViews, notes });
  }

  /** Brings every picked run in line with the choices; starts nothing yet. */
  function align(): void {
    for (const detector of context.choices().picked) {
      const request = requestOf(detector);
      if (!request) continue;
      const key = keyOfRun(request);
      const run = context.store.getState().runs[detector] ?? unknownRun;
      if (run.wanted === key && run.status !== "idle") continue;
      const cached = cache.get(key);
      if (cached) {
        cache.remember(cached);
        take(detector, cached);
      } else {
        const failure = refused.get(key) ?? null;
        const status = failure ? "failed" : refused.has(key) ? "cancelled" : "waiting";
        write(detector, { status, wanted: key, stale: run.result !== null, failure, progress: null });
      }
    }
    // Nobody cancelled what is not picked any more: picked again, it is run, and until then nothing waits for it.
    for (const [id, { status, result }] of Object.entries(context.store.getState().runs))
      if (!isCombination(id) && isUnderWay(status) && !context.choices().picked.includes(id))
        write(id, { status: "idle", wanted: "", stale: result !== null, progress: null, startedAt: null });
    for (const { detector, key, job } of running) {
      const isWanted = context.store.getState().runs[detector]?.wanted === key;
      if (!isWanted || !context.choices().picked.includes(detector)) job.cancel();
    }
  }

  function pump(): void {
    for (const one of combined) one.align(true);
    if (reruns.isBusy()) return;
    const next = () => nextRun(context.store.getState(), running);
    for (let found = next(); found; found = next()) start(found);
    if (running.size === 0) reruns.step();
  }

  function start({ detector, request, key, isApart }: NonNullable<ReturnType<typeof nextRun>>): void {
    write(detector, {
      status: "running",
      wanted: key,
      progress: null,
      metrics: [],
      trainingViews: [],
      notes: [],
      startedAt: context.clock.now(),
      failure: null,
    });
    const mine = era;
    const job = context.engine.start("run", request, (progress) => {
      if (mine !== era || !running.has(one)) return;
      const { metrics, trainingViews, notes } = context.store.getState().runs[detector] ?? unknownRun;
      write(detector, {
        progress,
        metrics: progress.metrics ? [...metrics, ...progress.metrics] : metrics,
        trainingViews: (progress.trainingViews ?? []).reduce(withTrainingView, trainingViews),
        notes: progress.notes ?? notes,
      });
      if (progress.firstLook) showFirst(detector, progress.firstLook);
    });
    const one: Running = { detector, key, isApart, job };
    running.add(one);
    job.result
      .then(
        (result) => (mine === era ? finish(detector, key, result) : forget(result.key)),
        (error: unknown) => mine === era && fail(one, failureInfoOf(error)),
      )
      .finally(() => {
        running.delete(one);
        pump();
      });
  }

  function finish(detector: string, key: string, result: RunResult): void {
    const run = context.store.getState().runs[detector];
    const stale = run?.wanted !== key;
    // A run that ended before it heard that it was cancelled: what is wanted is there already, and stays on screen.
    if (stale && run?.status === "done" && !run.stale) return cache.remember(result);
    write(detector, {
      result,
      stale,
      progress: null,
      startedAt: null,
      metrics: result.metrics,
      trainingViews: result.trainingViews,
      notes: result.notes,
      ...(stale ? {} : { status: "done" as const, failure: null }),
    });
    for (const [id, { wanted, status }] of Object.entries(context.store.getState().runs))
      if (id !== detector && wanted === key && (status === "waiting" || status === "done")) take(id, result);
    cache.remember(result);
  }

  /** What a sample says stands until all is scored, and longer where a person stops it there. */
  function showFirst(detector: string, result: RunResult): void {
    if (context.store.getState().runs[detector]?.status !== "running") return;
    write(detector, { result, stale: false });
    cache.remember(result);
  }

  function fail({ detector, key, isApart }: Running, failure: FailureInfo): void {
    // The worker of the tables ended, hardly by what another thread was at: it is made again, and given up with the next.
    if (failure.code === "worker-died" && isApart && running.size > 1) return;
    const run = context.store.getState().runs[detector];
    const isWanted = run?.wanted === key && run.status !== "waiting";
    // What killed the worker is never tried again by itself; of another run that nobody wants any more, nothing is told.
    if (!isWanted && failure.code !== "worker-died") return;
    const isCancelled = failure.code === "cancelled";
    refused.set(key, isCancelled ? null : failure);
    const status = isCancelled ? "cancelled" : "failed";
    write(detector, { status, wanted: key, progress: null, startedAt: null, failure: isCancelled ? null : failure });
  }

  return {
    /** Aligns at once and starts what is missing after a short rest, or right away. */
    reconcile(when: "at-rest" | "now"): void {
      align();
      for (const one of combined) one.align(false);
      callOff();
      if (when === "now") pump();
      else callOff = context.clock.after(REST_MS, pump);
    },
    /** Results that were kept: nothing is run for them. */
    bring(results: readonly RunResult[]): void {
      for (const result of results) cache.remember(result);
    },
    /** Stops a detector's run; what was there before stays. */
    cancel(detector: string): void {
      if (isCombination(detector)) return combinedAs(detector).cancel();
      const run = context.store.getState().runs[detector];
      if (run) refused.set(run.wanted, null);
      const own = runningOf(detector);
      if (own) own.job.cancel();
      else if (run?.status === "waiting") write(detector, { status: "cancelled" });
      for (const one of combined) one.align(true);
    },
    /** Ends the training of a detector and takes the best model so far. */
    endEarly(detector: string): void {
      runningOf(detector)?.job.endEarly();
    },
    /** Runs a detector that was cancelled, failed or ended early. */
    retry(detector: string): void {
      if (isCombination(detector)) return combinedAs(detector).retry();
      if (!context.choices().picked.includes(detector)) return;
      const run = context.store.getState().runs[detector];
      if (run) {
        refused.delete(run.wanted);
        cache.delete(run.wanted);
      }
      write(detector, { status: "waiting", failure: null });
      pump();
    },
    /** Makes the result on screen again with other seeds. */
    askReruns: () => reruns.ask(),
    stopReruns: () => reruns.stop(),
    /** Another table: nothing of the old one is wanted. */
    reset(): void {
      era += 1;
      for (const { job } of running) job.cancel();
      reruns.forgetAll();
      for (const one of combined) one.forget();
      for (const key of cache.keys()) forget(key);
      cache.clear();
      refused.clear();
      context.store.setState({ runs: {} });
    },
    /** The worker's models are gone; results on screen stay, stale, until they are made again. */
    forgetAll(): void {
      for (const one of combined) one.forget();
      reruns.forgetAll();
      cache.clear();
      const runs = context.store.getState().runs;
      for (const [detector, run] of Object.entries(runs))
        if (run.status !== "failed") write(detector, { status: "idle", wanted: "", stale: run.result !== null });
    },
  };
}

function isUnderWay(status: RunState["status"]): boolean {
  return status === "waiting" || status === "running";
}
