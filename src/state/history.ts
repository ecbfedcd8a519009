/** Undo over immutable values. Changes with the same tag in quick succession are one step. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  readonly tag: string | null;
}

const MAX_STEPS_BACK = 100;

/** A history with nothing to undo. */
export function historyOf<T>(present: T): History<T> {
  return { past: [], present, future: [], tag: null };
}

/** `present` replaced by `next`; a step that continues `tag` (a slider being dragged) is merged into the last. */
export function changed<T>(history: History<T>, next: T, tag: string | null = null): History<T> {
  if (Object.is(next, history.present)) return history;
  const continues = tag !== null && tag === history.tag;
  const past = continues ? history.past : [...history.past, history.present].slice(-MAX_STEPS_BACK);
  return { past, present: next, future: [], tag };
}

/** The change before undone; unchanged when there is none. */
export function undone<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    tag: null,
  };
}

/** The change undone last made again; unchanged when there is none. */
export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, tag: null };
}

/** Ends a merged step, so that the next change with the same tag is a step of its own. */
export function settled<T>(history: History<T>): History<T> {
  return history.tag === null ? history : { ...history, tag: null };
}
