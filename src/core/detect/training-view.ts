/** One layer of a network, as it is drawn. */
export interface LayerView {
  /** A word of the catalogue: `layer.<kind>`. */
  readonly kind: string;
  /** What comes out of it for one sample. */
  readonly shape: readonly number[];
  readonly parameters: number;
}

/**
 * Something to see of a network that learns. A newer view of a kind takes the place of the older one, so that a
 * long training keeps no more than one of each.
 */
export type TrainingView =
  | {
      readonly kind: "architecture";
      /** How many equal copies are trained. */
      readonly copies: number;
      /** `name` is a word of the catalogue: `network.<name>`, such as "encoder" or "generator". */
      readonly networks: readonly {
        readonly name: string;
        readonly input: readonly number[];
        readonly layers: readonly LayerView[];
      }[];
    }
  /**
   * The errors of some samples after step `at`, unordered; finite, >= 0. The same samples each time. `first` are those
   * of the first look, so that one sees how far they moved; detectors leave it out.
   */
  | {
      readonly kind: "errors";
      readonly at: number;
      readonly errors: Float32Array;
      readonly first?: { readonly at: number; readonly errors: Float32Array };
    }
  /** Where the training ended: the weights of step `kept` are used. */
  | {
      readonly kind: "stopped";
      readonly at: number;
      readonly kept: number;
      readonly of: number;
      /** Steps in which every sample that is learned from is seen once, where that is known. */
      readonly perEpoch?: number;
      readonly why: "all-steps" | "no-better" | "ended-early";
    }
  /** Rows that were made up, [rows, features], beside real ones, in the detector's units. */
  | {
      readonly kind: "generated";
      readonly at: number;
      readonly features: readonly string[];
      readonly real: Float32Array;
      readonly made: Float32Array;
    }
  /**
   * Images learned from beside what the network makes of them after step `at`, and images that were `made` up of
   * nothing; all [images, size, size, channels], 0 to 1. The same images each time.
   */
  | {
      readonly kind: "rebuilt";
      readonly at: number;
      readonly size: number;
      readonly channels: number;
      readonly real: Float32Array;
      readonly rebuilt: Float32Array;
      readonly made?: Float32Array;
    }
  /** Where each feature lies in the small image that a convolution sees: cells row after row, -1 where none. */
  | {
      readonly kind: "layout";
      readonly width: number;
      readonly features: readonly string[];
      readonly cells: Int32Array;
    };

/** The views so far and a new one: one of each kind; errors remember the first look of their training. */
export function withTrainingView(
  trainingViews: readonly TrainingView[],
  trainingView: TrainingView,
): readonly TrainingView[] {
  const earlier = trainingViews.find(({ kind }) => kind === trainingView.kind);
  const others = trainingViews.filter((other) => other !== earlier);
  // A training that started again, on another backend, has steps that were there before.
  if (trainingView.kind !== "errors" || earlier?.kind !== "errors" || earlier.at >= trainingView.at)
    return [...others, trainingView];
  return [...others, { ...trainingView, first: earlier.first ?? { at: earlier.at, errors: earlier.errors } }];
}

/** The view of a kind; undefined where there is none yet. */
export function trainingViewOf<K extends TrainingView["kind"]>(
  trainingViews: readonly TrainingView[],
  kind: K,
): Extract<TrainingView, { kind: K }> | undefined {
  return trainingViews.find(
    (trainingView): trainingView is Extract<TrainingView, { kind: K }> => trainingView.kind === kind,
  );
}
