/** Too little is known before this to say how long the rest takes. */
const MIN_ELAPSED_MS = 1000;
const MIN_SHARE_DONE = 0.02;

/**
 * Whole seconds until the work is done, if it goes on at the pace so far; rounded coarsely where it is
 * long, so that the words rest. Null before one second, or while the share done (0 to 1) is unknown.
 */
export function secondsLeft(elapsedMs: number, done: number | null): number | null {
  if (done === null || done < MIN_SHARE_DONE || elapsedMs < MIN_ELAPSED_MS) return null;
  const seconds = (elapsedMs * Math.max(0, 1 - done)) / done / 1000;
  if (seconds > 600) return Math.round(seconds / 60) * 60;
  if (seconds > 20) return Math.round(seconds / 5) * 5;
  return Math.max(1, Math.ceil(seconds));
}
