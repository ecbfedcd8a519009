/** Types only: how a call to the engine is declared. */

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
