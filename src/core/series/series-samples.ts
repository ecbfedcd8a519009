import type { Samples } from "../detect/samples";

/** The origin of a step that no row stands for: it was interpolated. */
export const NO_ROW = 0xffffffff;

/**
 * Steps of one or many series on an even grid, one after the other: sample i is one step, `shape` is [channels],
 * `features` are the channels, `origin` the row of the table or NO_ROW. Values are standardised over each whole
 * series. A detector of series gives one score per step, which may depend on the steps around it in the same series
 * and on nothing else.
 */
export interface SeriesSamples extends Samples {
  readonly kind: "series";
  /** Where each series begins; one more entry, `count`, at the end. A gap that was not filled begins a new series. */
  readonly starts: Uint32Array;
  /** Time of each step: epoch milliseconds, the number of the time column, or (no time column) the place in its series. */
  readonly times: Float64Array;
  /** Whether `times` are epoch milliseconds, so that hours and weekdays mean something. */
  readonly isClock: boolean;
  /** Between two steps, in the unit of `times`. */
  readonly step: number;
  /** Steps until the series repeats itself (the first peak of the autocorrelation), null where it does not. */
  readonly period: number | null;
  /** Steps of a window: chosen by the person, or suggested. */
  readonly window: number;
  /** Steps from one window to the next. */
  readonly stride: number;
  readonly points: "covering" | "last";
}

/**
 * Events of many sequences one after the other: sample i is one event, width 1, its number the code of its symbol in
 * `vocabulary`.
 */
export interface EventSamples extends Samples {
  readonly kind: "events";
  readonly vocabulary: readonly string[];
  /** Where each sequence begins; one more entry, `count`, at the end. */
  readonly starts: Uint32Array;
  readonly level: "event" | "sequence";
}

/** Narrow what a detector that accepts only "series" or "events" was given; throws where it was given something else. */
export function seriesOf(samples: Samples): SeriesSamples {
  // The kind decides which fields there are: only makers of such samples set it.
  if (samples.kind === "series") return samples as SeriesSamples;
  throw new Error(`needs a series, was given ${samples.kind}`);
}

export function eventsOf(samples: Samples): EventSamples {
  // As above.
  if (samples.kind === "events") return samples as EventSamples;
  throw new Error(`needs events, was given ${samples.kind}`);
}
