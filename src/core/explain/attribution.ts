/**
 * How much each part of a sample speaks for its score: positive makes it stranger, negative calms.
 * `values` has one entry per feature, step or pixel.
 */
export interface Attribution {
  readonly over: "features" | "steps" | "pixels";
  readonly values: Float32Array;
  /** What the model expected there, in the units of the samples. */
  readonly expected?: Float32Array;
  /** Of an event: the symbols (codes of the vocabulary) that were likelier there, the likeliest first, with their probability. */
  readonly likely?: readonly { readonly symbol: number; readonly share: number }[];
  /** The event is the last of its sequence, and that it is the last is stranger than itself: `likely` was to follow. */
  readonly endsEarly?: true;
  /** True when `values` add up to the score (or to a known function of it). */
  readonly additive: boolean;
}
