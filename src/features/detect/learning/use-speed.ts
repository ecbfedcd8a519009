import { useEffect, useRef, useState } from "react";

const READ_EVERY_MS = 500;
/** A pace is told of the last seconds: trainings slow down when another tab works. */
const READINGS_PER_SPAN = 8;

/** Steps per second of late, from the step reached; null while none goes by or it cannot be said yet. */
export function useSpeed(step: number | null): number | null {
  const [speed, setSpeed] = useState<number | null>(null);
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  const isGoing = step !== null;
  useEffect(() => {
    if (!isGoing) return;
    let looks: { at: number; step: number }[] = [];
    const timer = setInterval(() => {
      const look = { at: performance.now(), step: latest.current ?? 0 };
      // A step that was there before: the training started again.
      looks = look.step < (looks.at(-1)?.step ?? 0) ? [look] : [...looks.slice(-READINGS_PER_SPAN), look];
      const first = looks[0] ?? look;
      const seconds = (look.at - first.at) / 1000;
      setSpeed(look.step > first.step ? (look.step - first.step) / seconds : null);
    }, READ_EVERY_MS);
    return () => clearInterval(timer);
  }, [isGoing]);
  return isGoing ? speed : null;
}
