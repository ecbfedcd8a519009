import { CONSENSUS } from "../core/detect/run-key";
import { failureInfoOf } from "../core/data/failure-info";
import type { CombineRequest, Job, Progress, RunResult } from "../engine/protocol";
import type { SessionContext } from "./session-context";
import { membersOf, weightOf } from "./choices";
import { unknownRun, type RunState } from "./session-state";

/** Earlier ones that the worker still knows: a screen may be asking about the last one. */
const MAX_KEPT = 3;

/** What makes one score of several runs. */
export interface Combination<Request extends CombineRequest> {
  /** Stands where a run names its instance. */
  readonly id: string;
  /** Whether there can be one. */
  exists(): boolean;
  /** What is asked for, given the runs that are done; null: not yet. */
  requestOf(combine: CombineRequest): Request | null;
  keyOf(request: Request): string;
  start(request: Request, onProgress: (progress: Progress) => void): Job<RunResult>;
}

/**
 * Keeps a combination in step with the runs of its members: it waits until none of them waits or works, and is
 * then made again whenever their results, the weights or the rule are others. Nothing is ever fitted for it.
 */
export function createCombinedRun<Request extends CombineRequest>(
  context: SessionContext,
  combination: Combination<Request>,
) {
  const { id } = combination;
  let running: { key: string; job: Job<RunResult> } | null = null;
  /** A person stopped it: it is not made again until asked for. */
  let stopped = false;
  let made: string[] = [];

  const present = (): RunState => context.store.getState().runs[id] ?? unknownRun;

  function write(change: Partial<RunState>): void {
    const before = present();
    // Keys of what is changed in a RunState.
    const touched = Object.keys(change) as (keyof RunState)[];
    const isSame = before !== unknownRun && touched.every((key) => before[key] === change[key]);
    if (isSame) return;
    context.store.setState(({ runs }) => ({ runs: { ...runs, [id]: { ...before, ...change } } }));
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
  function wish(): Request | "soon" | null {
    const { runs, dataset } = context.store.getState();
    const choices = context.choices();
    const members = membersOf(choices);
    if (!dataset || members.some((member) => !isSettled(runs[member]))) return "soon";
    const done = members.flatMap((member) => {
      const run = runs[member];
      return run?.status === "done" && run.result ? [{ member, key: run.result.key }] : [];
    });
    if (done.length < 2) return null;
    const request = combination.requestOf({
      dataset: dataset.id,
      runs: done.map(({ key }) => key),
      weights: done.map(({ member }) => weightOf(choices, member)),
      rule: choices.consensus.rule,
    });
    return request ?? "soon";
  }

  function start(request: Request, key: string): void {
    halt();
    write({
      status: "running",
      wanted: key,
      stale: present().result !== null,
      progress: null,
      startedAt: context.clock.now(),
      failure: null,
    });
    const job = combination.start(request, (progress) => {
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
    for (const old of made.slice(0, -MAX_KEPT)) forget(old);
    made = made.slice(-MAX_KEPT);
  }

  return {
    /** Tells what is stale at once; makes what is missing only when `mayStart`. */
    align(mayStart: boolean): void {
      if (!combination.exists()) {
        halt();
        const { [id]: had, ...runs } = context.store.getState().runs;
        if (had) context.store.setState({ runs });
        if (context.choices().shown === id && id !== CONSENSUS) context.choose({ shown: CONSENSUS }, "shown");
        return;
      }
      if (stopped) return write({ stale: present().result !== null });
      const request = wish();
      if (request === "soon") return wait();
      if (request === null) {
        halt();
        return write({ status: "failed", wanted: "", stale: present().result !== null, failure: TOO_FEW });
      }
      const key = combination.keyOf(request);
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
