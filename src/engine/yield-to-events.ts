import type { Note } from "../core/data/note";
import { Cancelled, type Metric } from "../core/detect/context";
import { withTrainingView, type TrainingView } from "../core/detect/training-view";
import type { CallTools } from "./calls/host";
import type { Phase } from "./protocol";

const YIELD_AFTER_MS = 12;
const REPORT_AFTER_MS = 80;

/** Goes once around the event loop, then calls back. */
export type Hop = (arrived: () => void) => void;

let hop: Hop = overChannel();
let sleeping: Promise<void> | null = null;

/** Lets the event loop run once: messages (a cancel, a small question) are read. Shared by all callers. */
export function yieldToEvents(): Promise<void> {
  sleeping ??= new Promise<void>((resolve) => {
    hop(() => {
      sleeping = null;
      resolve();
    });
  });
  return sleeping;
}

/** Another way around the event loop, for a browser in which the usual one is slow. */
export function yieldBy(other: Hop): void {
  hop = other;
}

/** A message to oneself: the shortest way, behind all that waits. */
function overChannel(): Hop {
  let wake: (() => void) | null = null;
  const channel = new MessageChannel();
  // In Node an open port keeps the process alive; browsers have neither method, and their types name none.
  const hold = channel.port1 as { ref?: () => void; unref?: () => void };
  channel.port1.onmessage = () => {
    hold.unref?.();
    wake?.();
  };
  hold.unref?.();
  return (arrived) => {
    hold.ref?.();
    wake = arrived;
    channel.port2.postMessage(null);
  };
}

interface Seen {
  readonly metrics?: readonly Metric[];
  readonly trainingViews?: readonly TrainingView[];
  readonly notes?: readonly Note[];
  readonly rows?: number;
}

export type Checkpoint = (done: number | null, more?: Seen) => Promise<void>;

/**
 * Progress, cancel and yielding in one: reports at most every 80 ms, yields at least every 12 ms of
 * work, rejects with `Cancelled` once the caller gave up.
 */
export function createCheckpoint(tools: CallTools, phase: () => Phase): Checkpoint {
  let yielded = performance.now();
  let reported = 0;
  let held: Metric[] = [];
  let trainingViews: readonly TrainingView[] = [];
  let notes: readonly Note[] = [];
  return async (done, more = {}) => {
    if (more.metrics) held.push(...more.metrics);
    for (const trainingView of more.trainingViews ?? []) trainingViews = withTrainingView(trainingViews, trainingView);
    notes = more.notes ?? notes;
    const now = performance.now();
    if (now - reported >= REPORT_AFTER_MS) {
      reported = now;
      tools.progress({
        phase: phase(),
        done,
        ...(more.rows === undefined ? {} : { rows: more.rows }),
        ...(held.length ? { metrics: held } : {}),
        ...(trainingViews.length ? { trainingViews } : {}),
        ...(notes.length ? { notes } : {}),
      });
      held = [];
      trainingViews = [];
      notes = [];
    }
    if (now - yielded >= YIELD_AFTER_MS) {
      await yieldToEvents();
      yielded = performance.now();
    }
    if (tools.cancelled()) throw new Cancelled();
  };
}
