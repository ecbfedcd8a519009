import { useState } from "react";
import { detectorCardOf } from "../state/catalogue";
import { shownRunOf } from "../state/threshold";
import { useSession } from "../state/use-session";

export type MiddlePart = "scores" | "training";

/** What the middle of the screen shows; a network that learns is watched while there are no scores yet, then on demand. */
export function useMiddle() {
  const learns = useSession((state) => detectorCardOf(state.history.present.shown)?.family === "neural");
  const onlyLearns = useSession((state) => {
    const run = shownRunOf(state);
    return run?.status === "running" && run.result === null && run.metrics.length > 0;
  });
  const [chosen, choose] = useState<MiddlePart | null>(null);
  const middle: MiddlePart = learns ? (chosen ?? (onlyLearns ? "training" : "scores")) : "scores";
  return { middle, learns, choose };
}
