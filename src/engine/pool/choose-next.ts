import type { CallTools } from "../calls/host";
import type { Loan } from "./loans";
import type { FromHelper, ToHelper } from "./messages";
import type { TaskName } from "./tasks";

/** A thread of the pool, and what it is at. */
export interface Helper {
  readonly thread: {
    postMessage(message: ToHelper): void;
    terminate(): void;
    onmessage: ((event: MessageEvent<FromHelper>) => void) | null;
    onerror: ((event: ErrorEvent) => void) | null;
    onmessageerror: ((event: MessageEvent) => void) | null;
  };
  /** The loans that it has, with the bytes that it needs for each. */
  readonly holds: Map<string, number>;
  job: Job | null;
  /** What it was at, and goes on with once others have done parts of it; until then it can do such parts itself. */
  waiting: Job | null;
  /** It has said something: its script could be loaded. */
  isLoaded: boolean;
}

/** A task that waits or is done. */
export interface Job {
  readonly id: number;
  readonly task: TaskName;
  readonly request: unknown;
  readonly loans: Readonly<Record<string, Loan<unknown>>>;
  readonly tools: CallTools;
  readonly urgency: number;
  readonly keeps: string | null;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
  /** Threads that ended while they were at it. */
  deaths: number;
  /** How often it was looked at since it was cancelled. */
  looks: number;
  isCancelled: boolean;
  isEnding: boolean;
  /** Of a part: the job that waits for it. */
  readonly parent: Job | null;
}

/** What all threads together may hold in copies: half of what the worker keeps itself. */
const MAX_COPIED_BYTES = 400e6;

/**
 * The task to go next and the thread for it (null: one that is to be started); null where all has to wait. The more of what
 * a task needs a thread has, the rather it gets it. What a thread died of is done alone.
 *
 * @param most threads that may be at work
 */
export function chooseNext(
  queue: readonly Job[],
  helpers: ReadonlySet<Helper>,
  most: number,
): { readonly job: Job; readonly helper: Helper | null } | null {
  const all = [...helpers];
  const busy = all.filter(({ job }) => job);
  if (busy.length >= most || busy.some(({ job }) => job && job.deaths > 0)) return null;
  const idle = all.filter(({ job }) => !job);
  const copied = all.reduce((sum, { holds }) => sum + [...holds.values()].reduce((a, b) => a + b, 0), 0);
  for (const job of [...queue].sort((a, b) => a.urgency - b.urgency || a.id - b.id)) {
    if (job.deaths > 0 && busy.length > 0) continue;
    const free = idle.filter(({ waiting }) => !waiting || waiting === job.parent);
    const lacks = (helper: Helper | null) =>
      Object.values(job.loans).reduce((sum, { id, bytes }) => sum + (helper?.holds.has(id) ? 0 : bytes), 0);
    const held = (helper: Helper) => Object.values(job.loans).filter(({ id }) => helper.holds.has(id)).length;
    const [best] = free.toSorted((a, b) => lacks(a) - lacks(b) || held(b) - held(a));
    if (!best && all.length >= most) continue;
    const helper = best ?? null;
    // One thread may always work; others only as far as there is room for what they need.
    if (busy.length > 0 && copied + lacks(helper) > MAX_COPIED_BYTES) continue;
    return { job, helper };
  }
  return null;
}
