import { wilson } from "../../core/evaluate/interval";
import { crossFitted } from "../../core/evaluate/cross-fitted";
import { judged } from "../../core/evaluate/judged";
import type { Kinds } from "../kinds/kinds";
import type { JudgedRun, Judgement, JudgeRequest } from "../protocol";
import type { StoredRun } from "../stored-run";
import { knownBy, type Truth } from "../truth/truth";
import type { Checkpoint } from "../yield-to-events";

/**
 * Judges runs of one table by what is known of its rows, all by the same: those that every one of them scored. Null where
 * nothing is known, or what is known tells nothing apart.
 */
export async function judgeRuns(
  runs: readonly StoredRun[],
  request: JudgeRequest,
  kinds: Kinds,
  checkpoint: Checkpoint,
): Promise<Judgement | null> {
  const truths: Truth[] = [];
  for (const run of runs) {
    const truth = await kinds.of(run.request.recipe).truth(run, knownBy(request), checkpoint);
    if (!truth) return null;
    truths.push(truth);
  }
  const [first] = truths;
  if (!first) return null;
  const isScored = (row: number) => runs.every(({ result }) => !Number.isNaN(result.scores[row]));
  const kept = Uint32Array.from(first.rows.keys()).filter((at) => isScored(first.rows[at]!)); // a place of them
  const rows = Uint32Array.from(kept, (at) => first.rows[at]!); // places of them
  const labels = Uint8Array.from(kept, (at) => first.labels[at]!);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  if (positives === 0 || positives === rows.length) return null;
  const units = first.units && Int32Array.from(kept, (at) => first.units!.ofRows[at]!);
  const detectors = runs.map(({ result }, at) => ({
    scores: Float64Array.from(rows, (row) => result.scores[row]!), // a score for each row
    threshold: request.detectors[at]!.threshold, // one for each run
  }));
  const found = await judged(detectors, { labels, units, beta: request.beta, k: request.k }, checkpoint);
  return {
    column: first.column,
    positive: first.positive,
    rows: rows.length,
    positives,
    conflicts: first.conflicts,
    unit: first.units?.name ?? "row",
    units: units ? new Set(units).size : rows.length,
    detectors: found.map((one, at) => {
      const { by } = request.detectors[at]!;
      return {
        ...one,
        ...ofStretches(truths[at]!, request.detectors[at]!),
        crossFitted: by ? crossFitted(detectors[at]!.scores, labels, units, by) : null,
      };
    }),
  };
}

function ofStretches(
  truth: Truth,
  { run, threshold }: JudgeRequest["detectors"][number],
): Pick<JudgedRun, "run" | "stretches" | "leads"> {
  const quality = truth.stretchesAt(threshold);
  return {
    run,
    leads: truth.leadsAt(threshold),
    stretches: quality && {
      found: wilson(quality.recall, quality.labelled),
      right: wilson(quality.precision, quality.flagged),
      labelled: quality.labelled,
    },
  };
}
