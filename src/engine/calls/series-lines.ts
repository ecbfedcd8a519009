/** Types only: series as they are drawn. */
import type { SeriesPeriod } from "../../core/series/series-samples";
import type { Note } from "../../core/data/note";
import type { Recipe } from "../../core/prepare/recipe";
import type { SaidOfLabel } from "./evaluation";

/** A channel of a series: the position and name of its column. */
export interface ChannelCard {
  readonly column: number;
  readonly name: string;
}

/** A line to draw, gathered into buckets of time: the smallest and largest value of each, so that every spike is kept. */
export interface Line {
  /** The first time of each bucket. */
  readonly times: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Buckets before which the line is broken, because a gap there was not filled. */
  readonly breaks: Uint32Array;
}

/** One whole series of a table, its parts between gaps together. */
export interface SeriesCard {
  /** The value of the group column; empty where there is none. */
  readonly name: string;
  readonly steps: number;
  /** How many parts its gaps leave. */
  readonly parts: number;
  readonly line: Line;
  /** Times, both included, that the label column calls strange, 5,000 at most; none where no column is a label. */
  readonly labelled: readonly { readonly from: number; readonly to: number }[];
}

export interface SeriesOverviewRequest extends SaidOfLabel {
  readonly dataset: string;
  /** Its rows are steps of series. */
  readonly recipe: Recipe;
  /** The column to draw; null: the first channel. */
  readonly channel: number | null;
  /** Buckets of each line, about; fewer where there are many series. */
  readonly buckets: number;
}

/** What the rows of a table are as series, before any detector. */
export interface SeriesOverview {
  readonly channels: readonly ChannelCard[];
  /** The column drawn, in its units. */
  readonly channel: number;
  readonly series: readonly SeriesCard[];
  readonly isClock: boolean;
  /** How many milliseconds one unit of times is; null where nobody knows. */
  readonly unitMs: number | null;
  readonly step: number;
  readonly period: number | null;
  /** All its periods, the strongest first, each with the window that suits it. */
  readonly periods: readonly (SeriesPeriod & { readonly window: number })[];
  /** Steps of a window as it is used, and as the data suggest it. */
  readonly window: number;
  readonly suggestedWindow: number;
  readonly stride: number;
  readonly notes: readonly Note[];
}

export interface SeriesDetailRequest {
  readonly run: string;
  /** Position in the overview's list. */
  readonly series: number;
  /** Times, both included; null: from the first, to the last. */
  readonly from: number | null;
  readonly to: number | null;
  readonly buckets: number;
  /** Columns to draw; absent: all channels, 20 at most. */
  readonly channels?: readonly number[];
}

/** A stretch of a series as a run sees it. Every array has one entry per bucket. */
export interface SeriesDetail {
  readonly times: Float64Array;
  readonly breaks: Uint32Array;
  /** The highest score of each bucket and the row that has it; NaN and 0xffffffff where no row has one. */
  readonly scores: Float64Array;
  readonly rows: Uint32Array;
  readonly channels: readonly (ChannelCard & {
    readonly low: Float64Array;
    readonly high: Float64Array;
    /** What the detector expected, in the units of the column, NaN where nothing; null where it does not say. */
    readonly expected: {
      readonly low: Float64Array;
      readonly high: Float64Array;
      /** The usual departure from it (1.4826 times the median one): the half-width of a band around it. */
      readonly spread: number;
    } | null;
  })[];
}

/** The step of a row. */
export interface StepAt {
  /** Position in the overview's list. */
  readonly series: number;
  readonly time: number;
}

/** How a channel of a series resembles itself some steps later. */
export interface Autocorrelation {
  /** By lag in steps, from 0; of at most 20,000 lags. */
  readonly correlation: Float64Array;
  /** Of this channel alone. */
  readonly period: number | null;
  readonly suggestedWindow: number;
  readonly step: number;
}
