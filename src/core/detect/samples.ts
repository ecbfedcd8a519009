import type { Classed, SamplesBase } from "./samples-base";

/** Rows of numbers: of a table, windows of a series, or images made small. */
export interface MatrixSamples extends SamplesBase, Classed {
  readonly kind: "matrix";
  /**
   * 1 where a person's label says that the sample is normal. Absent: nothing is labelled. For a detector that a person
   * told to learn from such samples only; to any other the label is as unknown as if it were not there.
   */
  readonly normal?: Uint8Array;
  /** What is known of each sample: 1 strange, 0 ordinary, -1 nothing. For a detector that is taught by it, and no other. */
  readonly known?: Int8Array;
  /** A person chose these rows to learn from, so that all of them are to be taken for ordinary. */
  readonly isChosen?: true;
}

/** A matrix of rows laid out one after the other; `block` answers with views. */
export function matrixSamples(
  values: Float32Array,
  features: readonly string[],
  origin: Uint32Array = Uint32Array.from(
    { length: features.length ? values.length / features.length : 0 },
    (_, i) => i,
  ),
): MatrixSamples {
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
