import type { Families, RunThreshold } from "../engine/protocol";
import { shownResultOf, shownThresholdOf } from "./threshold";
import { useCall } from "./use-call";
import { useSession } from "./use-session";

/** The threshold may still move, and what else is asked goes first. */
const REST_MS = 400;

/** The flagged rows by their main reason; null until it is known, and where nothing is flagged. */
export function useFamilies(): Families | null {
  const run = useSession((state) => shownResultOf(state)?.key ?? null);
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? null);
  const count = useSession((state) => shownThresholdOf(state)?.count ?? 0);
  const question: RunThreshold | null = run === null || threshold === null || count < 2 ? null : { run, threshold };
  return useCall("families", question, {
    restMs: REST_MS,
    keep: (earlier, present) => earlier.run === present.run,
  }).answer;
}
