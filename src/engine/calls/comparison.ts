/** Types only: what is asked of several runs together. */
import type { Parts } from "../../core/score/agreement";
import type { Call } from "./call";

/** The rows that a run flags: those with score >= threshold. */
export interface RunThreshold {
  readonly run: string;
  readonly threshold: number;
}

export interface ComparisonCalls {
  /** Spearman's rank correlation of every run with every other, in the order asked. */
  agree: Call<{ readonly runs: readonly string[] }, readonly (readonly number[])[]>;
  /** All rows that are flagged by any of the runs, split by which of them flag it. */
  split: Call<{ readonly flagged: readonly RunThreshold[] }, Parts>;
}
