import type { Note } from "../data/note";
import type { RowKind } from "../kinds/row-kind";
import type { LearnRule } from "../learn/learn-rule";
import type { LabelledWindow } from "../series/labelled-windows";

export type Role = "feature" | "id" | "label" | "class" | "group" | "ignore";

export type ScaleRule = "standard" | "robust" | "min-max" | "none";
/** one-hot: a column per level; frequency: share of the level; rare-level: -log2 of that share. */
export type EncodeRule = "one-hot" | "frequency" | "rare-level";
export type Side = "both" | "high" | "low";
export type DatePart = "hour" | "weekday" | "gap" | "elapsed";

export type MissingRule =
  | { readonly kind: "median" | "mean" | "most-frequent" | "drop-row" }
  | { readonly kind: "constant"; readonly value: number | string };

/** What a person chose for one column. "auto" leaves the choice to what the detector prefers. */
export interface ColumnRecipe {
  readonly role: Role;
  readonly missing: MissingRule;
  /** Adds a 0/1 feature that says whether the value was missing. */
  readonly missingSignal: boolean;
  /** sign(x) log(1 + |x|) before scaling, for heavy tails. */
  readonly log: boolean;
  readonly scale: "auto" | ScaleRule;
  readonly encode: "auto" | EncodeRule;
  readonly dateParts: readonly DatePart[];
  /** Of numbers: on which side a value can be strange; what lies beyond the quartile on the other counts as it. Absent: both. */
  readonly side?: Side;
}

/** Periods by a column of times: what lies in them is neither learned from nor flagged. */
export interface IgnoredPeriods<Column = number> {
  readonly column: Column;
  readonly windows: readonly LabelledWindow[];
}

/** How columns become what the detectors see: plain JSON, saved, undone, re-applied to new data. */
export interface Recipe {
  /** One entry per column of the dataset, in its order. */
  readonly columns: readonly ColumnRecipe[];
  /** A category with more levels than this is not one-hot encoded but by its frequency. */
  readonly oneHotLimit: number;
  /** Centre and scale numbers within each group of the column whose role is "group". */
  readonly withinGroup: boolean;
  /** What the rows are. */
  readonly rowKind: RowKind;
  /** Which rows are learned from, by the recipe and by the detectors; absent: all. Images have a rule of their own. */
  readonly learn?: LearnRule;
  /** Periods that are neither learned from nor flagged; absent: none. */
  readonly ignored?: IgnoredPeriods;
}

/** What a detector works best with, and the reason, shown beside the choice. */
export interface PreparePreference {
  readonly scale: ScaleRule;
  readonly encode: EncodeRule;
  readonly why: Note;
}
