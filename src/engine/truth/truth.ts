import { saidTogether, type Saying, type TruthSource } from "../../core/truth/truth-sources";
import type { EventQuality } from "../../core/score/event-metrics";
import { lowerBound } from "../../core/math/sort";
import { labelledBy } from "./labelled";
import type { EventLead } from "../../core/evaluate/event-leads";
import type { KnownRequest, MarkedTruth, SeriesTruth, UnitName } from "../protocol";
import type { StoredRun } from "../stored-run";

/** What is known to be strange among the scored rows of a run. */
export interface Truth {
  /** The column whose role is "label"; null: it has no part in this. */
  readonly column: number | null;
  /** The values of the label that mean strange; empty without a label. */
  readonly positive: readonly string[];
  /** Rows that are evaluated, ascending, and whether each is strange (1): of those that nothing is known of there are none. */
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
  /** Rows that a mark says otherwise of than the other sources. */
  readonly conflicts: number;
  /** What depends on each other: rows of one unit come and go together when figures are resampled; null: each row by itself. */
  readonly units: { readonly name: UnitName; readonly ofRows: Int32Array } | null;
  /** How flagged stretches meet labelled ones at a threshold; null where rows make no stretches. */
  stretchesAt(threshold: number): EventQuality | null;
  /** When each labelled stretch is first flagged; null where rows make no stretches. */
  leadsAt(threshold: number): readonly EventLead[] | null;
}

/** By what a person says that rows are known. */
export interface KnownBy {
  /** The values of the label that mean strange; null: as guessed. */
  readonly strange: readonly string[] | null;
  /** What else there is to know of a series. */
  readonly series: SeriesTruth | null;
  /** Which sources count; absent: labelled windows where there are some, else the label. */
  readonly sources?: readonly TruthSource[];
  readonly marks?: MarkedTruth | null;
}

/** By what a request says that rows are known. */
export function knownBy({ strange, series, sources, marks }: KnownRequest): KnownBy {
  return { strange: strange ?? null, series: series ?? null, sources, marks: marks ?? null };
}

/** Whether a source counts. */
export function counts({ sources, series }: KnownBy, source: TruthSource): boolean {
  return (sources ?? [series?.windows ? "windows" : "label"]).includes(source);
}

/** What a person's marks say of rows; null where they do not count. */
export function saidByMarks(by: KnownBy): Saying | null {
  const { marks } = by;
  if (!marks || !counts(by, "marks")) return null;
  return (row) => {
    const at = lowerBound(marks.rows, row);
    return marks.rows[at] === row ? (marks.strange[at] === 1 ? 1 : 0) : null;
  };
}

/**
 * What label, marks and other sources say of `rows`, and of marked ones beside them; null where none of them counts, or
 * nothing is known of any row.
 */
export function truthOfRows(
  run: StoredRun,
  rows: Uint32Array,
  by: KnownBy,
  { others = [] }: { readonly others?: readonly Saying[] } = {},
): Truth | null {
  const { table, request, result } = run;
  const labelled = counts(by, "label") ? labelledBy(table.dataset, request.recipe, by.strange) : null;
  const marks = saidByMarks(by);
  const besides = [...(labelled ? [labelled.of] : []), ...others];
  const said = saidTogether(marks, besides);
  const unmarked = saidTogether(null, besides);
  // Whoever marks a row wants it to count, whatever was learned from it.
  const marked =
    marks && by.marks ? by.marks.rows.filter((row) => !Number.isNaN(result.scores[row])) : new Uint32Array();
  const all = marked.length === 0 ? rows : Uint32Array.from(new Set([...rows, ...marked])).sort();
  const known = all.filter((row) => said(row) !== null);
  if (known.length === 0) return null;
  const conflicts = marked.filter((row) => {
    const other = unmarked(row);
    return other !== null && other !== said(row);
  });
  return {
    column: labelled?.column ?? null,
    positive: labelled?.positive ?? [],
    rows: known,
    labels: Uint8Array.from(known, (row) => said(row) ?? 0),
    conflicts: conflicts.length,
    units: null,
    stretchesAt: () => null,
    leadsAt: () => null,
  };
}
