import { CONSENSUS, consensusKeyOf } from "../core/detect/run-key";
import { failureInfoOf } from "../core/data/failure-info";
import type { CombineRequest, Job, RunResult } from "../engine/protocol";
import type { SessionContext } from "./session-context";
import { canCombine, membersOf, weightOf } from "./choices";
import { unknownRun, type RunState } from "./session-state";

/** Earlier consensuses that the worker still knows: a screen may be asking about the last one. */
const MAX_KEPT_CONSENSUSES = 3;

/**
 * Keeps the consensus in step with the runs of its members: it waits until none of them waits or works, and is
 * then made again whenever their results, the weights or the rule are others. Nothing is ever fitted for it.
 */
export function createConsensusRun(context: SessionContext) {
  let running: { key: string; job: Job<RunResult> } | null = null;
  /** A person stopped it: it is not made again until asked for. */
  let stopped = false;
  let made: string[] = [];

  const present = (): RunState => context.store.getState().runs[CONSENSUS] ?? unknownRun;

  function write(change: Partial<RunState>): void {
    const before = present();
    // Keys of what is changed in a RunState.
    const touched = Object.keys(change) as (keyof RunState)[];
    const isSame = before !== unknownRun && touched.every((key) => before[key] === change[key]);
    if (isSame) return;
    context.store.setState(({ runs }) => ({ runs: { ...runs, [CONSENSUS]: { ...before, ...change } } }));
  }

  function halt(): void {
    const { job } = running ?? {};
    running = null;
    job?.cancel();
  }

  function wait(): void {
    halt();
    write({ status: "waiting", wanted: "", stale: present().result !== null, progress: null, failure: null });
  }

  /** What the choices ask for; "soon" while a member is not settled, null when fewer than two are done. */
  function wish(): CombineRequest | "soon" | null {
    const { runs, dataset } = context.store.getState();
    const choices = context.choices();
    const members = membersOf(choices);
    if (!dataset || members.some((id) => !isSettled(runs[id]))) return "soon";
    const done = members.flatMap((id) => {
      const run = runs[id];
      return run?.status === "done" && run.result ? [{ id, key: run.result.key }] : [];
    });
    if (done.length < 2) return null;
    return {
      dataset: dataset.id,
      runs: done.map(({ key }) => key),
      weights: done.map(({ id }) => weightOf(choices, id)),
      rule: choices.consensus.rule,
    };
  }

  function start(request: CombineRequest, key: string): void {
    halt();
    write({
      status: "running",
      wanted: key,
      stale: present().result !== null,
      progress: null,
      startedAt: context.clock.now(),
      failure: null,
    });
    const job = context.engine.start("combine", request, (progress) => {
      if (running?.key === key) write({ progress });
    });
    running = { key, job };
    job.result.then(
      (result) => {
        if (running?.job !== job) return letGo(result.key);
        running = null;
        write({ status: "done", result, stale: false, progress: null, startedAt: null });
        keep(result.key);
      },
      (error: unknown) => {
        if (running?.job !== job) return;
        running = null;
        write({ status: "failed", progress: null, startedAt: null, failure: failureInfoOf(error) });
      },
    );
  }

  /** One that ended before it heard that nobody wants it would hold its table in the worker for good. */
  function letGo(key: string): void {
    if (running?.key !== key && !made.includes(key)) forget(key);
  }

  /** The worker keeps it no longer; one that is new has nothing to forget. */
  function forget(key: string): void {
    void context.engine.ask("forget", { run: key }).catch(() => undefined);
  }

  function keep(key: string): void {
    made = [...made.filter((one) => one !== key), key];
    for (const old of made.slice(0, -MAX_KEPT_CONSENSUSES)) forget(old);
    made = made.slice(-MAX_KEPT_CONSENSUSES);
  }

  return {
    /** Tells what is stale at once; makes what is missing only when `mayStart`. */
    align(mayStart: boolean): void {
      if (!canCombine(context.choices().picked)) {
        halt();
        const { [CONSENSUS]: had, ...runs } = context.store.getState().runs;
        if (had) context.store.setState({ runs });
        return;
      }
      if (stopped) return write({ stale: present().result !== null });
      const request = wish();
      if (request === "soon") return wait();
      if (request === null) {
        halt();
        return write({ status: "failed", wanted: "", stale: present().result !== null, failure: TOO_FEW });
      }
      const key = consensusKeyOf(request.runs, request.weights, request.rule);
      const { wanted, status } = present();
      if (wanted === key && status !== "idle" && status !== "waiting") return;
      if (mayStart) start(request, key);
      else wait();
    },
    /** Stops it; what was there before stays. */
    cancel(): void {
      halt();
      stopped = true;
      write({ status: "cancelled", progress: null, startedAt: null, failure: null });
    },
    /** Makes it again after it was stopped or failed. */
    retry(): void {
      stopped = false;
      write({ status: "waiting", wanted: "", failure: null });
      this.align(true);
    },
    /** Another table, or a worker that knows nothing any more. */
    forget(): void {
      halt();
      stopped = false;
      for (const key of made) forget(key);
      made = [];
    },
  };
}

const TOO_FEW = { code: "too-few-members" } as const;

function isSettled(run: RunState | undefined): boolean {
  return run?.status === "done" || run?.status === "failed" || run?.status === "cancelled";
}
