/** Types only: what is asked of series beside what is asked of all tables. */
import type { CsvFormat } from "../core/data/csv-format";
import type { Note } from "../core/data/note";
import type { Recipe } from "../core/prepare/recipe";
import type { ScoreScale } from "../core/score/score-scale";

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

export interface SeriesOverviewRequest {
  readonly dataset: string;
  /** Its shape is a series. */
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
  readonly step: number;
  readonly period: number | null;
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

export interface StretchesRequest {
  readonly run: string;
  readonly threshold: number;
  /** Shorter stretches are left out. */
  readonly leastSteps: number;
  /** Stretches with at most so many ordinary steps between them are one. */
  readonly mergeGap: number;
}

/** Flagged steps that belong together. Times are those of the steps, both included. */
export interface Stretch {
  readonly series: number;
  readonly from: number;
  readonly to: number;
  /** Steps from first to last, and how many of them are flagged. */
  readonly steps: number;
  readonly flagged: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** The highest score, and the time and row that have it. */
  readonly peak: number;
  readonly peakTime: number;
  readonly peakRow: number;
  /** The channels that depart most, the most first, five at most. */
  readonly channels: readonly {
    readonly column: number;
    /** Share of the squared departures of all channels. */
    readonly share: number;
    /** Where it departs most, in the units of the column: what was there, and what was expected (else the mean of the series). */
    readonly actual: number;
    readonly expected: number;
    /** How many times the usual departure that is. */
    readonly times: number;
  }[];
}

export interface Stretches {
  /** The highest peak first, 5,000 at most. */
  readonly stretches: readonly Stretch[];
  /** How many there are. */
  readonly total: number;
  /** The highest score of each whole series, NaN where it has none. */
  readonly peaks: Float64Array;
}

/** The names of the columns of a list of stretches, in the person's language. */
export interface StretchWords {
  readonly series: string;
  readonly from: string;
  readonly to: string;
  readonly steps: string;
  readonly flagged: string;
  readonly peak: string;
  readonly peakTime: string;
  readonly firstRow: string;
  readonly lastRow: string;
  readonly channels: string;
  readonly actual: string;
  readonly expected: string;
  readonly departure: string;
}

export interface StretchesExport extends StretchesRequest {
  readonly format: CsvFormat;
  readonly words: StretchWords;
}

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
