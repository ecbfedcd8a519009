/** Types only: which rows are shown, and how. */
import type { ColumnKind } from "../../core/data/column";
import type { ColumnFilter } from "../../core/data/column-filter";
import type { Note } from "../../core/data/note";
import type { Recipe } from "../../core/prepare/recipe";
import type { ThresholdRule } from "../../core/score/threshold";
import type { Call } from "./call";
import type { RunThreshold } from "./comparison";

export type { ColumnFilter } from "../../core/data/column-filter";

/** Which rows the table shows, in which order. */
export interface ViewRequest {
  readonly dataset: string;
  readonly run: string | null;
  /** Only rows with score >= threshold; null: all rows. */
  readonly threshold: number | null;
  /** Only these rows (a box selection), when given. */
  readonly within: Uint32Array | null;
  readonly sort: {
    /** "votes": by how many of `panel` flag it; "stability": how many runs with other seeds, by `rule`; ties: strangest first. */
    readonly by: "score" | "row" | "votes" | "stability" | number;
    readonly descending: boolean;
  };
  readonly panel?: readonly RunThreshold[];
  readonly rule?: ThresholdRule;
  readonly filters: readonly ColumnFilter[];
  /** Only these rows, or all but these, of each set; absent: any. */
  readonly among?: readonly RowSet[];
  /** Case-insensitive text that some cell of the row must contain; empty: any row. */
  readonly search: string;
}

/** Some rows, and whether they are those that stay or those that go. */
export interface RowSet {
  readonly rows: Uint32Array;
  readonly stay: boolean;
}

/** Which cells are wanted as text. */
export interface TextRequest {
  readonly dataset: string;
  readonly rows: Uint32Array;
  /** Positions; null: all columns. */
  readonly columns: readonly number[] | null;
  readonly withNames: boolean;
  readonly decimal: "." | ",";
}

/** What the detector would see: the first rows of its matrix. */
export interface MatrixPreview {
  readonly features: readonly { readonly name: string; readonly column: number }[];
  /** At most 20 rows. */
  readonly rows: readonly (readonly number[])[];
  readonly origin: readonly number[];
  readonly rowCount: number;
  readonly dropped: number;
  readonly notes: readonly Note[];
}

export type Axes =
  { readonly kind: "columns"; readonly x: number; readonly y: number } | { readonly kind: "components" };

/** Points of the map, strangest first, so that the flagged ones are a prefix. */
export interface Projection {
  readonly rows: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xKind: ColumnKind | "component";
  readonly yKind: ColumnKind | "component";
  /** Level names of a category axis. */
  readonly xLevels: readonly string[] | null;
  readonly yLevels: readonly string[] | null;
  /** Share of the variance along each component, for components. */
  readonly explained: readonly [number, number] | null;
  /** How many rows there are behind these points. */
  readonly of: number;
}

export interface PreviewRequest {
  readonly dataset: string;
  readonly recipe: Recipe;
  readonly detector: string;
}

export interface ProjectionRequest {
  readonly run: string;
  readonly axes: Axes;
  /** Points at most. */
  readonly limit: number;
}

export interface RowCalls {
  preview: Call<PreviewRequest, MatrixPreview>;
  view: Call<ViewRequest, Uint32Array>;
  /** Rows as a spreadsheet takes them from the clipboard. */
  rowsAsText: Call<TextRequest, string>;
  project: Call<ProjectionRequest, Projection>;
}
