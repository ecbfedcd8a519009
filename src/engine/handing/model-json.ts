import type { KeptModel } from "../../core/models/kept-model";
import { fitScoreScale } from "../../core/score/score-scale";
import { namesHere } from "../models";
import type { StoredRun } from "../stored-run";
import { type ColumnReading, columnReadingOf } from "./column-reading";
import { type FileReading, missingAmongWords } from "./file-reading";
import { formulaOf } from "./formula";
import type { OnnxModel } from "./onnx-model";
import type { TestRows } from "./test-rows";

/** What the scripts have to know beside the graph, as they call it; and which columns they cannot read from text. */
export function modelJson(
  model: KeptModel,
  onnx: OnnxModel,
  {
    table: { dataset, origin },
    request: {
      recipe: { learn: rule },
    },
  }: StoredRun,
  file: FileReading,
  rows: TestRows,
): { readonly json: { readonly formula: object | null }; readonly unread: readonly string[] } {
  const { style } = file;
  const missingWords = missingAmongWords(file);
  const nameOf = namesHere(rule);
  const inputs = onnx.inputs.map(({ input, column, kind }) => {
    // By its name: what a kept detector learned from may stand at another place here.
    const position = dataset.columns.findIndex((one) => one.name === nameOf(column) && one.kind === kind);
    const own = dataset.columns[position];
    const noValue = origin.plan.noValue?.[position] ?? [];
    const seen = rows.seen?.(position) ?? { rows: [], cells: [] };
    const reading = own && columnReadingOf(own, seen, { style, missingWords, noValue });
    return { input, column, written: rows.names[position] ?? column, kind, ...(reading && asCalled(reading)) };
  });
  const json = {
    name: model.name,
    made_at: new Date(model.madeAt).toISOString(),
    learned_from: model.learnedFrom,
    detectors: model.members.map(({ detector, params, weight }) => ({ detector, params, weight })),
    rule: model.rule,
    seed: model.seed,
    threshold: model.threshold.value,
    cut: onnx.cut,
    tolerance: Math.max(1e-5, onnx.error),
    scale: fitScoreScale(model.reference),
    rows_at_once: onnx.rowsAtOnce,
    inputs,
    reading: {
      delimiter: file.format.separator,
      quote: file.quote,
      escape: file.escape,
      encoding: file.encoding,
      header_first: file.header.first,
      header_count: file.header.count,
      decimal: style.decimal,
      missing: style.missing,
      missing_in: file.missingIn,
      columns: rows.names,
      names: dataset.columns.map(({ name }) => name),
    },
    formula: formulaOf(model, onnx.inputs),
  };
  return { json, unread: inputs.filter(({ unread }) => unread).map(({ column }) => column) };
}

/** As Python calls it. */
function asCalled({ noValue, minutesAhead, isUnread, ...same }: ColumnReading) {
  return { ...same, no_value: noValue, minutes_ahead: minutesAhead, unread: isUnread };
}
