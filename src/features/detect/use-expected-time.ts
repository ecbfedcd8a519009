import { useMemo } from "react";
import { expectedSeconds, slownessOf } from "../../core/cost/expected-seconds";
import { detectorCardOf } from "../../state/catalogue";
import { useSession } from "../../state/use-session";
import { useTimeWords } from "./learning/use-time-words";

/** What is over sooner is not worth a word. */
const LEAST_SECONDS = 2;

/**
 * Says about how long a detector would take on the open table: by what was measured elsewhere, and by how much longer than
 * that the detectors that have run here took. Null where nothing is known of it, or it is over at once.
 */
export function useExpectedTime(): (detector: string) => string | null {
  const rows = useSession((state) => state.dataset?.rowCount ?? 0);
  const columns = useSession(
    (state) => state.history.present.recipe?.columns.filter(({ role }) => role === "feature").length ?? 0,
  );
  const runs = useSession((state) => state.runs);
  const timeWords = useTimeWords();
  const slowness = useMemo(() => {
    const known = Object.entries(runs).flatMap(([id, run]) => {
      const expected = expectedSeconds(detectorCardOf(id)?.id ?? id, rows, columns);
      const seconds = run.result?.seconds;
      return expected !== null && seconds ? [{ expected, took: seconds.fit + seconds.score }] : [];
    });
    return slownessOf(known);
  }, [runs, rows, columns]);
  return (detector) => {
    const seconds = slowness * (expectedSeconds(detector, rows, columns) ?? 0);
    return seconds < LEAST_SECONDS ? null : timeWords(seconds);
  };
}
