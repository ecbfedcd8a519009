import type { EventQuality } from "../../core/score/event-metrics";
import { labelledBy } from "./labelled";
import type { SeriesTruth } from "../protocol";
import type { StoredRun } from "../stored-run";

/** What is known to be strange among the scored rows of a run. */
export interface Truth {
  /** The column whose role is "label"; null: labelled windows. */
  readonly column: number | null;
  /** The values of the label that mean strange; empty: labelled windows. */
  readonly positive: readonly string[];
  /** Rows that are evaluated, ascending, and whether each is strange (1): of those that the label says nothing of there are none. */
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
  /** How flagged stretches meet labelled ones at a threshold; null where rows make no stretches. */
  stretchesAt(threshold: number): EventQuality | null;
}

/** By what a person says that rows are known. */
export interface KnownBy {
  /** The values of the label that mean strange; null: as guessed. */
  readonly strange: readonly string[] | null;
  /** What else there is to know of a series. */
  readonly series: SeriesTruth | null;
}

/** By the label column, over `rows`; null where no column is a label, or the label says nothing of any of them. */
export function truthByLabel(
  { table, request }: StoredRun,
  rows: Uint32Array,
  strange: readonly string[] | null,
): Truth | null {
  const labelled = labelledBy(table.dataset, request.recipe, strange);
  if (!labelled) return null;
  const { column, positive } = labelled;
  const known = rows.filter((row) => labelled.of(row) !== null);
  if (known.length === 0) return null;
  const labels = Uint8Array.from(known, (row) => labelled.of(row) ?? 0);
  return { column, positive, rows: known, labels, stretchesAt: () => null };
}
