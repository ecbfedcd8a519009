/** Types only: what the screens ask of the engine and what it answers. */
import type { Cell, ColumnKind } from "../core/data/column";
import type { CsvFormat } from "../core/data/csv-format";
import type { Dialect, ReadPlan, ReadReport, Sniff } from "../core/data/dialect";
import type { FailureInfo } from "../core/data/failure";
import type { Note } from "../core/data/note";
import type { ColumnProfile } from "../core/data/profile";
import type { Backend, Metric } from "../core/detect/detector";
import type { AnyParamValues } from "../core/detect/param-schema";
import type { TrainingView } from "../core/detect/training-view";
import type { Direction, RowExplanation } from "../core/explain/explanation";
import type { Fidelity } from "../core/explain/fidelity";
import type { Recipe, Role } from "../core/prepare/recipe";
import type { Parts } from "../core/score/agreement";
import type { ConsensusRule } from "../core/score/consensus";
import type { LabelledWindow } from "../core/series/labelled-windows";
import type { Shape } from "../core/series/shape";
import type { Stability } from "../core/score/stability";
import type { Suggestion, ThresholdRule } from "../core/score/threshold";
import type { ScoreScale } from "../core/score/score-scale";
import type { Evaluation, SeriesTruth, SeriesVus } from "./evaluation-protocol";
import type { ImageCalls, ImagesCard, ImagesExport, ImageSource } from "./image-protocol";
import type {
  Autocorrelation,
  EventScores,
  EventSequences,
  SeriesDetail,
  SeriesDetailRequest,
  SeriesOverview,
  SeriesOverviewRequest,
  StepAt,
  Stretches,
  StretchesExport,
  StretchesRequest,
} from "./series-protocol";

export type * from "./evaluation-protocol";
export type * from "./image-protocol";
export type * from "./series-protocol";

/** A file as the page holds it; pasted text is wrapped in a Blob. */
export interface Source {
  readonly name: string;
  readonly blob: Blob;
}

export interface ColumnCard {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly kindWhy: Note;
  /** The guessed role and its reason; what the person chose lives in the recipe. */
  readonly role: Role;
  readonly roleWhy: Note;
  readonly profile: ColumnProfile;
}

/** All that the main thread knows of a table: no rows. */
export interface DatasetCard {
  readonly id: string;
  readonly name: string;
  readonly rowCount: number;
  /** See Dataset.sourceRows. */
  readonly sourceRows: Uint32Array | null;
  readonly columns: readonly ColumnCard[];
  /** Guessed roles and defaults as a recipe to start from. */
  readonly recipe: Recipe;
  /** What the rows seem to be; null: rows, each for itself. The recipe has this shape already. */
  readonly shape: Shape | null;
  readonly shapeWhy: Note;
  /** Of a series: another column that could be its time as well. */
  readonly otherTime?: number;
  /** How the text was read; null where images were opened. */
  readonly report: ReadReport | null;
  /** Of what was opened as images; null: a table. */
  readonly images: ImagesCard | null;
}

export type Phase = "read" | "profile" | "prepare" | "fit" | "score" | "rank" | "write";

export interface Progress {
  readonly phase: Phase;
  /** 0 to 1 of this phase; null when unknown. */
  readonly done: number | null;
  readonly rows?: number;
  readonly bytes?: number;
  readonly totalBytes?: number;
  readonly metrics?: readonly Metric[];
  /** New trainingViews, each in place of the earlier one of its kind. */
  readonly trainingViews?: readonly TrainingView[];
  /** All that the run has said so far. */
  readonly notes?: readonly Note[];
}

export interface RunRequest {
  readonly dataset: string;
  readonly recipe: Recipe;
  readonly detector: string;
  readonly params: AnyParamValues;
  readonly seed: number;
  readonly backend: "auto" | Backend;
}

