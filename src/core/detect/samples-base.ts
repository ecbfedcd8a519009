/** What all samples have: `count` of them of equal shape, read in blocks so that windows and images never have to be laid out whole. */
export interface SamplesBase {
  readonly count: number;
  /** Of one sample: [features] | [steps, features] | [height, width, channels] | [steps]. */
  readonly shape: readonly number[];
  /** Numbers per sample: the product of `shape`. */
  readonly width: number;
  readonly features: readonly string[];
  /** The first source row of each sample. */
  readonly origin: Uint32Array;
  /** Samples `from` (included) to `to` (excluded), one after the other. May be a view: never write to it. */
  block(from: number, to: number): Float32Array;
}

/** Samples whose known class a person's column tells. */
export interface Classed {
  /** The known class of each sample, from 0; -1 where it is unknown. Absent: there are no classes. */
  readonly classes?: Int32Array;
  /** What the classes are called, by class. */
  readonly classNames?: readonly string[];
}
