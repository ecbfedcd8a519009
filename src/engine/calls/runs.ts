import type { RuleInTable } from "../../core/rules/flag-rule";
import type { ClassesOfRows } from "../../core/detect/class-answers";
/** Types only: what is asked of detectors and their runs. */
import type { Note } from "../../core/data/note";
import type { Backend, Metric } from "../../core/detect/context";
import type { AnyParamValues } from "../../core/detect/param-schema";
import type { MemberWord } from "../../core/detect/test-outcome";
import type { TrainingView } from "../../core/detect/training-view";
import type { Recipe } from "../../core/prepare/recipe";
import type { ConsensusRule } from "../../core/score/consensus";
import type { ScoreScale } from "../../core/score/score-scale";
import type { Stability } from "../../core/score/stability";
import type { Suggestion, ThresholdRule } from "../../core/score/threshold";
import type { Call, HeavyCall, LearningCall } from "./call";
import type { KnownRequest, SaidOfLabel } from "./evaluation";

export interface RunRequest extends SaidOfLabel {
  readonly dataset: string;
  readonly recipe: Recipe;
  readonly detector: string;
  readonly params: AnyParamValues;
  readonly seed: number;
  readonly backend: "auto" | Backend;
  /** What is known of rows, for a detector that is taught by it. */
  readonly taught?: KnownRequest;
}

export interface RunResult {
  readonly key: string;
  readonly request: RunRequest;
  /** By row of the dataset; NaN where the recipe dropped the row. */
  readonly scores: Float64Array;
  /** Rows that were scored, strangest first (ties: first row first). */
  readonly order: Uint32Array;
  /** Scores in that order, descending. */
  readonly sorted: Float64Array;
  readonly scale: ScoreScale;
  /** Named thresholds; found once, because they take a pass over all scores. */
  readonly suggestions: readonly Suggestion[];
  readonly features: readonly string[];
  readonly seconds: { readonly prepare: number; readonly fit: number; readonly score: number };
  readonly notes: readonly Note[];
  readonly metrics: readonly Metric[];
  /** What a network that learned shows of itself, one of each kind. */
  readonly trainingViews: readonly TrainingView[];
  /** The user ended the training before its time: the same request would now give other scores. */
  readonly endedEarly: boolean;
  /** Random numbers were drawn: with another seed the scores can be others. Of a consensus: by a member not ended early. */
  readonly chance: boolean;
  /** Of a detector that knows its own error: its scores say how many samples stand out by mistake. Null of all others. */
  readonly calibration: Calibration | null;
  /** Of a detector that was taught classes: which it takes each row for. */
  readonly classes?: ClassesOfRows;
  /** Absent where all rows were scored; else the rest of them has no score yet, and is being scored. */
  readonly sampled?: Sampled;
}

/** So many of so many rows. */
export interface Sampled {
  readonly rows: number;
  readonly of: number;
}

/** What scores that are evidence rest on: who spoke, and who did not, and why. */
export interface Calibration {
  readonly members: readonly MemberWord[];
}

/** Runs of one table whose ranks become one score. */
export interface CombineRequest {
  readonly dataset: string;
  /** Keys of runs that were made, of one recipe; at least two. */
  readonly runs: readonly string[];
  /** One per run, >= 0. */
  readonly weights: readonly number[];
  readonly rule: ConsensusRule;
}

/** The same, corrected by what a person said of rows. */
export interface GuideRequest extends CombineRequest {
  /** Rows with a verdict, ascending, and whether each is strange (1). */
  readonly marks: { readonly rows: Uint32Array; readonly strange: Uint8Array };
}

/** The same under a person's rules. */
export interface RuleRequest extends CombineRequest {
  readonly rules: readonly RuleInTable[];
}

export interface RunCalls {
  /**
   * Prepares, fits, scores and ranks. Runs and reruns in the thread of the tables wait for each other, those that `runsApart`
   * says go on beside them in threads of the pool; everything else is answered between their checkpoints.
   */
  run: LearningCall<RunRequest, RunResult>;
  /** Combines the ranks of runs: a result like any other, under `consensusKeyOf` the request; its detector is "consensus". */
  combine: HeavyCall<CombineRequest, RunResult>;
  /** A consensus that marks correct: a result like any other, under `guidedKeyOf` the request; its detector is "guided". */
  guide: HeavyCall<GuideRequest, RunResult>;
  /** A consensus under rules: a result like any other, under `ruledKeyOf` the request; its detector is "ruled". */
  rule: HeavyCall<RuleRequest, RunResult>;
  /** How many rows each rule means, and which of the rules mean `row`. */
  rulesOn: Call<
    { readonly dataset: string; readonly rules: readonly RuleInTable[]; readonly row: number | null },
    { readonly counts: readonly number[]; readonly meant: readonly number[] }
  >;
  /**
   * Makes a run once more with another seed and keeps how it ranks the rows for as long as the run is kept; of a
   * consensus the members that make it a matter of chance are made again. Progress counts the whole, whatever its phase.
   */
  rerun: HeavyCall<{ readonly run: string; readonly seed: number }, void>;
  /** The run and its reruns, each with the threshold that `rule` makes of its own scores. Rejects with "unknown-run" when it has none. */
  stability: Call<{ readonly run: string; readonly rule: ThresholdRule }, Stability>;
  /** How many threads may be at runs at once; 1: all is done in the thread of the tables. */
  useThreads: Call<{ readonly threads: number }, void>;
  /** Frees a run's model and scores, and its reruns; the screens decide how many are kept. */
  forget: Call<{ readonly run: string }, void>;
}
