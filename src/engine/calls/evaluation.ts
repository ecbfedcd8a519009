/** Types only: how a run agrees with what is known to be strange. */
import type { EventQuality } from "../../core/score/event-metrics";
import type { LabelledWindow } from "../../core/series/labelled-windows";
import type { Call } from "./call";

/** How a run agrees with labels at a threshold. */
export interface Evaluation {
  /** The column whose role is "label"; null: labelled windows. */
  readonly column: number | null;
  /** The value of the label that was taken for strange, the rarest one; empty: labelled windows. */
  readonly positive: string;
  /** Rows that have it, of those with a score. */
  readonly positives: number;
  readonly rocAuc: number;
  readonly averagePrecision: number;
  /** Of the flagged rows, those that have it. */
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

export interface EvaluationRequest {
  readonly run: string;
  readonly threshold: number;
  /** Of a series: windows take the place of the label column. */
  readonly series?: SeriesTruth;
}

export interface VusRequest {
  readonly run: string;
  /** Null: the label column. */
  readonly windows: readonly LabelledWindow[] | null;
}

export interface EvaluationCalls {
  /** Null where no column is a label, or the label tells nothing apart. */
  evaluate: Call<EvaluationRequest, Evaluation | null>;
  /** Null where no series has steps of both kinds, "too-long" where it would take minutes. */
  vus: Call<VusRequest, SeriesVus | "too-long" | null>;
}
