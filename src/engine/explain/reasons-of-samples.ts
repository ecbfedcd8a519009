import type { DetectorOf } from "../../core/detect/detector";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { FindingReason } from "../../core/detect/test-outcome";
import type { CallTools } from "../calls/host";
import { rescoringContext } from "../rescore";
import type { FittedRun } from "../stored-run";

/**
 * Why samples stand out, by sample: of a detector that knows its own error, which sees all samples while it says so.
 * @param which samples with the row that their score is looked up by; those without evidence are left out
 */
export async function reasonsOfSamples<X extends SamplesBase>(
  run: FittedRun,
  detector: DetectorOf<X>,
  samples: X,
  which: ReadonlyMap<number, number>,
  tools: CallTools,
): Promise<Map<number, FindingReason>> {
  const { scores } = run.result;
  const telling = [...which].filter(([, row]) => scores[row]! > 0).map(([sample]) => sample); // a score for each row
  if (telling.length === 0 || !detector.reasons) return new Map();
  const reasons = await detector.reasons(run.model, samples, telling, rescoringContext(run, tools));
  return new Map(telling.flatMap((sample, at) => (reasons[at] ? [[sample, reasons[at]]] : [])));
}
