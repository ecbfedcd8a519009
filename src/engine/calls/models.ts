/** Types only: what is asked of detectors that are kept with what they learned. */
import type { BatchVerdict } from "../../core/models/batch-verdict";
import type { Drift } from "../../core/models/drift";
import type { ModelCard } from "../../core/models/kept-model";
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
  /** It lies otherwise for sure, all columns taken together. */
  readonly isOther: boolean;
}

export interface ModelCheck {
  readonly columns: readonly ColumnDrift[];
  readonly scores: Drift;
  readonly verdict: BatchVerdict;
  /** The data has changed so that the model may be wrong. */
  readonly matters: boolean;
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
  /** How a table that a model scored, by the run on screen, lies against what it learned from. */
  checkModel: Call<{ readonly model: string; readonly run: string }, ModelCheck>;
}
