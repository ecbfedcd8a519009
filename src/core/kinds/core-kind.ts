import type { ColumnKind } from "../data/column";
import type { Dataset } from "../data/dataset";
import type { Detector } from "../detect/detector";
import type { Role } from "../prepare/recipe";
import type { ConsensusRule } from "../score/consensus";
import type { RowKind } from "./row-kind";

/** What is pure about a kind of row: the same members for every kind, so that nobody else asks which kind it is. */
export interface CoreKind<K extends RowKind = RowKind> {
  /** Whether a detector of these samples can make something of such rows. */
  fits(accepts: Detector["accepts"]): boolean;
  /** How the scores of several detectors become one before a person has chosen. */
  readonly consensusRule: ConsensusRule;
  /** What one of the rows is called: the context of messages that speak of it. */
  readonly noun: string;
  /** Whether all that a recipe says of a column counts, such as its scale, or only its role and its part in the kind. */
  readonly preparesColumns: boolean;
  /** What a column is for; null where its role alone says it. */
  partOf(rowKind: K, column: ColumnInKind): PartInKind | null;
  /** Whether what is known of detectors on tables, which recommendations rest on, holds for such rows. */
  readonly isKnownOfTables: boolean;
  /** What the rows may be read as instead in one click, where `guess` is what they seem to be. */
  insteadOf(guess: RowKind): RowKind;
  /** The rows that detectors learn from, ascending, where a person or a folder called only these ordinary; null: all. */
  learnedRows(dataset: Dataset, rowKind: K): Uint32Array | null;
  /** Which values of a label mean strange until a person says; `rarestFirst` holds two or more. */
  strangeValues(rarestFirst: readonly string[]): readonly string[];
}

/** A column as the recipe has it. */
export interface ColumnInKind {
  readonly position: number;
  readonly kind: ColumnKind;
  readonly role: Role | undefined;
}

/** What a column is for where rows are steps of series or events of sequences. */
export type PartInKind = "time" | "series-name" | "channel" | "symbol" | "sequence-name" | "order" | "unused";

/** The rarest value of a label. */
export function rarestValue(rarestFirst: readonly string[]): readonly string[] {
  return rarestFirst.slice(0, 1);
}
