/** Types only: what is asked of sequences of events. Rejected with "illegal-parameter" where the recipe reads the rows otherwise. */
import type { Note } from "../../core/data/note";
import type { Recipe } from "../../core/prepare/recipe";
import type { ScoreScale } from "../../core/score/score-scale";
import type { Call } from "./call";

/** What a run thinks of each event, though it may score sequences as a whole. */
export interface EventScores {
  /** By row of the table; NaN where it is no event. */
  readonly scores: Float64Array;
  readonly scale: ScoreScale;
}

/** The rows of a table as sequences of events. */
export interface EventSequences {
  /** The symbols, the most frequent first; the empty string stands for events without one. */
  readonly vocabulary: readonly string[];
  /** Events of each symbol. */
  readonly counts: Uint32Array;
  /** What the sequences are called; one without a name where no column names them. */
  readonly names: readonly string[];
  /** The events of sequence s are those from `starts[s]` to before `starts[s + 1]`. */
  readonly starts: Uint32Array;
  /** The row of each event, and the place of its symbol in the vocabulary. */
  readonly rows: Uint32Array;
  readonly symbols: Uint32Array;
  readonly notes: readonly Note[];
}

export interface EventSequencesRequest {
  readonly dataset: string;
  /** It reads the rows as events. */
  readonly recipe: Recipe;
}

export interface EventCalls {
  eventSequences: Call<EventSequencesRequest, EventSequences>;
  /** Events are scored once more where the run scored sequences as a whole. */
  eventScores: Call<{ readonly run: string }, EventScores>;
}
