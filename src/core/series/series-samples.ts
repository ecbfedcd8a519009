import type { CalendarPeriod } from "./calendar-period";
import type { ColumnSamples } from "../detect/column-samples";
import type { SamplesBase } from "../detect/samples-base";

/** A period that a series shows: how long it is, how alike its repetitions are (0 to 1), and what the calendar calls it. */
export interface SeriesPeriod {
  readonly steps: number;
  readonly strength: number;
  readonly name: CalendarPeriod | null;
}

/** In the order of the file, the clock does something else than go on. */
export interface ClockEvent {
  readonly is: "back" | "twice";
  /** The step of the row at which it does. */
  readonly step: number;
  /** The step after the last that lies before a time that had been reached. */
  readonly to: number;
  /** From the time that should have come to the one that came, in the unit of times; 0 where it comes twice. */
  readonly by: number;
}

/** The origin of a step that no row stands for: it was interpolated. */
export const NO_ROW = 0xffffffff;

/**
 * Steps of one or many series on an even grid, one after the other: sample i is one step, `shape` is [channels],
 * `features` are the channels, `origin` the row of the table or NO_ROW. Values are standardised over each whole
 * series. A detector of series gives one score per step, which may depend on the steps around it in the same series
 * and on nothing else.
 */
export interface SeriesSamples extends SamplesBase {
  readonly kind: "series";
  /** Where each series begins; one more entry, `count`, at the end. A gap that was not filled begins a new series. */
  readonly starts: Uint32Array;
  /** Time of each step: epoch milliseconds, the number of the time column, or (no time column) the place in its series. */
  readonly times: Float64Array;
  /** Whether `times` are epoch milliseconds, so that hours and weekdays mean something. */
  readonly isClock: boolean;
  /** How many milliseconds one unit of `times` is, 1 of a clock; null where nobody said. */
  readonly unitMs: number | null;
  /** Between two steps, in the unit of `times`. */
  readonly step: number;
  /** Steps until the series repeats itself: the first of its periods, null where it does not. */
  readonly period: number | null;
  /** All its periods, the strongest first: a week, and the day within it. */
  readonly periods: readonly SeriesPeriod[];
  /** Steps of a window: chosen by the person, or suggested. */
  readonly window: number;
  /** Steps from one window to the next. */
  readonly stride: number;
  readonly points: "covering" | "last";
  /** Where the clock goes back or stands still, in the order of the file. Absent: nobody looked. */
  readonly clock?: readonly ClockEvent[];
  /** Whether nothing was measured of a channel at a step, so that its value was put there. Absent: all was measured. */
  isFilled?(step: number, channel: number): boolean;
  /** A value of a channel at a step in the units of its column. Absent: samples have these units. */
  inUnits?(step: number, channel: number, value: number): number;
}

/**
 * Events of many sequences one after the other: sample i is one event, width 1, its number the code of its symbol in
 * `vocabulary`.
 */
export interface EventSamples extends SamplesBase {
  readonly kind: "events";
  readonly vocabulary: readonly string[];
  /** Where each sequence begins; one more entry, `count`, at the end. */
  readonly starts: Uint32Array;
  readonly level: "event" | "sequence";
  /** When each event happened, on a clock or by numbers; absent where only the order is known. */
  readonly times?: { readonly values: Float64Array; readonly isClock: boolean };
  /** The cells of each event: its symbol, then what else its row says. A reason names these features. Absent: no other cells. */
  readonly cells?: ColumnSamples;
  /** The known class of each sequence, from 0; -1 where it is unknown. Absent: no column says of which class they are. */
  readonly classes?: Int32Array;
  readonly classNames?: readonly string[];
}
