import type { Note } from "../core/data/note";
import type { ClassAnswers, ClassesOfRows } from "../core/detect/class-answers";
import type { Context } from "../core/detect/context";
import type { Detector } from "../core/detect/detector";
import type { AnyParamValues } from "../core/detect/param-schema";
import type { MatrixSamples } from "../core/detect/samples";
import type { SamplesBase } from "../core/detect/samples-base";
import type { RowExplanation } from "../core/explain/explanation";
import type { HeatMaps } from "../core/images/heat-maps";
import type { ModelBasis } from "../core/models/kept-model";
import type { Recipe } from "../core/prepare/recipe";
import type { StretchRule } from "../core/project/settings";
import type { Thing, Things } from "./calls/findings";
import type { CallTools } from "./calls/host";
import type { Picture } from "./calls/reports";
import type { Calibration, RunRequest, Sampled } from "./protocol";
import type { FittedRun, StoredRun } from "./stored-run";
import type { Table } from "./tables";
import type { KnownBy, Truth } from "./truth/truth";
import type { Checkpoint } from "./yield-to-events";

/** What of a request decides on what a detector learns from. */
export type RunInput = Pick<RunRequest, "recipe" | "strange" | "taught">;

/** A detector beside what it is given of a table. */
export interface Work {
  readonly features: readonly string[];
  readonly notes: readonly Note[];
  fit(params: AnyParamValues, context: Context): Promise<unknown>;
  score(model: unknown, context: Context): Promise<Scored>;
  /**
   * The same for so many rows, drawn at random; absent where they are not so many, or where what a row scores depends on
   * those beside it.
   */
  sample?(rows: number, random: () => number): SampledWork;
  /** What another thread needs to fit and to score; absent where it has to be done in this one. */
  readonly apart?: Apart;
}

/** What is seen, as numbers that can be sent, and how scores that come back are scores of rows. */
export interface Apart {
  /** What is learned from. */
  learned(): MatrixSamples;
  readonly samples: MatrixSamples;
  scored(scores: Float64Array, answers: ClassAnswers | null): Scored;
}

/** Work on some of the rows. */
export interface SampledWork extends Work {
  readonly sampled: Sampled;
}

export interface Scored {
  /** By row of the table; NaN where the recipe leaves the row out. */
  readonly scores: Float64Array;
  /** Where in each image they come from; null of other rows, and where the detector does not say. */
  readonly maps: HeatMaps | null;
  /** Null of a detector that does not know its own error. */
  readonly calibration: Calibration | null;
  /** Which classes rows are taken for; absent where the detector tells none apart. */
  readonly classes?: ClassesOfRows;
}

/** The first rows of what a detector sees, and where its features come from. */
export interface Seen {
  readonly samples: SamplesBase;
  /** The source column of each feature. */
  readonly columns: ArrayLike<number>;
  /** Rows of the table that are left out. */
  readonly dropped: number;
  readonly notes: readonly Note[];
}

/** Where rows lie on a map. */
export interface MapPoints {
  readonly samples: SamplesBase;
  /** The sample that a scored row lies in. */
  sampleAt(row: number): number;
}

/** Which things are asked for: those at a threshold, `most` of them; steps become stretches by the rule. */
export interface Standing {
  readonly threshold: number;
  readonly rule: StretchRule;
  readonly most: number;
}

/** Rows that depend on each other, by row: the number of its unit, -1: it has none. */
export interface DependentRows {
  readonly name: "block" | "sequence";
  readonly ofRows: Int32Array;
}

/** All that the engine does differently for one kind of row: the same members for every kind. Nothing else asks which kind it is. */
export interface EngineKind {
  /** Prepares a table for a detector that fits the kind; detectors that see the same share it. */
  prepare(table: Table, request: RunInput, detector: Detector, checkpoint: Checkpoint): Promise<Work>;
  seen(table: Table, recipe: Recipe, detector: Detector, checkpoint: Checkpoint): Promise<Seen>;
  /** Why each of `rows` has its score, in the order asked; a row without a score has no contributions. */
  explain(run: StoredRun, rows: Uint32Array, tools: CallTools): Promise<RowExplanation[]>;
  /** What stands out as single things: rows, stretches, sequences. */
  things(run: StoredRun, standing: Standing, checkpoint: Checkpoint): Promise<Things>;
  /** Something drawn of each thing, in their order; null where there is nothing to draw. */
  pictures(
    run: StoredRun,
    things: readonly Thing[],
    explanations: readonly RowExplanation[],
    tools: CallTools,
  ): Promise<readonly (Picture | null)[]>;
  /** What `row` would score with the named columns as usual; null where rows have no columns of their own. */
  scoreAsUsual(run: FittedRun, row: number, named: readonly number[], tools: CallTools): Promise<number | null>;
  /** What a run's detector sees by: enough to see rows of another table as it did. */
  basis(run: FittedRun, checkpoint: Checkpoint): Promise<ModelBasis>;
  mapPoints(run: StoredRun, checkpoint: Checkpoint): Promise<MapPoints>;
  /** The ordinary row (score below the threshold) that resembles `row` most; null where there is none. */
  nearestOrdinary(run: StoredRun, row: number, threshold: number, checkpoint: Checkpoint): Promise<number | null>;
  /** Which rows depend on each other, so that they are counted as one; null: each stands for itself. */
  units(run: StoredRun, checkpoint: Checkpoint): Promise<DependentRows | null>;
  /** What is known to be strange among the scored rows; null where nothing is. */
  truth(run: StoredRun, by: KnownBy, checkpoint: Checkpoint): Promise<Truth | null>;
  forgetTable(id: string): void;
}
