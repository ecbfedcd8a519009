import type { Attribution } from "../explain/attribution";
import type { HeatMaps } from "../images/heat-maps";
import type { ImageSamples } from "../images/image-samples";
import type { PreparePreference } from "../prepare/recipe";
import type { EventSamples, SeriesSamples } from "../series/series-samples";
import type { ClassAnswers } from "./class-answers";
import type { ColumnSamples } from "./column-samples";
import type { Context } from "./context";
import type { ParamSchema, ParamValues } from "./param-schema";
import type { MatrixSamples } from "./samples";
import type { SamplesBase } from "./samples-base";
import type { FindingReason, TestOutcome } from "./test-outcome";

export type Family =
  | "findings"
  | "statistical"
  | "histogram"
  | "clustering"
  | "forest"
  | "neighbours"
  | "linear"
  | "kernel"
  | "taught"
  | "expectation"
  | "series"
  | "events"
  | "images"
  | "neural";

/**
 * A detector gives one finite score per sample, higher is stranger, and never thresholds. A fitted
 * model `M` is plain data: typed arrays and JSON that survive `structuredClone`. `X` is what it sees.
 */
export interface DetectorOf<X extends SamplesBase, S extends ParamSchema = ParamSchema, M = unknown> {
  readonly id: string;
  /** Raise it when models saved before can no longer be read, or score otherwise. */
  readonly version: number;
  readonly label: string;
  readonly family: Family;
  /** One sentence: what it looks for. */
  readonly summary: string;
  /** One sentence: what it cannot see. */
  readonly blindTo: string;
  /** The paper or book that defines it. */
  readonly reference: string;
  readonly prefers: PreparePreference;
  readonly params: S;
  fit(samples: X, params: ParamValues<S>, context: Context): Promise<M>;
  /** One finite score per sample; a sample's score never depends on the others in the call. */
  score(model: M, samples: X, context: Context): Promise<Float64Array>;
  /** One attribution per sample; a detector without it is explained by occlusion. */
  explain?(model: M, samples: X, context: Context): Promise<readonly Attribution[]>;
  /** Which class it takes each sample for; null where it was not taught classes. */
  classify?(model: M, samples: X, context: Context): Promise<ClassAnswers | null>;
  /**
   * How sure it is that each sample stands out: a detector that has it is a member of the findings. Its `score` is the
   * evidence (0 of all samples where it is silent).
   */
  test?(model: M, samples: X, context: Context): Promise<TestOutcome>;
  /** Of fewer samples than this it has nothing to say among the findings; absent: 8. */
  readonly leastSamples?: number;
  /** Why those of `samples` stand out that `which` names, one reason each; asked only of samples with evidence. */
  reasons?(model: M, samples: X, which: readonly number[], context: Context): Promise<readonly FindingReason[]>;
}

/** Of rows; works on the windows of a series and on small images too. */
export interface MatrixDetector<S extends ParamSchema = ParamSchema, M = unknown> extends DetectorOf<
  MatrixSamples,
  S,
  M
> {
  readonly accepts: "matrix";
  /** It learns from what is known of rows (`MatrixSamples.known`), and itself says strange from a score of 0 on. */
  readonly taught?: true;
  /** What it is given of each window of a series: ten statistics (absent), or its values. */
  readonly windows?: "statistics" | "values";
}

/** Of rows with their columns as they were read. */
export interface ColumnDetector<S extends ParamSchema = ParamSchema, M = unknown> extends DetectorOf<
  ColumnSamples,
  S,
  M
> {
  readonly accepts: "columns";
  /** Of one that expects a number: what it expected of each sample, in the units of the column; null where of none. */
  expect?(model: M, samples: ColumnSamples, context: Pick<Context, "checkpoint">): Promise<ActualAndExpected | null>;
}

/** By sample, in the units of the column: the value, what was expected, and where nineteen of twenty lie around that. */
export interface ActualAndExpected {
  readonly feature: number;
  readonly actual: Float64Array;
  readonly expected: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface SeriesDetector<S extends ParamSchema = ParamSchema, M = unknown> extends DetectorOf<
  SeriesSamples,
  S,
  M
> {
  readonly accepts: "series";
  /** What it expected: a value for each step and channel [count, channels] in their units, NaN where it expected nothing. */
  expect?(model: M, samples: SeriesSamples, context: Context): Promise<Float32Array>;
  /** What it expects does not follow what just happened, so that it can be drawn beside it. */
  readonly keepsCourse?: true;
  /** Of a control chart: how far its limits lie from what it expected, by channel, in units of the samples. */
  limits?(model: M, samples: SeriesSamples): Float64Array;
}

export interface EventDetector<S extends ParamSchema = ParamSchema, M = unknown> extends DetectorOf<
  EventSamples,
  S,
  M
> {
  readonly accepts: "events";
}

export interface ImageDetector<S extends ParamSchema = ParamSchema, M = unknown> extends DetectorOf<
  ImageSamples,
  S,
  M
> {
  readonly accepts: "images";
  /** It looks through a network pretrained on other images: its samples then have `deep`. */
  readonly needs?: "deep-features";
  /**
   * The scores and where in each image they come from; its `score` gives the same scores. Called in place of `score`,
   * because the maps are what the scores are made of.
   */
  examine?(
    model: M,
    samples: ImageSamples,
    context: Context,
  ): Promise<{ readonly scores: Float64Array; readonly maps: HeatMaps }>;
  /** The images as it rebuilt them: [count, size, size, channels] in their units. */
  expect?(model: M, samples: ImageSamples, context: Context): Promise<Float32Array>;
}

export type Detector = MatrixDetector | ColumnDetector | SeriesDetector | EventDetector | ImageDetector;

// Each keeps the parameter types of the literal, so that a typo in `fit` does not compile.

export function defineMatrixDetector<const S extends ParamSchema, M>(
  detector: Omit<MatrixDetector<S, M>, "accepts">,
): MatrixDetector<S, M> {
  return { ...detector, accepts: "matrix" };
}

export function defineColumnDetector<const S extends ParamSchema, M>(
  detector: Omit<ColumnDetector<S, M>, "accepts">,
): ColumnDetector<S, M> {
  return { ...detector, accepts: "columns" };
}

export function defineSeriesDetector<const S extends ParamSchema, M>(
  detector: Omit<SeriesDetector<S, M>, "accepts">,
): SeriesDetector<S, M> {
  return { ...detector, accepts: "series" };
}

export function defineEventDetector<const S extends ParamSchema, M>(
  detector: Omit<EventDetector<S, M>, "accepts">,
): EventDetector<S, M> {
  return { ...detector, accepts: "events" };
}

export function defineImageDetector<const S extends ParamSchema, M>(
  detector: Omit<ImageDetector<S, M>, "accepts">,
): ImageDetector<S, M> {
  return { ...detector, accepts: "images" };
}
