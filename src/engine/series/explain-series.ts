import type { Note } from "../../core/data/note";
import type { RowExplanation } from "../../core/explain/explanation";
import { contributionsOf } from "../../core/series/step-reason";
import type { CallTools } from "../calls/host";
import type { FittedRun } from "../stored-run";
import { findingStatements } from "./explain-findings";
import { stepAttributions } from "./explain-steps";
import { windowAttributions } from "./explain-windows";
import { stepOfRow, type SeriesInput } from "./series-inputs";

/**
 * How detectors speak of the steps of series: by channels, of the step itself or of the strangest window around it.
 * @param courseFor what is expected of all steps by a member that follows no event; null: each detector says it itself
 */
export function stepSpeechOf(
  inputOf: (run: FittedRun) => Promise<SeriesInput>,
  courseFor: () => Promise<Float32Array | null>,
) {
  return async (run: FittedRun, rows: Uint32Array, tools: CallTools): Promise<Map<number, RowExplanation>> => {
    const input = await inputOf(run);
    const { series } = input;
    if (input.sees === "steps" && input.detector.reasons) {
      const seen = {
        samples: series.samples,
        columns: series.channelColumns,
        stepOf: (row: number) => stepOfRow(series, row),
      };
      return findingStatements(run, seen, input.detector, rows, tools);
    }
    const { dataset, profiles } = run.table;
    const steps = [...new Set(Array.from(rows, (row) => stepOfRow(series, row)).filter((step) => step >= 0))];
    const found =
      input.sees === "steps"
        ? await stepAttributions(run, input, steps, await courseFor(), tools)
        : await windowAttributions(run, input, steps, tools);
    const method: Note = { code: input.sees === "steps" ? "method.step" : "method.window" };
    const entries = Array.from(rows, (row): [number, RowExplanation] => {
      const own = found.get(stepOfRow(series, row)) ?? [];
      return [row, { row, contributions: contributionsOf(own, dataset.columns, profiles, row), method }];
    });
    return new Map(entries);
  };
}
