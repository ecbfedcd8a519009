/** Types only: how a run agrees with what is known to be strange. */
import type { Note } from "../../core/data/note";
import type { EventQuality } from "../../core/score/event-metrics";
import type { LabelledWindow } from "../../core/series/labelled-windows";
import type { Confusion } from "../../core/evaluate/figures";
import type { ByTruth } from "../../core/score/best-threshold";
import type { Judged } from "../../core/evaluate/judged";
import type { EventLead } from "../../core/evaluate/event-leads";
import type { Figure } from "../../core/evaluate/interval";
import type { StrangeGuess } from "../../core/truth/guess-strange";
import type { TruthSource } from "../../core/truth/truth-sources";
import type { Call } from "./call";
import type { RunThreshold } from "./comparison";

/** How a run agrees with labels at a threshold. */
export interface Evaluation {
  /** The column whose role is "label"; null: labelled windows. */
  readonly column: number | null;
  /** The values of the label that mean strange; empty: labelled windows. */
  readonly positive: readonly string[];
  /** Rows with a score of which it is known whether they are strange. */
  readonly rows: number;
  /** Those of them that are. */
  readonly positives: number;
  readonly rocAuc: number;
  readonly averagePrecision: number;
  /** Of the flagged ones among `rows`, those that are strange. */
  readonly hits: number;
  readonly flagged: number;
  /** Of a series: flagged stretches against labelled ones. */
  readonly stretches: EventQuality | null;
}

/** What else there is to know of a series that is evaluated. */
export interface SeriesTruth {
  /** Labelled windows of time, of all series alike; null: a column is the label. */
  readonly windows: readonly LabelledWindow[] | null;
  /** How flagged steps become stretches, see StretchesRequest. */
  readonly leastSteps: number;
  readonly mergeGap: number;
}

/** Volumes under the surface, whatever the threshold: the mean over the series that have labels. */
export interface SeriesVus {
  readonly roc: number;
  readonly pr: number;
  /** Series that have steps of both kinds. */
  readonly series: number;
}

/** The values of a label column, and which of them mean strange by a guess. */
export interface LabelValues extends StrangeGuess {
  /** The most frequent first; a blank cell is the empty text, where it is a value. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** What a person says of the label column. */
export interface SaidOfLabel {
  /** Its values that mean strange; absent: as guessed. */
  readonly strange?: readonly string[];
}

export interface LeaksRequest extends SaidOfLabel {
  readonly dataset: string;
  /** The label. */
  readonly column: number;
}

/** A column that gives the label away, and how. */
export interface Leak {
  readonly column: number;
  readonly why: Note;
}

export interface EvaluationRequest extends SaidOfLabel {
  readonly run: string;
  readonly threshold: number;
  /** Of a series: windows take the place of the label column. */
  readonly series?: SeriesTruth;
}

export interface VusRequest extends SaidOfLabel {
  readonly run: string;
  /** Null: the label column. */
  readonly windows: readonly LabelledWindow[] | null;
}

/** Rows that a person said to be strange (1) or not (0), ascending. */
export interface MarkedTruth {
  readonly rows: Uint32Array;
  readonly strange: Uint8Array;
}

/** What is resampled as one: a row, a whole series, steps that follow each other, a sequence. */
export type UnitName = "row" | "series" | "block" | "sequence";

/** What is known of the rows of a table, and by what. */
export interface KnownRequest extends SaidOfLabel {
  readonly sources: readonly TruthSource[];
  readonly series?: SeriesTruth;
  readonly marks?: MarkedTruth;
}

export interface JudgeRequest extends KnownRequest {
  /** `by`: by what its threshold was chosen, where that is what is known of the rows. */
  readonly detectors: readonly (RunThreshold & { readonly by?: ByTruth })[];
  /** How much recall counts in F-beta, and of how many rows the hits are told. */
  readonly beta: number;
  readonly k: number;
}

/** A detector as it fares. */
export interface JudgedRun extends Judged {
  readonly run: string;
  /** Of a threshold that was chosen by what is known: chosen on one half and counted on the other, both ways; else null. */
  readonly crossFitted: Confusion | null;
  /** Of a series: labelled stretches that were found, and flagged ones that are right. */
  readonly stretches: { readonly found: Figure; readonly right: Figure; readonly labelled: number } | null;
  /** Of a series: when each labelled stretch was first flagged, and how long a step is in the unit of its times. */
  readonly leads: readonly EventLead[] | null;
}

/** Detectors judged by one truth: by the rows that all of them scored. */
export interface Judgement {
  readonly column: number | null;
  readonly positive: readonly string[];
  readonly rows: number;
  readonly positives: number;
  readonly conflicts: number;
  readonly unit: UnitName;
  readonly units: number;
  readonly detectors: readonly JudgedRun[];
}

export interface EvaluationCalls {
  /** Null where nothing is known of the scored rows, or all of them are the same. */
  judge: Call<JudgeRequest, Judgement | null>;
  /** Null where the column cannot be a label: one value, or too many. */
  labelValues: Call<{ readonly dataset: string; readonly column: number }, LabelValues | null>;
  /** Columns that by themselves tell of a label nearly all that it says, whatever they are for. */
  leaks: Call<LeaksRequest, readonly Leak[]>;
  /** Null where no column is a label, the label tells nothing apart, or says nothing of the rows with a score. */
  evaluate: Call<EvaluationRequest, Evaluation | null>;
  /** Null where no series has steps of both kinds, "too-long" where it would take minutes. */
  vus: Call<VusRequest, SeriesVus | "too-long" | null>;
}
