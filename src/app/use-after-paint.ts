import { useEffect, useState } from "react";

/** True once the first paint is done and the browser has nothing else to do. */
export function useAfterPaint(): boolean {
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    const done = () => setDone(true);
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(done, 300);
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(done, { timeout: 2000 });
    return () => cancelIdleCallback(request);
  }, []);
  return isDone;
}
