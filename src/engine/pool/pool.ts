import { Failure } from "../../core/data/failure";
import { Cancelled } from "../../core/detect/context";
import type { CallTools } from "../calls/host";
import { createLoans } from "./loans";
import { NoHelpers, type Asking, type LoansOf } from "./asking";
import { answerParts } from "./answer-parts";
import type { FromHelper, PartsAsked } from "./messages";
import { taskFor } from "./task-for";
import { chooseNext, type Helper, type Job } from "./choose-next";
import { byTimer } from "./by-timer";
import type { TaskAnswer, TaskName, TaskRequest } from "./tasks";

/** Starts a thread of the pool. `ended` is to be called when it is gone without a word. */
export type SpawnHelper = (ended: () => void) => Helper["thread"];

/** A thread that has not heard of a cancel after so many looks hangs in a tight loop: it holds no table, so it is ended. */
const PATIENCE_LOOKS = 14;
/** What two threads died of is given up. */
const MAX_DEATHS = 2;

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
  /** Runs that are made outside of the pool meanwhile. */
  let beside = 0;
  let nextId = 1;
  let canStart = spawn !== null;
  let stopLooking: (() => void) | null = null;

  function returned(loan: string): void {
    for (const { thread, holds } of helpers) if (holds.delete(loan)) thread.postMessage({ kind: "give-back", loan });
  }

  function start(run: SpawnHelper): Helper {
    const ended = () => helpers.has(helper) && lose(helper);
    const helper: Helper = { thread: run(ended), holds: new Map(), job: null, waiting: null, isLoaded: false };
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
    if (message.kind === "parts") return shareOut(helper, job, message);
    if (message.kind === "progress") return job.isCancelled ? undefined : job.tools.progress(message.progress);
    helper.job = null;
    if (message.kind === "failed") job.reject(new Failure(message.info));
    else {
      if (job.keeps !== null) helper.holds.set(job.keeps, 0);
      job.resolve(message.result);
    }
    go();
  }

  /** A job goes on once parts of it are done, by whoever is free and by its own thread. */
  function shareOut(helper: Helper, job: Job, asked: PartsAsked): void {
    const { thread } = helper;
    helper.job = null;
    helper.waiting = job;
    const shared = loans.lend(asked.shared, {});
    const run = { tools: job.tools, isOver: () => helper.waiting !== job };
    const told = (done: number) => thread.postMessage({ kind: "parts-progress", parts: asked.parts, done });
    void answerParts(
      asked,
      run,
      (input, tools) => put("part", { part: asked.part, input }, { shared }, tools, {}, job),
      told,
    )
      .then((answer) => {
        if (helper.waiting !== job) return;
        helper.job = job;
        helper.waiting = null;
        thread.postMessage(answer);
      })
      .finally(() => {
        shared.giveBack();
        go();
      });
    go();
  }

  /** Ends a thread, or takes note that it ended. Returns what it was at and what it waited to go on with. */
  function end(helper: Helper): Job[] {
    const jobs = [helper.job, helper.waiting].filter((job) => job !== null);
    helpers.delete(helper);
    helper.waiting = null;
    helper.thread.terminate();
    return jobs;
  }

  function lose(helper: Helper): void {
    const jobs = end(helper);
    if (!helper.isLoaded) canStart = false;
    for (const job of jobs) {
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
      } else if (job.isCancelled && ++job.looks >= PATIENCE_LOOKS)
        for (const one of end(helper)) one.reject(new Cancelled());
      if (!job.isEnding && job.tools.endsEarly()) {
        job.isEnding = true;
        thread.postMessage({ kind: "end-early", id: job.id });
      }
    }
    go();
  }

  function send(helper: Helper, job: Job): void {
    helper.job = job;
    helper.thread.postMessage(taskFor(helper, job));
  }

  /** Gives to every thread that is free what it can be given. */
  function go(): void {
    for (const helper of [...helpers]) if (helpers.size > size && !helper.job && !helper.waiting) end(helper);
    while (queue.length > 0) {
      if (!canStart && helpers.size === 0) {
        for (const job of queue.splice(0)) job.reject(new NoHelpers());
        break;
      }
      const most = Math.max(1, size - beside);
      const next = chooseNext(queue, helpers, canStart ? most : Math.min(most, helpers.size));
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

  function put<T extends TaskName>(
    task: T,
    request: TaskRequest<T>,
    lent: LoansOf<T>,
    tools: CallTools,
    { urgency = 0, keeps }: Asking,
    parent: Job | null,
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
        parent,
        // What comes back for `task` is what its handler returns: see TaskHandlers.
        resolve,
        reject,
        deaths: 0,
        looks: 0,
        isCancelled: false,
        isEnding: false,
      });
      go();
    });
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
    /** Leaves a core to a job that is done in this thread. */
    async beside<T>(job: () => Promise<T>): Promise<T> {
      beside += 1;
      try {
        return await job();
      } finally {
        beside -= 1;
        go();
      }
    },
    lend: loans.lend,
    /** The id of a loan that a thread makes itself. */
    loanId: loans.nextId,
    do<T extends TaskName>(
      task: T,
      request: TaskRequest<T>,
      lent: LoansOf<T>,
      tools: CallTools,
      asking: Asking = {},
    ): Promise<TaskAnswer<T>> {
      return put(task, request, lent, tools, asking, null);
    },
    dispose(): void {
      stopLooking?.();
      for (const helper of [...helpers]) end(helper);
    },
  };
}

export type Pool = ReturnType<typeof createPool>;
