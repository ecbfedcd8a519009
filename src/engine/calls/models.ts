/** Types only: what is asked of detectors that are kept with what they learned. */
import type { BatchVerdict } from "../../core/models/batch-verdict";
import type { Drift } from "../../core/models/drift";
import type { ModelCard } from "../../core/models/kept-model";
import type { SharesBeside } from "../../core/models/shares-beside";
import type { ColumnKind } from "../../core/data/column";
import type { Source } from "../../io/read/source";
import type { Call, HeavyCall } from "./call";

export type { ModelCard };

export interface KeepModelRequest {
  readonly id: string;
  readonly name: string;
  readonly madeAt: number;
  /** The run on screen, of one detector or of several. */
  readonly run: string;
  /** The instances whose runs it is made of. */
  readonly members: readonly { readonly id: string; readonly run: string; readonly weight: number }[];
  readonly threshold: { readonly value: number; readonly rule: string };
}

/** How a column of a file lies against what a model learned from. */
export interface ColumnDrift extends Drift {
  readonly name: string;
  /** Its position in the table; null where it is not there. */
  readonly column: number | null;
  readonly missingBefore: number;
  readonly missingNow: number;
  /** Levels that were never seen, the most frequent first; a few. */
  readonly newLevels: readonly string[];
  /** How many times larger the usual size is now, where it is a power of ten: another unit, a lost decimal sign; else null. */
  readonly times: number | null;
  /** What it was read as, where that is something else than where the model learned; else null. */
  readonly readAs: ColumnKind | null;
  /** How its values are spread before and now; null where there are none to lay beside each other. */
  readonly beside: SharesBeside | null;
  /** It lies otherwise for sure, all columns taken together. */
  readonly isOther: boolean;
}

export interface ModelCheck {
  readonly columns: readonly ColumnDrift[];
  readonly scores: Drift;
  readonly verdict: BatchVerdict;
  /** How well a classifier tells new rows from those that were learned from, where that is no chance; else null. */
  readonly apart: { readonly auc: number; readonly p: number } | null;
  /** The data has changed so that the model may be wrong. */
  readonly matters: boolean;
}

/** One file as a kept model sees it: a line of the table of several files in a row. */
export interface ScoredFile {
  readonly rows: number;
  /** Rows that could not be scored. */
  readonly unscored: number;
  readonly flagged: number;
  /** The strangest row, from 0, as it is counted in the file, and how strange it is (0-100); null: none has a score. */
  readonly strangest: { readonly row: number; readonly score100: number } | null;
  /** First and last moment; null where no column tells the time. */
  readonly period: readonly [number, number] | null;
  readonly check: ModelCheck;
  /** Columns that are called a little otherwise here, by the names that the model knows. */
  readonly renamed: readonly { readonly name: string; readonly to: string }[];
}

export interface ModelCalls {
  /** The newest first. */
  models: Call<null, readonly ModelCard[]>;
  /** Keeps what runs learned. Rejects with "unknown-run", and as writing does. */
  keepModel: HeavyCall<KeepModelRequest, ModelCard>;
  renameModel: Call<{ readonly id: string; readonly name: string }, ModelCard>;
  removeModel: Call<{ readonly id: string }, null>;
  /** The file of a model: plain data. */
  modelFile: Call<{ readonly id: string }, Blob>;
  /** Takes a model from its file. Rejects with "bad-model", "newer-model". */
  takeModel: Call<{ readonly file: Blob }, ModelCard>;
  /** Reads a file, scores it by a model, and lets go of it again. Rejects as looking, reading and running do. */
  scoreFile: HeavyCall<{ readonly model: string; readonly source: Source }, ScoredFile>;
  /** How a table that a model scored, by the run on screen, lies against what it learned from. */
  checkModel: Call<{ readonly model: string; readonly run: string }, ModelCheck>;
}
