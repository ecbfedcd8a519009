import type { Detector } from "../core/detect/detector";
import type { ConsensusRule } from "../core/score/consensus";
import type { RunRequest, RunResult } from "./protocol";
import type { Table } from "./tables";

interface Stored {
  readonly request: RunRequest;
  readonly table: Table;
  readonly result: RunResult;
}

/** A detector's run as the worker keeps it: enough to explain, project and export without fitting again. */
export interface FittedRun extends Stored {
  readonly kind: "fitted";
  readonly detector: Detector;
  readonly model: unknown;
  /** Scores, descending, by which its own become ranks in a consensus: of the rows learned from; absent: its own. */
  readonly among?: Float64Array;
}

/** Several runs as one. It holds its members itself: they may be forgotten before it. */
export interface CombinedRun extends Stored {
  readonly kind: "combined";
  /** At least two. */
  readonly members: readonly FittedRun[];
  readonly weights: readonly number[];
  readonly rule: ConsensusRule;
}

export type StoredRun = FittedRun | CombinedRun;

/** The run itself, or the first member of a consensus. */
export function firstMember(run: StoredRun): FittedRun {
  return run.kind === "fitted" ? run : run.members[0]!; // a consensus has members
}
