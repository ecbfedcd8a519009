import { cellOf, type Cell } from "../../core/data/column";
import type { DetectorOf } from "../../core/detect/detector";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Direction, RowExplanation } from "../../core/explain/explanation";
import { contributionsOf, stepReasonOf } from "../../core/series/step-reason";
import type { CallTools } from "../calls/host";
import { attributionOfReason } from "../explain/finding-weights";
import { reasonsOfSamples } from "../explain/reasons-of-samples";
import { withFinding } from "../explain/with-finding";
import type { FittedRun } from "../stored-run";

/** Steps or events as a detector sees them, and the way there from rows and columns. */
interface SeenSteps<X extends SamplesBase> {
  readonly samples: X;
  /** The table's column behind each feature. */
  readonly columns: readonly number[];
  /** The sample of a row; -1 where it has none. */
  stepOf(row: number): number;
}

/** What a detector that knows its own error says of steps or events: the sentence, and the columns that it names. */
export async function findingStatements<X extends SamplesBase>(
  run: FittedRun,
  { samples, columns, stepOf }: SeenSteps<X>,
  detector: DetectorOf<X>,
  rows: Uint32Array,
  tools: CallTools,
): Promise<Map<number, RowExplanation>> {
  const { dataset, profiles } = run.table;
  const which = new Map(Array.from(rows, (row): [number, number] => [stepOf(row), row]));
  which.delete(-1);
  const reasons = await reasonsOfSamples(run, detector, samples, which, tools);
  const entries = Array.from(rows, (row): [number, RowExplanation] => {
    const reason = reasons.get(stepOf(row));
    const { values } = attributionOfReason(reason, columns.length);
    const ofChannels = columns.map((column, feature) => {
      const expected = feature === reason?.features[0] ? reason.expected : null;
      const source = dataset.columns[column]!; // a column of the table
      return {
        column,
        weight: values[feature] ?? 0,
        expected,
        reasonFor: (at: number) => {
          const { note } = stepReasonOf(source, at, typeof expected === "number" ? expected : null);
          return { direction: directionOf(cellOf(source, at), expected), note };
        },
      };
    });
    const contributions = contributionsOf(ofChannels, dataset.columns, profiles, row);
    const explained: RowExplanation = { row, contributions, method: { code: "method.finding" } };
    return [row, withFinding(explained, reason?.note ?? { code: "finding.nothing" })];
  });
  return new Map(entries);
}

function directionOf(value: Cell, expected: Cell): Direction {
  if (value === null) return "missing";
  if (typeof value !== "number") return "rare";
  if (typeof expected !== "number" || value === expected) return "combination";
  return value > expected ? "high" : "low";
}
