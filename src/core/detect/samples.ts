/**
 * The only thing a detector sees: `count` samples of equal shape, read in blocks so that windows
 * and images never have to be laid out whole.
 */
export interface Samples {
  readonly kind: "matrix" | "series" | "images" | "events";
  readonly count: number;
  /** Of one sample: [features] | [steps, features] | [height, width, channels] | [steps]. */
  readonly shape: readonly number[];
  /** Numbers per sample: the product of `shape`. */
  readonly width: number;
  readonly features: readonly string[];
  /** The first source row of each sample. */
  readonly origin: Uint32Array;
  /** The known class of each sample, from 0; -1 where it is unknown. Absent: there are no classes. */
  readonly classes?: Int32Array;
  /**
   * 1 where a person's label says that the sample is normal. Absent: nothing is labelled. For a detector that a person
   * told to learn from such samples only; to any other the label is as unknown as if it were not there.
   */
  readonly normal?: Uint8Array;
  /** Samples `from` (included) to `to` (excluded), one after the other. May be a view: never write to it. */
  block(from: number, to: number): Float32Array;
}

/** A matrix of rows laid out one after the other; `block` answers with views. */
export function matrixSamples(
  values: Float32Array,
  features: readonly string[],
  origin: Uint32Array = Uint32Array.from(
    { length: features.length ? values.length / features.length : 0 },
    (_, i) => i,
  ),
): Samples {
  const width = features.length;
  return {
    kind: "matrix",
    count: origin.length,
    shape: [width],
    width,
    features,
    origin,
    block: (from, to) => values.subarray(from * width, to * width),
  };
}
