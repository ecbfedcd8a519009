import { cellAt, type ColumnSamples } from "../../core/detect/column-samples";
import type { FindingReason } from "../../core/detect/test-outcome";
import type { Note } from "../../core/data/note";
import type { FewValues } from "../../core/findings/few-values";
import type { Measure } from "../../core/findings/measure";

/** From this factor on a value is told as a multiple or a part of what was expected. */
const MIN_TOLD_RATIO = 2;

/** How a value lies to what was expected, for the choice of words. */
export type Side = "times" | "part" | "above" | "below";

/** As a multiple or a part where both are of one sign and far apart, else above or below. */
export function sideOf(value: number, expected: number): Side {
  const ratio = value / expected;
  if (expected !== 0 && ratio >= MIN_TOLD_RATIO && value > 0) return "times";
  if (expected > 0 && ratio > 0 && ratio <= 1 / MIN_TOLD_RATIO) return "part";
  return value >= expected ? "above" : "below";
}

/** A ratio as it is told: "14 times", "3 %". */
export function ratioValues(value: number, expected: number): Record<"times" | "percent", number> {
  return { times: rounded(value / expected), percent: rounded((100 * value) / expected) };
}

/** The number of a cell of a number or time column; NaN where it is missing or no number. */
export function numberAt({ columns, origin }: ColumnSamples, feature: number, sample: number): number {
  const column = columns[feature];
  if (column?.kind !== "number" && column?.kind !== "time") return NaN;
  return column.values[origin[sample]!]!; // a sample, and a row of the table
}

/** Of a value far from what is usual in its column. */
export function farValueReason(
  samples: ColumnSamples,
  feature: number,
  sample: number,
  { usual, ruler }: Pick<Measure, "usual" | "ruler">,
): FindingReason {
  const value = numberAt(samples, feature, sample);
  const column = samples.features[feature]!; // one of the features
  const side = ruler === "plain" && value > usual.low && value < usual.high ? "above" : sideOf(value, usual.middle);
  const values = { column, value, usual: rounded(usual.middle), low: rounded(usual.low), high: rounded(usual.high) };
  return { note: noteOf(), features: [feature], expected: usual.middle };

  function noteOf(): Note {
    if (value < 0 && usual.low >= 0) return { code: "column-finding.negative", values: { column, value } };
    const { times, percent } = ratioValues(value, usual.middle);
    if (side === "times") return { code: "column-finding.times-usual", values: { ...values, times } };
    if (side === "part" && ruler !== "plain")
      return { code: "column-finding.part-of-usual", values: { ...values, percent } };
    return { code: value > usual.middle ? "column-finding.above-usual" : "column-finding.below-usual", values };
  }
}

/** Of a value far beyond the few that its column has. */
export function fewValuesReason(
  samples: ColumnSamples,
  feature: number,
  sample: number,
  { low, high }: FewValues,
): FindingReason {
  const value = numberAt(samples, feature, sample);
  const values = { column: samples.features[feature]!, value, low, high }; // one of the features
  const code = value > high ? "column-finding.above-usual" : "column-finding.below-usual";
  return { note: { code, values }, features: [feature], expected: null };
}

/** Three digits are enough for a person. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** A cell as the text that names it. */
export function namedCell(samples: ColumnSamples, feature: number, sample: number): string {
  return String(cellAt(samples, sample, feature) ?? "");
}
