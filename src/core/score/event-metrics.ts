import type { Stretch } from "./stretches";

/** How well flagged stretches match labelled ones; no flagged step speaks for steps that are not flagged. */
export interface EventQuality {
  readonly flagged: number;
  readonly labelled: number;
  /** Labelled stretches that some flagged one touches. */
  readonly found: number;
  /** Flagged stretches that touch a labelled one. */
  readonly hits: number;
  /** hits / flagged; NaN when nothing is flagged. */
  readonly precision: number;
  /** found / labelled; NaN without labels. */
  readonly recall: number;
}

/** Precision and recall of stretches, both in ascending order and without overlap; one step in common is enough. */
export function eventQualityOf(flagged: readonly Stretch[], labelled: readonly Stretch[]): EventQuality {
  const hits = touchedBy(flagged, labelled);
  const found = touchedBy(labelled, flagged);
  return {
    flagged: flagged.length,
    labelled: labelled.length,
    found,
    hits,
    precision: hits / flagged.length,
    recall: found / labelled.length,
  };
}

/** How many of `stretches` share a step with one of `others`. */
function touchedBy(stretches: readonly Stretch[], others: readonly Stretch[]): number {
  let [touched, next] = [0, 0];
  for (const { from, to } of stretches) {
    while (next < others.length && others[next]!.to <= from) next++; // next < length
    const other = others[next];
    if (other && other.from < to) touched++;
  }
  return touched;
}
