import type { Note } from "../data/note";
import type { SeriesTraits } from "./series-traits";

/** What tells the strange steps of a series from the others. */
export type SeriesLook = "form" | "level" | "windows";

/** Detectors that rank the steps of a series together, and how much each counts. */
export interface SeriesSet {
  readonly members: readonly string[];
  /** Of those that do not count as 1. */
  readonly weights: Readonly<Record<string, number>>;
}

/** A nearest window that explains three quarters of another is the same thing happening again. */
const MIN_REPEATS = 0.75;
/** With fewer channels a change of one of them is still a good part of the distance between two windows. */
const MIN_CHANNELS_OF_LEVEL = 4;

/**
 * - "form": the series does the same again and again, by the clock or not. A window that has no twin is then strange whatever
 *   its statistics, which vary more from beat to beat than by what is strange: the nearest window leads.
 * - "level": many channels and nothing repeats. A distance over all of them adds up the jitter of each, in which one that
 *   has moved drowns: detectors that hold each channel against its own usual level.
 * - "windows": four views of what windows look like as a whole.
 *
 * Single steps, which windows average away, are seen by a rolling band that says nothing within it; it counts as a half,
 * so that it orders the steps of strange windows and does not overrule them.
 */
export const seriesSets: Readonly<Record<SeriesLook, SeriesSet>> = {
  form: { members: ["discord", "knn", "rolling-mean"], weights: { discord: 3, knn: 0.5, "rolling-mean": 0.5 } },
  level: { members: ["seasonal", "ewma", "robust-z"], weights: {} },
  windows: { members: ["isolation-forest", "knn", "pca", "lof", "rolling-mean"], weights: { "rolling-mean": 0.5 } },
};

/** Where there is a period this knows what comes at each phase and lags behind nothing: it says what was expected. */
const IN_SEASON = "season-and-trend";
/** Single steps are told by the band of the steps before: it counts just enough to be heard. */
const WEIGHT_IN_SEASON = 0.1;

/** What ranks the steps of a series of these traits. */
export function seriesSetOf(traits: SeriesTraits | undefined): SeriesSet {
  const { members, weights } = seriesSets[seriesLookOf(traits)];
  if (!traits?.seasonal) return { members, weights };
  return { members: [...members, IN_SEASON], weights: { ...weights, [IN_SEASON]: WEIGHT_IN_SEASON } };
}

/** What a series of these traits asks for; "windows" where nothing is known of it. */
export function seriesLookOf(traits: SeriesTraits | undefined): SeriesLook {
  if (!traits) return "windows";
  if (traits.repeats >= MIN_REPEATS) return "form";
  return traits.channels >= MIN_CHANNELS_OF_LEVEL ? "level" : "windows";
}

/** Why a series is looked at so. */
export function seriesSetNote(look: SeriesLook, { repeats, channels }: Partial<SeriesTraits> = {}): Note {
  const values = { percent: Math.round(100 * Math.max(0, repeats ?? 0)), channels: channels ?? 0 };
  return { code: `recommend.series-${look}`, values };
}
