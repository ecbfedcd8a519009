import type { Dataset } from "../data/dataset";
import type { Detector } from "../detect/detector";
import type { ConsensusRule } from "../score/consensus";
import type { RowKind } from "./row-kind";

/** What is pure about a kind of row: the same members for every kind, so that nobody else asks which kind it is. */
export interface CoreKind<K extends RowKind = RowKind> {
  /** Whether a detector of these samples can make something of such rows. */
  fits(accepts: Detector["accepts"]): boolean;
  /** How the scores of several detectors become one before a person has chosen. */
  readonly consensusRule: ConsensusRule;
  /** The columns that `rowKind` names, in a fixed order; null where it names none. */
  columnsOf(rowKind: K): readonly (number | null)[];
  /** The rows that detectors learn from, ascending, where a person or a folder called only these ordinary; null: all. */
  learnedRows(dataset: Dataset, rowKind: K): Uint32Array | null;
  /** Which values of a label mean strange until a person says; `rarestFirst` holds two or more. */
  strangeValues(rarestFirst: readonly string[]): readonly string[];
}

/** The rarest value of a label. */
export function rarestValue(rarestFirst: readonly string[]): readonly string[] {
  return rarestFirst.slice(0, 1);
}
