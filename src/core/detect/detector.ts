import type { Note } from "../data/note";
import type { Attribution } from "../explain/attribution";
import type { HeatMaps } from "../images/heat-maps";
import type { PreparePreference } from "../prepare/recipe";
import type { ParamSchema, ParamValues } from "./param-schema";
import type { Samples } from "./samples";
import type { TrainingView } from "./training-view";

export type Backend = "webgl" | "wasm" | "cpu" | "webgpu";

/** What a running detector may ask of the world: seeded chance, progress, cancel, and a word to the user. */
export interface Context {
  /** Uniform in [0, 1); the only chance allowed. */
  random(): number;
  /**
   * Says how much of the current phase is done (0 to 1) and lets the worker yieldToEvents: it yields at
   * least every 16 ms and rejects with `Cancelled` when the user gave up. Call it often.
   */
  checkpoint(done: number, metrics?: readonly Metric[]): Promise<void>;
  /** A fact about this run that the user should see, such as the backend chosen and why. */
  note(note: Note): void;
  /** What there is to see of a network that learns; it reaches the user with the next checkpoint that reports metrics. */
  show(trainingView: TrainingView): void;
  /** True once the user wants the model as it is now: a detector that learns step by step then ends its fit early. */
  endsEarly(): boolean;
  /** The backend that the user chose for neural detectors. */
  readonly backend: "auto" | Backend;
}

/** One point of a training curve. */
export interface Metric {
  readonly name: string;
  /** Step or epoch. */
  readonly at: number;
  readonly value: number;
}

/** Thrown by `checkpoint` once the user cancelled. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

export type Family =
  | "statistical"
  | "histogram"
  | "clustering"
  | "forest"
  | "neighbours"
  | "linear"
  | "kernel"
  | "series"
  | "events"
  | "images"
  | "neural";

/**
 * A detector gives one finite score per sample, higher is stranger, and never thresholds. A fitted
 * model `M` is plain data: typed arrays and JSON that survive `structuredClone`.
 */
export interface Detector<S extends ParamSchema = ParamSchema, M = unknown> {
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
  /** A detector of a matrix works on the windows of a series too. */
  readonly accepts: readonly Samples["kind"][];
  /** What a matrix detector is given of each window of a series: ten statistics (absent), or its values. */
  readonly windows?: "statistics" | "values";
  /** A detector of images that looks through a network pretrained on other images: its samples then have `deep`. */
  readonly needs?: "deep-features";
  readonly prefers: PreparePreference;
  readonly params: S;
  fit(samples: Samples, params: ParamValues<S>, context: Context): Promise<M>;
  /** One finite score per sample; a sample's score never depends on the others in the call. */
  score(model: M, samples: Samples, context: Context): Promise<Float64Array>;
  /** One attribution per sample; a detector without it is explained by occlusion. */
  explain?(model: M, samples: Samples, context: Context): Promise<readonly Attribution[]>;
  /**
   * The scores and where in each image they come from, for a detector of images; its `score` gives the same scores.
   * Called in place of `score`, because the maps are what the scores are made of.
   */
  examine?(
    model: M,
    samples: Samples,
    context: Context,
  ): Promise<{ readonly scores: Float64Array; readonly maps: HeatMaps }>;
  /**
   * What a detector of series or images expected: a value for each of the samples' (steps [count, channels], images as
   * rebuilt [count, size, size, channels]) in their units, NaN where it expected nothing.
   */
  expect?(model: M, samples: Samples, context: Context): Promise<Float32Array>;
}

/** Keeps the parameter types of the literal, so that a typo in `fit` does not compile. */
export function defineDetector<const S extends ParamSchema, M>(detector: Detector<S, M>): Detector<S, M> {
  return detector;
}
