/** Types only: how a call to the engine is declared, and what it is like while it works. */
import type { Metric } from "../../core/detect/context";
import type { Note } from "../../core/data/note";
import type { TrainingView } from "../../core/detect/training-view";

/** One question, one answer. */
export interface Call<Request, Answer> {
  readonly request: Request;
  readonly answer: Answer;
}

/** A call that takes its time: it tells how far it is, and can be cancelled. */
export interface HeavyCall<Request, Answer> extends Call<Request, Answer> {
  readonly isHeavy: true;
}

/** A heavy call that learns step by step, and can be asked for what it has so far. */
export interface LearningCall<Request, Answer> extends HeavyCall<Request, Answer> {
  readonly isLearning: true;
}

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
}

/** Work under way: its result, and a way to stop it. */
export interface Job<T> {
  readonly result: Promise<T>;
  cancel(): void;
}

/** A job that learns step by step and can be asked for what it has so far. */
export interface LearningJob<T> extends Job<T> {
  /** The training ends at its next step and the result comes from the best model so far; other detectors just go on. */
  endEarly(): void;
}
