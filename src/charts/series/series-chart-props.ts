import type { Dispatch, ReactNode, SetStateAction } from "react";
import type { View } from "../plane/view";
import type { TimeLine, TimeSpan } from "./time-line";

/** A channel in view; every array has one entry per bucket. */
export interface ChannelLine {
  readonly name: string;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** What the detector expected, with the half-width of the band around it; null where it does not say. */
  readonly expected: { readonly low: Float64Array; readonly high: Float64Array; readonly spread: number } | null;
}

/** What is known of the time in view, and perhaps of some around it. */
export interface DetailLines {
  readonly times: Float64Array;
  readonly breaks: Uint32Array;
  /** The highest score of each bucket; NaN where it has none. */
  readonly scores: Float64Array;
  readonly channels: readonly ChannelLine[];
}

export interface Lane {
  readonly name: string;
  readonly spans: readonly TimeSpan[];
}

export interface SeriesChartProps {
  readonly title: string;
  /** Where the series begins and ends. */
  readonly extent: TimeSpan;
  /** Whether times are epoch milliseconds. */
  readonly isClock: boolean;
  /** Between two steps: what can be zoomed to. */
  readonly step: number;
  readonly overview: TimeLine;
  /** Null while it is not known. */
  readonly detail: DetailLines | null;
  /** The time in view as shares of the extent. */
  readonly view: readonly [View, Dispatch<SetStateAction<View>>];
  /** All scores of the run, descending. */
  readonly sorted: Float64Array;
  readonly threshold: number;
  onThreshold(value: number): void;
  /** Flagged stretches of this series. */
  readonly stretches: readonly TimeSpan[];
  /** Windows that are known to be strange. */
  readonly labelled: readonly TimeSpan[];
  /** Periods that a person ignores. */
  readonly ignored?: readonly TimeSpan[];
  /** Position of the chosen stretch; -1: none. */
  readonly selected: number;
  /** The time of the one step that was chosen; null: none, or a stretch as a whole. */
  readonly marked: number | null;
  onSelect(stretch: number): void;
  /** A bucket of the detail, at which no stretch lies, was clicked or entered. */
  onStep(bucket: number): void;
  /** The same of several detectors. */
  readonly lanes: readonly Lane[];
  /** All channels in one strip, each on a scale of its own. */
  readonly overlaid: boolean;
  readonly controls?: ReactNode;
}
