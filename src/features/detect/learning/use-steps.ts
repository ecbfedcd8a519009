import { instanceOf } from "../../../state/choices";
import { trainingViewOf } from "../../../core/detect/training-view";
import type { RunState } from "../../../state/session-state";
import { useSession } from "../../../state/use-session";

/** How many steps a training is to take: as it told at its end, before that by the parameter "steps"; null where there is none. */
export function useSteps(detector: string, run: RunState): number | null {
  const asked = useSession((state) => instanceOf(state.history.present, detector)?.params["steps"]);
  return trainingViewOf(run.trainingViews, "stopped")?.of ?? (typeof asked === "number" ? asked : null);
}
