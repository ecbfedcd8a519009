/** Types only: what is written as a file. */
import type { CsvFormat } from "../../core/data/csv-format";
import type { Direction } from "../../core/explain/explanation";
import type { ThresholdRule } from "../../core/score/threshold";
import type { HeavyCall } from "./call";

/** The words of an export, in the person's language. */
export interface ExportWords {
  readonly score: string;
  readonly percentile: string;
  readonly score100: string;
  readonly flagged: string;
  readonly reasons: string;
  readonly stability: string;
  readonly sourceRow: string;
  readonly directions: Readonly<Record<Direction, string>>;
}

export interface ExportRequest {
  readonly dataset: string;
  readonly run: string;
  readonly threshold: number;
  readonly rows: "flagged" | "all";
  readonly format: CsvFormat;
  readonly words: ExportWords;
  /** Given: a column with the share of the runs with other seeds that flag the row, each by this rule. */
  readonly stability?: ThresholdRule;
  /** Only the first rows, for a preview; absent: all of them. */
  readonly limit?: number;
}

export interface ExportCalls {
  exportCsv: HeavyCall<ExportRequest, Blob>;
}
