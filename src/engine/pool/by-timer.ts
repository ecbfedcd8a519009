/** So often it is looked whether whoever waits has given up. */
const LOOK_AFTER_MS = 50;

/** Calls `look` again and again until what it returns is called. */
export function byTimer(look: () => void): () => void {
  const timer = setInterval(look, LOOK_AFTER_MS);
  return () => clearInterval(timer);
}
