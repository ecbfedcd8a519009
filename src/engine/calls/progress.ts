/** Types only: what a call tells while it works. */
import type { Metric } from "../../core/detect/context";
import type { Note } from "../../core/data/note";
import type { TrainingView } from "../../core/detect/training-view";
import type { RunResult } from "./runs";

export type Phase = "read" | "profile" | "prepare" | "fit" | "score" | "rank" | "write";

export interface Progress {
  readonly phase: Phase;
  /** 0 to 1 of this phase; null when unknown. */
  readonly done: number | null;
  readonly rows?: number;
  readonly bytes?: number;
  readonly totalBytes?: number;
  readonly metrics?: readonly Metric[];
  /** New views of the training, each in place of the earlier one of its kind. */
  readonly trainingViews?: readonly TrainingView[];
  /** All that the run has said so far. */
  readonly notes?: readonly Note[];
  /** What a sample of the rows says, told once, before all are scored: a result like any other, under a key of its own. */
  readonly firstLook?: RunResult;
}
