import type { SymbolClasses } from "../../../core/series/symbol-classes";
import type { SequenceClassifierParams, Shaping } from "./sequence-classifier-params";

export interface SequenceClassifierModel {
  readonly symbols: SymbolClasses;
  /** What the classes are called that it tells apart; none where it was not taught any. */
  readonly names: readonly string[];
  /** The place of the rarest of them. */
  readonly rarest: number;
  readonly shaping: Shaping;
  readonly longest: number;
  readonly evidence: SequenceClassifierParams["evidence"];
  readonly weights: readonly Float32Array[];
  /** The rows of the first events of the sequences that were learned from. */
  readonly learned: Uint32Array;
}