export interface RunResult {
  readonly key: string;
  readonly request: RunRequest;
  /** By row of the dataset; NaN where the recipe dropped the row. */
  readonly scores: Float64Array;
  /** Rows that were scored, strangest first (ties: first row first). */
  readonly order: Uint32Array;
  /** Scores in that order, descending. */
  readonly sorted: Float64Array;
  readonly scale: ScoreScale;
  /** Named thresholds; found once, because they take a pass over all scores. */
  readonly suggestions: readonly Suggestion[];
  readonly features: readonly string[];
  readonly seconds: { readonly prepare: number; readonly fit: number; readonly score: number };
  readonly notes: readonly Note[];
  readonly metrics: readonly Metric[];
  /** What a network that learned shows of itself, one of each kind. */
  readonly trainingViews: readonly TrainingView[];
  /** The user ended the training before its time: the same request would now give other scores. */
  readonly endedEarly: boolean;
  /** Random numbers were drawn: with another seed the scores can be others. Of a consensus: by a member not ended early. */
  readonly chance: boolean;
}

/** Runs of one table whose ranks become one score. */
export interface CombineRequest {
  readonly dataset: string;
  /** Keys of runs that were made, of one recipe; at least two. */
  readonly runs: readonly string[];
  /** One per run, >= 0. */
  readonly weights: readonly number[];
  readonly rule: ConsensusRule;
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

export type ColumnFilter =
  | { readonly column: number; readonly kind: "range"; readonly min: number | null; readonly max: number | null }
  | { readonly column: number; readonly kind: "levels"; readonly levels: readonly string[] }
  | { readonly column: number; readonly kind: "missing" };

/** The rows that a run flags: those with score >= threshold. */
export interface RunThreshold {
  readonly run: string;
  readonly threshold: number;
}

/** Which rows the table shows, in which order. */
export interface ViewRequest {
  readonly dataset: string;
  readonly run: string | null;
  /** Only rows with score >= threshold; null: all rows. */
  readonly threshold: number | null;
  /** Only these rows (a box selection), when given. */
  readonly within: Uint32Array | null;
  readonly sort: {
    /** "votes": by how many of `panel`; "stability": by how many runs with other seeds, threshold by `rule`; ties: strangest first. */
    readonly by: "score" | "row" | "votes" | "stability" | number;
    readonly descending: boolean;
  };
  readonly panel?: readonly RunThreshold[];
  readonly rule?: ThresholdRule;
  readonly filters: readonly ColumnFilter[];
  /** Case-insensitive text that some cell of the row must contain; empty: any row. */
  readonly search: string;
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

/** The ordinary row that resembles a strange one most. */
export interface NearestOrdinary {
  readonly row: number;
  readonly sourceRow: number;
  readonly cells: readonly Cell[];
}

export type { CsvFormat };

/** The words of an export, in the person's language. */
export interface ExportWords {
  readonly score: string;
  readonly percentile: string;
  readonly score100: string;
  readonly flagged: string;
  readonly reasons: string;
  readonly stability: string;
  readonly sourceRow: string;
  readonly directions: Readonly<Record<Direction, string>>;
}

export interface ExportRequest {
  readonly dataset: string;
  readonly run: string;
  readonly threshold: number;
  readonly rows: "flagged" | "all";
  readonly format: CsvFormat;
  readonly words: ExportWords;
  /** Given: a column with the share of the runs with other seeds that flag the row, each threshold by this rule. */
  readonly stability?: ThresholdRule;
  /** Only the first rows, for a preview; absent: all of them. */
  readonly limit?: number;
}

/** Work under way: its result, and a way to stop it. */
export interface Job<T> {
  readonly result: Promise<T>;
  cancel(): void;
}

/** A job that learns step by step and can be asked for what it has so far. */
export interface RunJob extends Job<RunResult> {
  /** The training ends at its next step and the result comes from the best model so far; other detectors just go on. */
  endEarly(): void;
}

/** What the screens can ask. One heavy job (open, run, export) at a time; the small questions are answered between its checkpoints. */
export interface Engine extends ImageCalls {
  sniff(source: Source, fixed?: Partial<Dialect>): Promise<Sniff>;
  open(source: Source, plan: ReadPlan, onProgress: (progress: Progress) => void): Job<DatasetCard>;
  /** Images as a table of one row each. Rejects with "no-images" where none can be read, "bad-archive" for a broken zip. */
  openImages(source: ImageSource, onProgress: (progress: Progress) => void): Job<DatasetCard>;
  /** Frees a table and everything computed from it. */
  close(dataset: string): Promise<void>;
  run(request: RunRequest, onProgress: (progress: Progress) => void): RunJob;
  /** Combines the ranks of runs: a result like any other, under `consensusKeyOf` the request; its detector is "consensus". */
  combine(request: CombineRequest, onProgress: (progress: Progress) => void): Job<RunResult>;
  /** Spearman's rank correlation of every run with every other, in the order asked. */
  agree(runs: readonly string[]): Promise<readonly (readonly number[])[]>;
  /** All rows that are flagged by any of the runs, split by which of them flag it. */
  split(flagged: readonly RunThreshold[]): Promise<Parts>;
  /**
   * Makes a run once more with another seed and keeps how it ranks the rows for as long as the run is kept; of a
   * consensus the members that make it a matter of chance are made again. Progress counts the whole, whatever its phase.
   */
  rerun(run: string, seed: number, onProgress: (progress: Progress) => void): Job<void>;
  /** The run and its reruns, each threshold by `rule` on its own scores. Rejects with "unknown-run" when it has none. */
  stability(run: string, rule: ThresholdRule): Promise<Stability>;
  /** Frees a run's model and scores, and its reruns; the screens decide how many are kept. */
  forget(run: string): Promise<void>;
  preview(request: Omit<RunRequest, "seed" | "backend" | "params">): Promise<MatrixPreview>;
  page(dataset: string, rows: Uint32Array): Promise<readonly (readonly Cell[])[]>;
  view(request: ViewRequest): Promise<Uint32Array>;
  explain(run: string, rows: Uint32Array): Promise<readonly RowExplanation[]>;
  /** What the row would score with the named columns (positions) as usual; null where it has no score. */
  fidelity(run: string, row: number, named: readonly number[]): Promise<Fidelity | null>;
  nearest(run: string, row: number, threshold: number): Promise<NearestOrdinary | null>;
  /** Null where no column is a label, or the label tells nothing apart; of a series, windows take the column's place. */
  evaluate(run: string, threshold: number, series?: SeriesTruth): Promise<Evaluation | null>;
  /** Of a series, by windows or by its label. Null where no series has steps of both kinds, "too-long" where it would take minutes. */
  vus(run: string, windows: readonly LabelledWindow[] | null): Promise<SeriesVus | "too-long" | null>;
  project(run: string, axes: Axes, limit: number): Promise<Projection>;
  seriesOverview(request: SeriesOverviewRequest): Promise<SeriesOverview>;
  autocorrelation(dataset: string, recipe: Recipe, series: number, channel: number): Promise<Autocorrelation>;
  /** These five reject with "illegal-parameter" where the recipe's shape is no series. */
  seriesDetail(request: SeriesDetailRequest): Promise<SeriesDetail>;
  /** Where a row lies in its series; null where it has no step. */
  stepOf(run: string, row: number): Promise<StepAt | null>;
  stretches(request: StretchesRequest): Promise<Stretches>;
  /** The same as CSV, one line each. */
  exportStretches(request: StretchesExport): Promise<Blob>;
  /** Rejects with "illegal-parameter" where the recipe's shape is no events. */
  eventSequences(dataset: string, recipe: Recipe): Promise<EventSequences>;
  /** The same. Events are scored once more where the run scored sequences as a whole. */
  eventScores(run: string): Promise<EventScores>;
  exportCsv(request: ExportRequest, onProgress: (progress: Progress) => void): Job<Blob>;
  /** A zip of images, of their maps where asked for, and the table of scores. */
  exportImages(request: ImagesExport, onProgress: (progress: Progress) => void): Job<Blob>;
  /** Called after a worker died and a fresh one took its place: tables must be opened and runs made again. */
  onRestart(listener: (info: FailureInfo) => void): () => void;
  dispose(): void;
}
