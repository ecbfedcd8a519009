import { useEffect, useRef, useState } from "react";
import type { Progress } from "../../engine/protocol";

const READ_EVERY_MS = 500;
/** Before this much time and this much progress, a guess would jump about. */
const MIN_ELAPSED_MS = 1500;
const MIN_SHARE_DONE = 0.02;

/** Seconds left of the phase under way, evaluated by its pace so far; null while that cannot be said. */
export function useRemaining(progress: Progress | null): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const latest = useRef(progress);
  useEffect(() => {
    latest.current = progress;
  });
  useEffect(() => {
    let phase: string | null = null;
    let since = 0;
    let from = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      const { phase: here, done } = latest.current ?? { phase: null, done: null };
      if (here === null || done === null) return setLeft(null);
      if (here !== phase || done < from) {
        phase = here;
        since = now;
        from = done;
      }
      const gained = done - from;
      const isSure = now - since >= MIN_ELAPSED_MS && gained >= MIN_SHARE_DONE;
      setLeft(isSure ? (((now - since) / gained) * (1 - done)) / 1000 : null);
    }, READ_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return left;
}
