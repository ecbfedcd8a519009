import { useMemo } from "react";
import type { CountRequest, ExportRequest } from "../../engine/protocol";
import { useQuery } from "../../state/use-query";
import { useStart } from "../../state/use-session";

/** The whole file is looked through: not for every step of a threshold that is being moved. */
const COUNT_REST_MS = 400;

/** How many cells of an export are of a kind; null where that is not known yet, or not wanted. */
export function useCellCount(
  { run, rows, threshold, cells }: ExportRequest,
  of: CountRequest["of"] | null,
): number | null {
  const start = useStart();
  const question = useMemo<CountRequest | null>(
    () => of && { run, rows, threshold, cells, of },
    [of, run, rows, threshold, cells],
  );
  const { answer } = useQuery<CountRequest, number>(
    question,
    (about, signal) => {
      const job = start("countCells", about, () => undefined);
      signal.addEventListener("abort", () => job.cancel());
      return job.result;
    },
    { restMs: COUNT_REST_MS },
  );
  return answer;
}
