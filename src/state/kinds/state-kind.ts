import type { RowKind } from "../../core/kinds/row-kind";
import type { Recipe } from "../../core/prepare/recipe";
import type { DatasetCard } from "../../engine/protocol";

/** What a session does differently for one kind of row. */
export interface StateKind {
  /** Ids of the detectors that run at once on a table whose rows are read so. */
  startingSet(dataset: DatasetCard, recipe: Recipe): readonly string[];
  /** Whether the consensus is shown at first, and not the detector that is there soonest. */
  readonly showsConsensus: boolean;
  /** The kind by the first columns that serve; null where none does. */
  firstOf(dataset: DatasetCard): RowKind | null;
  /** Whether a person may read a table's rows so. */
  readonly isChoice: boolean;
  /** Whether windows of time that are known to be strange can be laid beside it. */
  readonly takesWindows: boolean;
  /** Which rows the table shows at first. */
  readonly tableRows: "flagged" | "all";
}

/** The place of the first column that `holds`; null where none does. */
export function firstColumn(
  { columns }: DatasetCard,
  holds: (column: DatasetCard["columns"][number], at: number) => boolean,
): number | null {
  const at = columns.findIndex(holds);
  return at < 0 ? null : at;
}
