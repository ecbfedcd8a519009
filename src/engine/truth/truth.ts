import type { EventQuality } from "../../core/score/event-metrics";
import { labelledBy } from "./labelled";
import type { StoredRun } from "../stored-run";

/** What is known to be strange among the scored rows of a run. */
export interface Truth {
  /** The column whose role is "label"; null: labelled windows. */
  readonly column: number | null;
  /** The values of the label that mean strange; empty: labelled windows. */
  readonly positive: string;
  /** Rows that are evaluated, ascending, and whether each is strange (1). */
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
  /** How flagged stretches meet labelled ones at a threshold; null where rows make no stretches. */
  stretchesAt(threshold: number): EventQuality | null;
}

/** By the label column, over `rows`; null where no column is a label, or the label tells nothing apart. */
export function truthByLabel({ table, request }: StoredRun, rows: Uint32Array): Truth | null {
  const labelled = labelledBy(table.dataset, request.recipe, rows);
  if (!labelled) return null;
  const { column, positive, isPositive } = labelled;
  const labels = Uint8Array.from(rows, (row) => Number(isPositive(row)));
  return { column, positive, rows, labels, stretchesAt: () => null };
}
