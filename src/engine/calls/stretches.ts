/** Types only: flagged steps that belong together. */
import type { CsvFormat } from "../../core/data/csv-format";

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
