import type { ColumnKind } from "../data/column";
import type { Dataset } from "../data/dataset";
import type { Detector } from "../detect/detector";
import type { Recommendation } from "../detect/recommend";
import type { FactColumn } from "../detect/table-facts";
import type { Recipe, Role } from "../prepare/recipe";
import type { Decoder } from "../project/decoder";
import type { ConsensusRule } from "../score/consensus";
import type { SeriesTraits } from "../series/series-traits";
import type { NamedRowKindOf, RowKind, RowKindName, RowKindOf } from "./row-kind";

/** What is pure about a kind of row: the same members for every kind, so that nobody else asks which kind it is. */
export interface CoreKind<N extends RowKindName = RowKindName> {
  /** Its fields that name a column, and as which kinds it may be read; null: as any. */
  readonly columns: { readonly [F in keyof RowKindOf<N>]?: readonly ColumnKind[] | null };
  /** Reads the kind from a project. What names the columns must be whole; the settings beside it stand each for itself. */
  readonly decode: Decoder<NamedRowKindOf<N>>;
  /** Whether a detector of these samples can make something of such rows. */
  fits(accepts: Detector["accepts"]): boolean;
  /** How the scores of several detectors become one before a person has chosen. */
  readonly consensusRule: ConsensusRule;
  /** Whether a gap among the highest scores suggests a threshold: not where neighbours share their scores. */
  readonly gapSuggests: boolean;
  /** What one of the rows is called: the context of messages that speak of it. */
  readonly noun: string;
  /** Whether all that a recipe says of a column counts, such as its scale, or only its role and its part in the kind. */
  readonly preparesColumns: boolean;
  /** What a column is for; null where its role alone says it. */
  partOf(rowKind: RowKindOf<N>, column: ColumnInKind): PartInKind | null;
  /** Whether what is known of detectors on tables, which recommendations rest on, holds for such rows. */
  readonly isKnownOfTables: boolean;
  /** What the rows may be read as instead in one click, where `guess` is what they seem to be. */
  insteadOf(guess: RowKind): RowKind;
  /** The rows that detectors learn from, ascending, where a person or a folder called only these ordinary; null: all. */
  learnedRows(dataset: Dataset, rowKind: RowKindOf<N>): Uint32Array | null;
  /** Ids of the detectors that run at once, beside the findings, on a table whose rows are read so. */
  startingSet(table: KindTable, recipe: Recipe, sets: DetectorSets): readonly string[];
  /** What ranks such rows best together, how their scores become one, and why; made of what is known without labels. */
  recommended(table: KindTable, recipe: Recipe, sets: DetectorSets): Recommendation;
  /** How much those count in their consensus that do not count as 1, by id. */
  startingWeights(table: KindTable): Readonly<Record<string, number>>;
  /** What the detectors see whose findings stand above every ranking of such rows; null: such rows have a ranking only. */
  readonly findingsOf: Detector["accepts"] | null;
  /** The kind by the first columns that serve; null where none does. */
  firstOf(table: KindTable): RowKindOf<N> | null;
  /** Whether a person may read a table's rows so; else what was opened decides, as images do. */
  readonly isChoice: boolean;
  /** Whether windows of time that are known to be strange can be laid beside it. */
  readonly takesWindows: boolean;
  /** Whether each row stands for itself: neighbours are not alike, so that one ordinary row says of another what to expect. */
  readonly standsAlone: boolean;
  /** Which rows the table shows at first. */
  readonly tableRows: "flagged" | "all";
}

/** What is known of a table without its rows. */
export interface KindTable {
  readonly rowCount: number;
  readonly columns: readonly (FactColumn & { readonly role: Role })[];
  /** Of a table that was opened as series. */
  readonly series?: SeriesTraits;
}

/** What the detectors that there are offer to run at once. */
export interface DetectorSets {
  /** Those of rows and of images that are quick and known to do well. */
  readonly quick: readonly string[];
  readonly quickOnImages: readonly string[];
}

/** A column as the recipe has it. */
export interface ColumnInKind {
  readonly position: number;
  readonly kind: ColumnKind;
  readonly role: Role | undefined;
}

/** What a column is for where rows are steps of series or events of sequences. */
export type PartInKind = "time" | "series-name" | "channel" | "symbol" | "sequence-name" | "order" | "unused";

/** The place of the first column that `holds`; null where none does. */
export function firstColumn(
  { columns }: KindTable,
  holds: (column: KindTable["columns"][number], at: number) => boolean,
): number | null {
  const at = columns.findIndex(holds);
  return at < 0 ? null : at;
}
