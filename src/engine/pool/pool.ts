import { Failure } from "../../core/data/failure";
import { Cancelled } from "../../core/detect/context";
import type { CallTools } from "../calls/host";
import { createLoans, type Loan } from "./loans";
import type { FromHelper } from "./messages";
import { chooseNext, type Helper, type Job } from "./choose-next";
import type { TaskAnswer, TaskLoans, TaskName, TaskRequest } from "./tasks";

/** Starts a thread of the pool. `ended` is to be called when it is gone without a word. */
export type SpawnHelper = (ended: () => void) => Helper["thread"];

/** How a task is asked for. */
export interface Asking {
  /** Of what waits, the lower goes first: 0 is what others wait for. */
  readonly urgency?: number;
  /** The id of the loan under which the thread keeps what the task leaves. */
  readonly keeps?: string;
}

/** No thread of the pool can be started here: what it was to do has to be done where it was asked for. */
export class NoHelpers extends Error {
  constructor() {
    super("no thread of the pool can be started");
    this.name = "NoHelpers";
  }
}

/** So often it is looked whether whoever waits has given up. */
const LOOK_AFTER_MS = 50;
/** A thread that has not heard of a cancel after so many looks hangs in a tight loop: it holds no table, so it is ended. */
const PATIENCE_LOOKS = 14;
/** What two threads died of is given up. */
const MAX_DEATHS = 2;

/** Calls `look` again and again until what it returns is called. */
function byTimer(look: () => void): () => void {
  const timer = setInterval(look, LOOK_AFTER_MS);
  return () => clearInterval(timer);
}

/**
 * Threads that do what needs no table: tasks are sent with all that they need, and answered with plain data. A thread that
 * dies costs its task a second try, alone; a task of which a second one dies is rejected with "given-up". A task rejects
 * with `Cancelled` within a second after its `tools` say so, and with `NoHelpers` where no thread can be started at all.
 *
 * @param spawn null: there never are any
 */
export function createPool(spawn: SpawnHelper | null, lookAgain = byTimer) {
  const helpers = new Set<Helper>();
  const loans = createLoans(returned);
  let queue: Job[] = [];
  let size = 1;
  let nextId = 1;
  let canStart = spawn !== null;
  let stopLooking: (() => void) | null = null;

  function returned(loan: string): void {
    for (const { thread, holds } of helpers) if (holds.delete(loan)) thread.postMessage({ kind: "give-back", loan });
  }

  function start(run: SpawnHelper): Helper {
    const ended = () => helpers.has(helper) && lose(helper);
    const helper: Helper = { thread: run(ended), holds: new Map(), job: null, isLoaded: false };
    helpers.add(helper);
    const { thread } = helper;
    thread.onmessage = ({ data }) => receive(helper, data);
    thread.onerror = ended;
    thread.onmessageerror = ended;
    return helper;
  }

  function receive(helper: Helper, message: FromHelper): void {
    helper.isLoaded = true;
    if (message.kind === "ready") return;
    if (message.kind === "echo") return helper.thread.postMessage(message);
    const { job } = helper;
    if (!job || job.id !== message.id) return;
    if (message.kind === "progress") return job.isCancelled ? undefined : job.tools.progress(message.progress);
    helper.job = null;
    if (message.kind === "failed") job.reject(new Failure(message.info));
    else {
      if (job.keeps !== null) helper.holds.set(job.keeps, 0);
      job.resolve(message.result);
    }
    go();
  }

  /** Ends a thread, or takes note that it ended. */
  function end(helper: Helper): Job | null {
    helpers.delete(helper);
    helper.thread.terminate();
    return helper.job;
  }

  function lose(helper: Helper): void {
    const job = end(helper);
    if (!helper.isLoaded) canStart = false;
    if (job) {
      job.deaths += 1;
      if (job.isCancelled) job.reject(new Cancelled());
      else if (job.deaths < MAX_DEATHS) queue.unshift(job);
      else job.reject(new Failure({ code: "given-up" }));
    }
    go();
  }

  /** Hears who has given up, or wants what there is. */
  function look(): void {
    for (const job of queue.filter(({ tools }) => tools.cancelled())) {
      queue = queue.filter((one) => one !== job);
      job.reject(new Cancelled());
    }
    for (const helper of helpers) {
      const { job, thread } = helper;
      if (!job) continue;
      if (!job.isCancelled && job.tools.cancelled()) {
        job.isCancelled = true;
        thread.postMessage({ kind: "cancel", id: job.id });
      } else if (job.isCancelled && ++job.looks >= PATIENCE_LOOKS) end(helper)?.reject(new Cancelled());
      if (!job.isEnding && job.tools.endsEarly()) {
        job.isEnding = true;
        thread.postMessage({ kind: "end-early", id: job.id });
      }
    }
    go();
  }

  function send(helper: Helper, job: Job): void {
    const fresh = new Map<string, unknown>();
    for (const { id, value, bytes } of Object.values(job.loans)) {
      if (helper.holds.has(id)) continue;
      helper.holds.set(id, bytes);
      fresh.set(id, value);
    }
    const ids = Object.fromEntries(Object.entries(job.loans).map(([name, { id }]) => [name, id]));
    helper.job = job;
    helper.thread.postMessage({
      kind: "task",
      id: job.id,
      task: job.task,
      request: job.request,
      loans: ids,
      fresh,
      keeps: job.keeps,
    });
  }

  /** Gives to every thread that is free what it can be given. */
  function go(): void {
    for (const helper of [...helpers]) if (helpers.size > size && !helper.job) end(helper);
    while (queue.length > 0) {
      if (!canStart && helpers.size === 0) {
        for (const job of queue.splice(0)) job.reject(new NoHelpers());
        break;
      }
      const next = chooseNext(queue, helpers, canStart ? size : 0);
      if (!next) break;
      const helper = next.helper ?? started();
      if (!helper) continue;
      queue = queue.filter((job) => job !== next.job);
      send(helper, next.job);
    }
    const isBusy = queue.length > 0 || [...helpers].some(({ job }) => job);
    if (isBusy) stopLooking ??= lookAgain(look);
    else {
      stopLooking?.();
      stopLooking = null;
    }
  }

  function started(): Helper | null {
    try {
      if (spawn) return start(spawn);
    } catch {
      // Some browsers let no thread start another.
    }
    canStart = false;
    return null;
  }

  return {
    /** How many threads may work at once; below 2 nothing is sent away. */
    get size(): number {
      return canStart ? size : 1;
    },
    resize(threads: number): void {
      size = Math.max(1, threads);
      go();
    },
    lend: loans.lend,
    /** The id of a loan that a thread makes itself. */
    loanId: loans.nextId,
    do<T extends TaskName>(
      task: T,
      request: TaskRequest<T>,
      lent: { readonly [K in keyof TaskLoans<T>]: Loan<TaskLoans<T>[K]> },
      tools: CallTools,
      { urgency = 0, keeps }: Asking = {},
    ): Promise<TaskAnswer<T>> {
      return new Promise<TaskAnswer<T>>((resolve, reject) => {
        queue.push({
          id: nextId++,
          task,
          request,
          loans: lent,
          tools,
          urgency,
          keeps: keeps ?? null,
          // What comes back for `task` is what its handler returns: see TaskHandlers.
          resolve: (answer) => resolve(answer as TaskAnswer<T>),
          reject,
          deaths: 0,
          looks: 0,
          isCancelled: false,
          isEnding: false,
        });
        go();
      });
    },
    dispose(): void {
      stopLooking?.();
      for (const helper of [...helpers]) end(helper);
    },
  };
}

export type Pool = ReturnType<typeof createPool>;
