import type { ColumnKind } from "../data/column";
import type { Note } from "../data/note";

/** How one feature is read from its column; NaN where the value is missing. */
export type FeatureSource =
  /** The number; `below` and `above` stand for the infinities. What is under `least` or over `most` counts as they do. */
  | {
      readonly kind: "value";
      readonly below: number;
      readonly above: number;
      readonly least?: number;
      readonly most?: number;
    }
  /** Days since `first` (epoch milliseconds). */
  | { readonly kind: "days"; readonly first: number }
  /** log(1 + seconds) since the previous row in time order, of the same group where there are groups. */
  | { readonly kind: "gap" }
  /** 1 where the value is missing, else 0. */
  | { readonly kind: "missing" }
  /** 1 for this level, else 0. */
  | { readonly kind: "level"; readonly level: string }
  /** A number per level. */
  | {
      readonly kind: "level-value";
      readonly levels: readonly string[];
      readonly values: Float64Array;
      readonly unseen: number;
    }
  /** A number per hour (24) or weekday (7, Monday first), UTC. */
  | { readonly kind: "clock-value"; readonly part: "hour" | "weekday"; readonly values: Float64Array }
  /** The time of day or of the week as a point on a circle. */
  | { readonly kind: "clock-wave"; readonly part: "hour" | "weekday"; readonly wave: "sin" | "cos" };

/** (value - centre) / scale, clipped to ±limit. */
export interface Scaling {
  readonly center: number;
  readonly scale: number;
  readonly limit: number;
}

export interface FittedFeature {
  readonly name: string;
  /** Index into `sources` of the recipe. */
  readonly from: number;
  readonly source: FeatureSource;
  /** What a missing value becomes, before log and scaling. */
  readonly fill: number;
  /** sign(x) log(1 + |x|) before scaling. */
  readonly log: boolean;
  readonly scaling: Scaling;
  /** Per group of the recipe; rows of other groups use `scaling`. */
  readonly within: WithinGroups | null;
}

/** What each group has of its own: what its missing values become (before log and scaling), centre and scale. */
export interface WithinGroups {
  readonly fills: Float64Array;
  readonly centers: Float64Array;
  readonly scales: Float64Array;
}

/** A column as it was when the recipe was fitted. */
export interface SourceColumn {
  readonly position: number;
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A recipe with everything learnt from the data it was fitted on: plain data. */
export interface FittedRecipe {
  /** Every column that a feature, the group or the dropping of rows depends on. */
  readonly sources: readonly SourceColumn[];
  readonly features: readonly FittedFeature[];
  /** Indices into `sources`: rows with a missing value there are dropped. */
  readonly dropMissing: readonly number[];
  /** The column that groups rows (index into `sources`) and its values with enough rows. */
  readonly group: { readonly from: number; readonly keys: readonly string[] } | null;
  /** The column whose values are classes to be told apart (index into `sources`) and those with enough rows, two or more. */
  readonly classes: { readonly from: number; readonly keys: readonly string[] } | null;
  readonly notes: readonly Note[];
}
