/** Types only: why rows have their scores. */
import type { Cell } from "../../core/data/column";
import type { ActualAndExpected } from "../../core/detect/detector";
import type { RowExplanation } from "../../core/explain/explanation";
import type { Fidelity } from "../../core/explain/fidelity";
import type { InCommon } from "../../core/explain/in-common";
import type { Call } from "./call";
import type { RunThreshold } from "./comparison";

/** The ordinary row that resembles a strange one most. */
export interface NearestOrdinary {
  readonly row: number;
  readonly sourceRow: number;
  readonly cells: readonly Cell[];
}

export interface FidelityRequest {
  readonly run: string;
  readonly row: number;
  /** Positions of the columns that are named as reasons. */
  readonly named: readonly number[];
}

export interface NearestRequest {
  readonly run: string;
  readonly row: number;
  /** Decides who is ordinary. */
  readonly threshold: number;
}

/** Values of a number beside what the other columns lead to, of the strangest rows and of some of the others. */
export interface ExpectedPoints extends ActualAndExpected {
  readonly column: string;
  /** The row of each point, the strangest first. */
  readonly rows: Uint32Array;
}

export interface ReasonCalls {
  explain: Call<{ readonly run: string; readonly rows: Uint32Array }, readonly RowExplanation[]>;
  /** What the row would score with the named columns as usual; null where it has no score. */
  fidelity: Call<FidelityRequest, Fidelity | null>;
  nearest: Call<NearestRequest, NearestOrdinary | null>;
  /** Null where the detector expects nothing of a number. */
  expectedPoints: Call<{ readonly run: string }, ExpectedPoints | null>;
  /** What the rows that a run flags have in common and few others have, the surest first; often nothing. */
  inCommon: Call<RunThreshold, readonly InCommon[]>;
}
