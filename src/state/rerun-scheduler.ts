import { CONSENSUS, GUIDED, isCombination, RULED } from "../core/detect/run-key";
import { failureInfoOf } from "../core/data/failure-info";
import type { Job, RunResult } from "../engine/protocol";
import { lost } from "./ask";
import type { SessionContext } from "./session-context";
import { thresholdRuleOf } from "./choices";
import { shownResultOf, shownRunOf } from "./threshold";
import type { Reruns } from "./session-state";
import { OTHER_SEEDS, rerunsOf } from "./stability";

/**
 * Makes the result on screen again with other seeds when asked to, one seed at a time so that a run that is wanted
 * comes in between. `whenFree` is called after each. A result that is no longer wanted is not made again; seeds that
 * are done stay with it.
 */
export function createRerunScheduler(context: SessionContext, whenFree: () => void) {
  let working: { of: RunResult; job: Job<void> } | null = null;
  let isAsking = false;

  const present = () => Object.values(context.store.getState().reruns);

  function write(of: RunResult, change: Partial<Reruns>): void {
    const before = rerunsOf(context.store.getState(), of);
    if (before) context.store.setState(({ reruns }) => ({ reruns: { ...reruns, [of.key]: { ...before, ...change } } }));
  }

  function forget(key: string): void {
    const { [key]: had, ...reruns } = context.store.getState().reruns;
    if (had) context.store.setState({ reruns });
  }

  function stop(of: RunResult): void {
    write(of, { status: "stopped", progress: null });
    if (working?.of === of) working.job.cancel();
  }

  /** Gives up what belongs to earlier choices. */
  function align(): void {
    const { runs } = context.store.getState();
    const wanted = [...context.choices().picked, CONSENSUS, GUIDED, RULED].map((detector) => runs[detector]);
    for (const { of, status } of present()) {
      if (wanted.some((run) => run?.result === of && !run.stale)) continue;
      if (isUnderWay(status)) stop(of);
      // An earlier consensus is not kept, and is made anew when it is wanted again.
      if (isCombination(of.request.detector)) forget(of.key);
    }
  }

  /** Keeps what is told of the result on screen in step with its threshold: one question at a time, the newest threshold last. */
  function follow(): void {
    const state = context.store.getState();
    const result = shownResultOf(state);
    const reruns = rerunsOf(state, result);
    const rule = thresholdRuleOf(state.history.present, state.history.present.shown);
    if (isAsking || !result || reruns?.status !== "done" || reruns.found?.rule === rule) return;
    isAsking = true;
    context.engine
      .ask("stability", { run: result.key, rule })
      .then(
        (stability) => write(result, { found: { rule, stability } }),
        (error: unknown) => {
          const failure = failureInfoOf(error);
          // The worker does not know them any more, or is a new one.
          if (lost.has(failure.code)) forget(result.key);
          else write(result, { status: "failed", failure });
        },
      )
      .finally(() => {
        isAsking = false;
        follow();
      });
  }

  context.store.subscribe((state, before) => {
    if (state.runs !== before.runs || state.history.present.picked !== before.history.present.picked) align();
    if (state.history !== before.history || state.reruns !== before.reruns) follow();
  });

  return {
    isBusy: () => working !== null,
    /** Asks for the result on screen with other seeds; goes on where it was stopped. */
    ask(): void {
      const state = context.store.getState();
      const of = shownRunOf(state)?.stale === false ? shownResultOf(state) : null;
      if (!of?.chance || of.endedEarly || of.sampled) return;
      const kept = rerunsOf(state, of);
      if (kept && (kept.status === "done" || isUnderWay(kept.status))) return;
      const seeds = Array.from({ length: OTHER_SEEDS }, (_, at) => of.request.seed + at + 1);
      const fresh: Reruns = { of, status: "waiting", seeds, made: 0, progress: null, failure: null, found: null };
      // What failed may have been no more than to compare those that are made.
      const isWhole = kept !== null && kept.made === kept.seeds.length;
      const next: Reruns = kept ? { ...kept, status: isWhole ? "done" : "waiting", failure: null } : fresh;
      context.store.setState(({ reruns }) => ({ reruns: { ...reruns, [of.key]: next } }));
      whenFree();
    },
    /** Stops making the result on screen again. */
    stop(): void {
      const reruns = rerunsOf(context.store.getState(), shownResultOf(context.store.getState()));
      if (reruns && isUnderWay(reruns.status)) stop(reruns.of);
    },
    /** Makes the next seed of what was asked for; what has begun is finished first. */
    step(): void {
      const begun = present().find(({ status }) => status === "running");
      const next = begun ?? present().find(({ status }) => status === "waiting");
      const seed = next?.seeds[next.made];
      if (working || !next || seed === undefined) return;
      const { of, seeds, made } = next;
      write(of, { status: "running", progress: null });
      const job = context.engine.start("rerun", { run: of.key, seed }, (progress) => {
        if (working?.of === of) write(of, { progress });
      });
      working = { of, job };
      job.result
        .then(
          () => {
            const isLast = made + 1 === seeds.length;
            write(of, { made: made + 1, progress: null, ...(isLast ? { status: "done" } : {}) });
          },
          (error: unknown) => {
            const failure = failureInfoOf(error);
            if (failure.code !== "cancelled") write(of, { status: "failed", progress: null, failure });
          },
        )
        .finally(() => {
          working = null;
          whenFree();
        });
    },
    /** The run is forgotten, and its reruns with it. */
    forget,
    /** Another table, or a worker that knows nothing any more. */
    forgetAll(): void {
      working?.job.cancel();
      context.store.setState({ reruns: {} });
    },
  };
}

function isUnderWay(status: Reruns["status"]): boolean {
  return status === "waiting" || status === "running";
}
