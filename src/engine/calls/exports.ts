/** Types only: what is written as a file. */
import type { Sentences } from "../../core/data/fill-note";
import type { CsvFormat } from "../../core/data/csv-format";
import type { Cleaning } from "../../core/clean/cell-changes";
import type { Direction } from "../../core/explain/explanation";
import type { ThresholdRule } from "../../core/score/threshold";
import type { HeavyCall } from "./call";
import type { RunThreshold } from "./comparison";

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
  /** Of what stands out for sure: the one plain reason is written as it is shown. */
  readonly sentences: Sentences;
}

/** What the rows are written as. */
export type FileKind = "csv" | "xlsx" | "parquet";

/** Flagged rows, all, the others (a table without what is strange), or those that are given, in that order. */
export type RowsWanted = "flagged" | "all" | "unflagged" | Uint32Array;

/** A detector that is told of beside the one that is exported. */
export interface FlagColumn extends RunThreshold {
  /** Name of its column. */
  readonly name: string;
}

/** What a person said of rows, in columns of their own. */
export interface MarkColumns {
  /** Names of the three columns. */
  readonly names: { readonly mark: string; readonly note: string; readonly tags: string };
  /** The words of each marked row. */
  readonly byRow: ReadonlyMap<number, { readonly mark: string; readonly note: string; readonly tags: string }>;
}

export interface ExportRequest {
  readonly dataset: string;
  readonly run: string;
  readonly threshold: number;
  readonly rows: RowsWanted;
  /** Absent: delimited text. */
  readonly file?: Exclude<FileKind, "csv">;
  /** How delimited text is written. */
  readonly format: CsvFormat;
  readonly words: ExportWords;
  /** Given: a column with the share of the runs with other seeds that flag the row, each by this rule. */
  readonly stability?: ThresholdRule;
  /** Which other detectors flag a row: a column for each, 1 or 0. */
  readonly flagsOf?: readonly FlagColumn[];
  /** What a person said of the rows; absent: no columns for it. */
  readonly marks?: MarkColumns;
  /** Reasons take most of the time; left out where a person wants none. */
  readonly withoutReasons?: boolean;
  /**
   * Cells as they are written in the source, which is read once more for it, or as they were read. Where the format has no
   * text of its own they are as they were read.
   */
  readonly cells: "as-written" | "as-read";
  /** The table without what is strange in it: only its own columns, the telling cells of flagged rows changed. */
  readonly clean?: { readonly how: Cleaning; readonly words: ChangeWords };
  /** Only the first rows, for a preview; absent: all of them. */
  readonly limit?: number;
}

export interface CountRequest extends Pick<ExportRequest, "run" | "rows" | "threshold" | "cells"> {
  /** Cells that a spreadsheet would run, or that are longer than Excel can hold. */
  readonly of: "formulas" | "long-cells";
}

/** The names of the columns of a list of changes. */
export type ChangeWords = Readonly<Record<"row" | "column" | "was" | "becomes" | "why", string>>;

/** A file of rows. */
export interface ExportedRows {
  readonly file: Blob;
  /** Of a cleaned table: each cell that was changed, in a file of its own. */
  readonly changes?: { readonly file: Blob; readonly count: number };
  /** Cells that got an apostrophe, so that no spreadsheet runs them. */
  readonly guarded: number;
}

export interface ExportCalls {
  /** Rejects with "file-vanished" or "file-changed" where the cells are wanted as written and the source is no longer what was read. */
  exportRows: HeavyCall<ExportRequest, ExportedRows>;
  /** How many cells and names of it are of a kind; rejects likewise. */
  countCells: HeavyCall<CountRequest, number>;
}
