import { someOf } from "../../core/detect/column-samples";
import { columnSamplesOf } from "../../core/prepare/column-samples-of";
import type { CallTools } from "../calls/host";
import type { ExpectedPoints } from "../calls/reasons";
import { rescoringContext } from "../rescore";
import { sampleOf } from "../sample-of";
import type { StoredRun } from "../stored-run";

/** Of the others so many are drawn at even distances in the ranking, beside this many of the strangest. */
const [STRANGEST, OTHERS] = [300, 1700];

/** Actual and expected values of the strangest rows and of some of the others; null where nothing is expected of a number. */
export async function expectedPoints(run: StoredRun, tools: CallTools): Promise<ExpectedPoints | null> {
  if (run.kind !== "fitted" || run.detector.accepts !== "columns" || !run.detector.expect) return null;
  const { samples } = columnSamplesOf(run.table.dataset, run.request.recipe);
  const { order } = run.result;
  const stride = Math.max(1, Math.ceil((order.length - STRANGEST) / OTHERS));
  const rows = order.filter((_, place) => place < STRANGEST || (place - STRANGEST) % stride === 0);
  const some = someOf(
    samples,
    Array.from(rows, (row) => sampleOf(samples, row)),
  );
  const found = await run.detector.expect(run.model, some, rescoringContext(run, tools));
  return found && { ...found, column: samples.features[found.feature] ?? "", rows };
}
